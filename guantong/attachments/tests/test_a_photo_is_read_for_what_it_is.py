"""read_photo: formats, bounds, orientation, and nothing hidden in what is kept."""

import io
from contextlib import suppress
from typing import Any

import pytest
from django.core.files.base import ContentFile
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from guantong.attachments.images import LONGEST_SIDE, SMALL_SIDE, display_name, read_photo, small_copy
from guantong.base.refusals import BadInput

PLACE = "24.7833N106.5594E"


def _written(picture: Image.Image, form: str, **more: Any) -> bytes:
    out = io.BytesIO()
    picture.save(out, form, **more)
    return out.getvalue()


def _file(data: bytes, name: str = "照片.jpg") -> ContentFile:
    return ContentFile(data, name=name)


def _exif(**tags: Any) -> bytes:
    exif = Image.Exif()
    exif[0x010F] = PLACE
    exif.get_ifd(0x8825)[1] = "N"
    for tag, value in tags.items():
        exif[int(tag[1:], 16)] = value
    return exif.tobytes()


@pytest.mark.parametrize(("form", "media_type"), [("JPEG", "image/jpeg"), ("PNG", "image/png"), ("WEBP", "image/webp")])
def test_each_format_is_kept_as_itself_whatever_it_is_called(form: str, media_type: str) -> None:
    photo = read_photo(_file(_written(Image.new("RGB", (40, 30)), form), "随便.xyz"))
    assert (photo.media_type, photo.width, photo.height) == (media_type, 40, 30)
    with Image.open(io.BytesIO(photo.data)) as kept:
        assert kept.format == form


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_place_camera_and_comments_are_left_out(form: str) -> None:
    more: dict[str, Any] = {"exif": _exif(), "xmp": PLACE.encode()}
    if form == "JPEG":
        more["comment"] = PLACE
    if form == "PNG":
        more["pnginfo"] = PngInfo()
        more["pnginfo"].add_text("Comment", PLACE)
    data = _written(Image.new("RGB", (40, 30)), form, **more)
    assert PLACE.encode() in data
    kept = read_photo(_file(data)).data
    assert PLACE.encode() not in kept
    with Image.open(io.BytesIO(kept)) as picture:
        assert not dict(picture.getexif())
        assert set(picture.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density", "loop", "background"}


def test_a_photo_taken_upright_stays_upright() -> None:
    picture = Image.new("RGB", (400, 200), "white")
    picture.paste("black", (0, 0, 200, 200))
    photo = read_photo(_file(_written(picture, "JPEG", exif=_exif(x0112=6))))
    assert (photo.width, photo.height) == (200, 400)
    with Image.open(io.BytesIO(photo.data)) as kept:
        assert kept.convert("L").getpixel((100, 20)) < 60
        assert kept.convert("L").getpixel((100, 380)) > 200


def test_a_large_picture_is_made_smaller() -> None:
    photo = read_photo(_file(_written(Image.new("RGB", (4000, 3000)), "JPEG")))
    assert (photo.width, photo.height) == (LONGEST_SIDE, LONGEST_SIDE * 3 // 4)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "CMYK", "I;16"])
def test_unusual_colours_are_read(mode: str) -> None:
    form = "JPEG" if mode == "CMYK" else "PNG"
    assert read_photo(_file(_written(Image.new(mode, (20, 20)), form))).width == 20


def test_what_can_be_seen_through_stays_so() -> None:
    photo = read_photo(_file(_written(Image.new("RGBA", (20, 20), (0, 0, 0, 0)), "PNG")))
    with Image.open(io.BytesIO(photo.data)) as kept:
        assert kept.mode == "RGBA"
    with Image.open(io.BytesIO(small_copy(photo.data))) as small:
        assert small.convert("RGB").getpixel((10, 10)) == (255, 255, 255)


@pytest.mark.parametrize("form", ["GIF", "TIFF", "BMP"])
def test_other_formats_are_refused(form: str) -> None:
    with pytest.raises(BadInput, match="JPG、PNG"):
        read_photo(_file(_written(Image.new("RGB", (20, 20)), form)))


@settings(deadline=None)
@given(at=st.integers(0, 2000), junk=st.binary(min_size=1, max_size=30), keep=st.floats(0, 1))
def test_broken_files_are_refused_or_read_and_never_anything_else(at: int, junk: bytes, keep: float) -> None:
    for form in ("JPEG", "PNG", "WEBP"):
        data = bytearray(_written(Image.linear_gradient("L").convert("RGB"), form))
        spot = at % len(data)
        data[spot : spot + len(junk)] = junk
        with suppress(BadInput):
            assert read_photo(_file(bytes(data[: int(len(data) * keep)]))).width


def test_a_small_copy_is_small() -> None:
    photo = read_photo(_file(_written(Image.effect_noise((1600, 1200), 80), "JPEG")))
    small = small_copy(photo.data)
    assert len(small) < 40_000
    with Image.open(io.BytesIO(small)) as picture:
        assert max(picture.size) == SMALL_SIDE


@pytest.mark.parametrize(
    ("name", "shown"),
    [("C:\\照片\\渠.jpg", "渠.jpg"), ("../../etc/passwd", "passwd"), ("a\u202egpj.exe", "agpj.exe"), ("", "照片")],
)
def test_a_file_is_called_by_its_own_name_alone(name: str, shown: str) -> None:
    assert display_name(name) == shown
