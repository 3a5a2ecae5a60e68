"""Reading a photo that somebody uploaded: what is really in it, upright, small enough, and nothing hidden."""

from __future__ import annotations

import io
from dataclasses import dataclass

from django.core.files import File
from django.utils.translation import gettext as _
from PIL import Image, ImageFile, ImageOps

from guantong.base.refusals import BadInput
from guantong.kernel.sm3chain import sm3

MOST_BYTES = 8 * 1024 * 1024
"""The largest file that is taken, in bytes."""

MOST_PIXELS = 40_000_000
"""The largest picture that is unpacked: a small file can hold one that fills the memory."""

LONGEST_SIDE = 2000
SMALL_SIDE = 320
"""Pixels of the longer side, as kept and as shown in a list."""

MEDIA_TYPES = {"JPEG": "image/jpeg", "PNG": "image/png", "WEBP": "image/webp"}
SUFFIXES = {"image/jpeg": "jpg", "image/png": "png", "image/webp": "webp"}
WRITTEN_AS = {"JPEG": "JPEG", "MPO": "JPEG", "PNG": "PNG", "WEBP": "WEBP"}
"""Formats that are read, and as what they are kept. MPO is what some phones write into a .jpg."""

HEIC_BRANDS = (b"heic", b"heix", b"hevc", b"mif1", b"msf1", b"heim", b"heis")


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture as it will be kept: encoded anew, without place, camera or comment."""

    name: str
    data: bytes
    media_type: str
    width: int
    height: int

    @property
    def digest(self) -> str:
        """SM3 of what is kept, in hexadecimal."""
        return sm3(self.data).hex()


def read_photo(upload: File[bytes]) -> Photo:
    """The picture in an upload: JPEG, PNG or WebP by its content, whatever it is called.

    Raises BadInput with the key `photos`: too large, empty, another format, broken, too many pixels.
    """
    name = display_name(upload.name or "")
    if upload.size > MOST_BYTES:
        raise _refused(name, _("文件有%(n).1f MB，一张最多8 MB") % {"n": upload.size / 1024 / 1024})
    raw = upload.read()
    if not raw:
        raise _refused(name, _("文件是空的"))
    if raw[4:8] == b"ftyp" and raw[8:12] in HEIC_BRANDS:
        raise _refused(name, _("这是 HEIC 格式，请在手机相机设置里选“兼容性最佳”，或截图后再选"))
    return _encoded(name, *_unpacked(name, raw))


def small_copy(data: bytes) -> bytes:
    """A small JPEG of a picture that `read_photo` made."""
    with Image.open(io.BytesIO(data), formats=tuple(MEDIA_TYPES)) as picture:
        picture.draft("RGB", (SMALL_SIDE, SMALL_SIDE))
        picture.thumbnail((SMALL_SIDE, SMALL_SIDE))
        upright = picture.convert("RGBA")
        ground = Image.new("RGBA", upright.size, "white")
        out = io.BytesIO()
        Image.alpha_composite(ground, upright).convert("RGB").save(out, "JPEG", quality=75)
    return out.getvalue()


def display_name(name: str) -> str:
    """A file's name without its folder and without signs that cannot be shown, at most 60 characters."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    return "".join(c for c in last if c.isprintable())[-60:] or _("照片")


def _refused(name: str, sentence: str) -> BadInput:
    return BadInput({"photos": _("“%(name)s”：%(sentence)s。") % {"name": name, "sentence": sentence}})


def _unpacked(name: str, raw: bytes) -> tuple[Image.Image, str]:
    """The picture, upright and at most LONGEST_SIDE, and the format that it came in."""
    # The PDF library lets cut-off pictures pass in the whole process once it is imported.
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        with Image.open(io.BytesIO(raw), formats=tuple(MEDIA_TYPES)) as picture:
            width, height = picture.size
            if width * height > MOST_PIXELS:
                raise _refused(name, _("画面太大（%(w)s×%(h)s），请先缩小") % {"w": width, "h": height})
            written = WRITTEN_AS[picture.format or ""]
            picture.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
            upright = ImageOps.exif_transpose(picture)
            upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
            return upright, written
    except BadInput:
        raise
    except Image.DecompressionBombError as error:
        raise _refused(name, _("画面太大，请先缩小")) from error
    except Exception as error:  # hostile bytes make a decoder raise anything; all of it means the same to the sender
        raise _refused(name, _("打不开，请选 JPG、PNG 或 WebP 格式的照片")) from error


def _encoded(name: str, picture: Image.Image, written: str) -> Photo:
    see_through = written != "JPEG" and (picture.mode in ("LA", "PA", "RGBA") or "transparency" in picture.info)
    plain = picture.convert("RGBA" if see_through else "RGB")
    plain.info.clear()
    out = io.BytesIO()
    plain.save(out, written, quality=85)
    return Photo(name, out.getvalue(), MEDIA_TYPES[written], plain.width, plain.height)
