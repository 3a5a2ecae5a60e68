"""Secrets that an installation makes for itself on its first start."""

from __future__ import annotations

import os
import secrets
from pathlib import Path


def read_or_make_secret(path: Path, size: int) -> bytes:
    """The secret of `size` bytes kept in a file that only its owner may read; made when it is not there.

    Two processes that start at once get the same secret: the file appears whole or not at all.
    """
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_name(f".{path.name}.{os.getpid()}")
        handle = os.open(draft, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(secrets.token_hex(size).encode())
        try:
            os.link(draft, path)
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    return bytes.fromhex(path.read_text())
