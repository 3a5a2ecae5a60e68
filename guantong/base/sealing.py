"""Text sealed with SM4-GCM (GB/T 32907-2016): unreadable without the key, bound to its place, never altered unseen."""

from __future__ import annotations

import base64
import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from django.conf import settings

from guantong.kernel.sm3chain import sm3

VERSION = "2"
"""Before the first point of a sealed text: how it is laid out. What has no point is of the time before versions."""

_NONCE = 12
_TAG = 16


class SealError(ValueError):
    """A sealed text was altered, belongs elsewhere, or was sealed with another key."""


def seal(text: str, place: str) -> str:
    """Encrypt a text for one place: `2.<key>.<base64 of nonce, tag and ciphertext>`. It opens at no other place."""
    nonce = os.urandom(_NONCE)
    box = Cipher(algorithms.SM4(settings.PERSONAL_DATA_KEY), modes.GCM(nonce)).encryptor()
    box.authenticate_additional_data(place.encode())
    body = box.update(text.encode()) + box.finalize()
    return ".".join((VERSION, key_name(), base64.b64encode(nonce + box.tag + body).decode()))


def unseal(sealed: str, place: str) -> str:
    """The text that was sealed for this place. Raises SealError.

    A text from the time before versions names neither key nor place; it is read as it is.
    """
    version, point, rest = sealed.partition(".")
    if not point:
        return _opened(sealed, b"")
    key, _, box = rest.partition(".")
    if (version, key) != (VERSION, key_name()):
        raise SealError("the text is of another version, or was sealed with another key")
    return _opened(box, place.encode())


def key_name() -> str:
    """What tells the key from another one, and tells nothing about it: the beginning of its SM3."""
    return sm3(b"guantong.personal-data-key" + settings.PERSONAL_DATA_KEY).hex()[:8]


def _opened(box: str, place: bytes) -> str:
    try:
        raw = base64.b64decode(box, validate=True)
        nonce, tag, body = raw[:_NONCE], raw[_NONCE : _NONCE + _TAG], raw[_NONCE + _TAG :]
        cipher = Cipher(algorithms.SM4(settings.PERSONAL_DATA_KEY), modes.GCM(nonce, tag)).decryptor()
        if place:
            cipher.authenticate_additional_data(place)
        return (cipher.update(body) + cipher.finalize()).decode()
    except (InvalidTag, ValueError) as error:
        raise SealError("the text was altered, or belongs elsewhere") from error
