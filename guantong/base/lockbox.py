"""A box that anybody can put something into, and that only two people together open: X25519, SM4-GCM, scrypt.

The box has a lock, which lies open, and two codes, of which each keeper has one. Nothing of the codes is kept.
"""

from __future__ import annotations

import hashlib

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from guantong.base.crockford import random_token
from guantong.kernel.sm3chain import sm3

CODE_LENGTH = 10
"""Characters of a code: 50 bits. Who has one of the two and the whole database tries 2⁵⁰ scrypts for the other."""

_KEY, _TAG = 32, 16
_NONCE = bytes(12)  # each thing put in has a key of its own, so no nonce is ever used twice under one
_COST = {"n": 2**14, "r": 8, "p": 1, "maxmem": 64 * 1024 * 1024, "dklen": _KEY}

Codes = tuple[str, str]


class WrongCodesError(ValueError):
    """The codes do not open this, or it was altered, or it was put into another box."""


def new_codes() -> Codes:
    """Two random codes."""
    return random_token(CODE_LENGTH), random_token(CODE_LENGTH)


def lock_of(codes: Codes, box: bytes) -> str:
    """The lock that these codes open, for the box of this name; in hexadecimal."""
    return _opener(codes, box).public_key().public_bytes(Encoding.Raw, PublicFormat.Raw).hex()


def put_in(lock: str, box: bytes, content: bytes) -> bytes:
    """Seal a content into the box. Even whoever put it in cannot open it; equal contents look different."""
    once = X25519PrivateKey.generate()
    shown = once.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
    shared = once.exchange(X25519PublicKey.from_public_bytes(bytes.fromhex(lock)))
    work = Cipher(algorithms.SM4(_content_key(shared, shown, lock)), modes.GCM(_NONCE)).encryptor()
    work.authenticate_additional_data(box)
    body = work.update(content) + work.finalize()
    return shown + work.tag + body


class Opened:
    """A box opened by its two codes. Raises WrongCodesError when they are not those of its lock."""

    def __init__(self, codes: Codes, box: bytes, lock: str) -> None:
        self._key, self._box, self._lock = _opener(codes, box), box, lock
        if lock_of(codes, box) != lock:
            raise WrongCodesError("these codes do not open the box")

    def take_out(self, sealed: bytes) -> bytes:
        """The content that was put in. Raises WrongCodesError for what was altered or belongs elsewhere."""
        shown, tag, body = sealed[:_KEY], sealed[_KEY : _KEY + _TAG], sealed[_KEY + _TAG :]
        try:
            shared = self._key.exchange(X25519PublicKey.from_public_bytes(shown))
            key = _content_key(shared, shown, self._lock)
            work = Cipher(algorithms.SM4(key), modes.GCM(_NONCE, tag)).decryptor()
            work.authenticate_additional_data(self._box)
            return work.update(body) + work.finalize()
        except (InvalidTag, ValueError) as error:
            raise WrongCodesError("altered, or put into another box") from error


def _opener(codes: Codes, box: bytes) -> X25519PrivateKey:
    secret = hashlib.scrypt("-".join(codes).encode(), salt=b"guantong.lockbox" + box, **_COST)
    return X25519PrivateKey.from_private_bytes(secret)


def _content_key(shared: bytes, shown: bytes, lock: str) -> bytes:
    return sm3(b"guantong.lockbox" + shared + shown + bytes.fromhex(lock))[:16]
