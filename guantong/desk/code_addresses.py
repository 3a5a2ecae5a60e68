"""The public address of a code: of this installation, else on the host through which the desk was reached."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import reverse

from guantong.base.public_address import opens_nowhere_else, public_url
from guantong.opinions.models import IntakeCode
from guantong.opinions.sheets import Address

_STAND_IN = "0" * 8


def template_in(request: HttpRequest) -> str:
    """The address of any code, with {token} where its token goes."""
    return public_url(request, reverse("portal:speak", args=[_STAND_IN])).replace(_STAND_IN, "{token}")


def address_in(request: HttpRequest) -> Address:
    """How to make a code's address within this request."""
    template = template_in(request)

    def address(code: IntakeCode) -> str:
        return template.format(token=code.token)

    return address


def scanned_nowhere(request: HttpRequest) -> bool:
    """Whether codes printed within this request would open on no phone: they name this very machine."""
    return opens_nowhere_else(template_in(request))
