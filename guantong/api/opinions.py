"""Opinions from outside: what somebody says through a printed code."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from django.http import Http404, HttpRequest
from ninja import Path, Router, Schema, Status
from pydantic import ConfigDict, Field

from guantong.api.shapes import Problem, Receipt
from guantong.api.values import Storable, Token
from guantong.base.now import now
from guantong.opinions.models import IntakeCode
from guantong.opinions.receipts import secret_of, tidy
from guantong.opinions.services import Spoken, submit_opinion
from guantong.opinions.services.speaking import BODY_LIMIT

opinions = Router(tags=["群众意见"])


class Voice(Schema):
    """What somebody says. `client_id` is made by the sender: sent again, it is still one opinion."""

    model_config = ConfigDict(extra="forbid")

    client_id: UUID
    body: Annotated[str, Field(max_length=BODY_LIMIT, json_schema_extra={"pattern": r"\S"}), Storable]
    where: Annotated[str, Field(max_length=120), Storable] = ""
    contact_name: Annotated[str, Field(max_length=40), Storable] = ""
    contact_phone: Annotated[str, Field(max_length=30), Storable] = ""
    notice_version: Annotated[str, Field(max_length=20), Storable] = ""


@opinions.post(
    "/{token}/opinions",
    response={201: Receipt, 200: Receipt, 400: Problem, 404: Problem, 409: Problem, 422: Problem},
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
