"""What somebody says, whoever takes it down: its bounds, and the one form in which it is kept."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from guantong.base.plain_text import says_something
from guantong.base.refusals import BadInput

BODY_LIMIT = 5000
"""Characters of an opinion; a page of a printed slip holds about 800."""

WHERE_LIMIT = 120
NAME_LIMIT = 40
PHONE = re.compile(r"\+?[0-9]{7,15}")
BETWEEN_DIGITS = re.compile(r"[\s()\-.]")
NOT_A_PHONE = gettext_lazy("请填写手机号码，或带区号的固定电话，例如 0776-1234567；也可以不填。")

MOST_PHOTOS = 4
MOST_PHOTOS_BY_HAND = 6
"""Photos of one opinion: sent through a code, and written down by staff, who add the paper slip."""

NOTICE_VERSION = "2026-11"
"""Version of the privacy notice in the portal's templates _notice.html and privacy.html (个人信息保护法 17, 35).

Every opinion keeps the version that was shown when it was sent; a change of the text takes a new one.
"""


@dataclass(frozen=True, slots=True)
class Spoken:
    """What somebody said. `client_id` is made by the form, so that it counts once however often it is sent.

    `photos` are the SM3 digests of the photos that belong to it, as they will be kept.
    """

    client_id: UUID
    body: str
    where: str = ""
    contact_name: str = ""
    contact_phone: str = ""
    notice_version: str = ""
    photos: tuple[str, ...] = ()


def tidied(spoken: Spoken, *, most_photos: int) -> Spoken:
    """The same without spaces around, the phone as digits. Raises BadInput for what cannot be taken."""
    body = spoken.body.strip()
    if not says_something(body):
        raise BadInput({"body": _("请写明要反映的问题。")})
    if len(body) > BODY_LIMIT:
        raise BadInput({"body": _("内容有%(n)s字，最多可写%(limit)s字。") % {"n": len(body), "limit": BODY_LIMIT}})
    photos = tuple(dict.fromkeys(spoken.photos))
    if len(photos) > most_photos:
        raise BadInput({"photos": _("一次最多%(n)s张照片。") % {"n": most_photos}})
    return replace(
        spoken,
        body=body,
        where=spoken.where.strip(),
        contact_name=spoken.contact_name.strip(),
        contact_phone=phone_number(spoken.contact_phone),
        photos=photos,
    )


def phone_number(typed: str) -> str:
    """A phone number without what people put between its digits; empty when none was given. Raises BadInput."""
    digits = BETWEEN_DIGITS.sub("", unicodedata.normalize("NFKC", typed))
    if digits and not PHONE.fullmatch(digits):
        raise BadInput({"contact_phone": str(NOT_A_PHONE)})
    return digits
