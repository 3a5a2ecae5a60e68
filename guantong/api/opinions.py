"""Opinions from outside: what somebody says through a printed code."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _
from ninja import Path, Router, Schema, Status
from pydantic import AfterValidator, ConfigDict, Field, JsonValue

from guantong.api.shapes import Problem, Receipt
from guantong.api.values import Storable, Token
from guantong.base.now import now
from guantong.opinions.models import IntakeCode
from guantong.opinions.receipts import secret_of, tidy
from guantong.opinions.services import Spoken, submit_opinion
from guantong.opinions.services.spoken import BODY_LIMIT, NAME_LIMIT, NOTICE_VERSION, WHERE_LIMIT

opinions = Router(tags=["群众意见"])

PHONE = r"^[ ()\-.]*(\+?([0-9][ ()\-.]*){7,15})?$"
"""A phone number with whatever people put between its digits; `phone_number` brings it into one form."""

SAYS_SOMETHING = r"[^\s\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]"
"""A sign that can be seen, as far as a pattern can say it; `tidied` decides."""

NOTICES: list[JsonValue] = ["", NOTICE_VERSION]
"""The notice that the sender showed; empty when it showed none."""


def _shown(version: str) -> str:
    if version not in NOTICES:
        raise ValueError(_("没有这一版告知，现在的版本是%(version)s；没有展示过的留空。") % {"version": NOTICE_VERSION})
    return version


class Voice(Schema):
    """What somebody says. `client_id` is made by the sender: sent again, it is still one opinion."""

    model_config = ConfigDict(extra="forbid")

    client_id: UUID
    body: Annotated[str, Field(max_length=BODY_LIMIT, json_schema_extra={"pattern": SAYS_SOMETHING}), Storable]
    where: Annotated[str, Field(max_length=WHERE_LIMIT), Storable] = ""
    contact_name: Annotated[str, Field(max_length=NAME_LIMIT), Storable] = ""
    contact_phone: Annotated[str, Field(max_length=40, pattern=PHONE)] = ""
    notice_version: Annotated[
        str, Field(max_length=20, json_schema_extra={"enum": NOTICES}), AfterValidator(_shown)
    ] = ""


@opinions.post(
    "/{token}/opinions",
    response={201: Receipt, 200: Receipt, 400: Problem, 404: Problem, 409: Problem, 413: Problem, 422: Problem},
    summary="通过二维码提交意见",
)
def submit(request: HttpRequest, token: Annotated[Token, Path()], voice: Voice) -> Status[Receipt]:
    """Send an opinion without an account: 201 when taken in, 200 when it had been before.

    409: a form of that `client_id` said something else. 422: a field is wrong, or the code has stopped.
    """
    code = IntakeCode.objects.filter(token=tidy(token)).first()
    if code is None:
        raise Http404
    asked = now()
    opinion = submit_opinion(code=code, spoken=Spoken(**voice.model_dump()))
    receipt = Receipt(receipt=opinion.receipt, secret=secret_of(opinion.id), received_at=opinion.opened_at)
    return Status(201 if opinion.opened_at >= asked else 200, receipt)
