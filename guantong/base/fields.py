"""A text field that is encrypted at rest."""

from __future__ import annotations

import base64
import os
from typing import TYPE_CHECKING, Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from django.conf import settings
from django.db import models

_NONCE = 12
_TAG = 16


def seal(text: str) -> str:
    """Encrypt with SM4-GCM (GB/T 32907-2016); base64 of nonce, tag and ciphertext."""
    nonce = os.urandom(_NONCE)
    box = Cipher(algorithms.SM4(settings.PERSONAL_DATA_KEY), modes.GCM(nonce)).encryptor()
    body = box.update(text.encode()) + box.finalize()
    return base64.b64encode(nonce + box.tag + body).decode()


def unseal(sealed: str) -> str:
    """The text that `seal` was given. Raises ValueError when it was altered or the key is another."""
    raw = base64.b64decode(sealed)
    nonce, tag, body = raw[:_NONCE], raw[_NONCE : _NONCE + _TAG], raw[_NONCE + _TAG :]
    box = Cipher(algorithms.SM4(settings.PERSONAL_DATA_KEY), modes.GCM(nonce, tag)).decryptor()
    try:
        return (box.update(body) + box.finalize()).decode()
    except InvalidTag as error:
        raise ValueError("sealed text was altered, or the key is another") from error


if TYPE_CHECKING:
    _Text = models.TextField[str, str]
else:
    _Text = models.TextField


class SealedTextField(_Text):
    """Text that the database only ever sees encrypted; empty stays empty."""

    def get_prep_value(self, value: Any) -> Any:
        return seal(value) if value else ""

    def from_db_value(self, value: str | None, *_: Any) -> str:
        return unseal(value) if value else ""
