"""The public address of a code, on the host through which the desk was reached."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import reverse

from guantong.opinions.models import IntakeCode
from guantong.opinions.sheets import Address

_STAND_IN = "0" * 8


def template_in(request: HttpRequest) -> str:
    """The address of any code, with {token} where its token goes."""
    return request.build_absolute_uri(reverse("portal:speak", args=[_STAND_IN])).replace(_STAND_IN, "{token}")


def address_in(request: HttpRequest) -> Address:
    """How to make a code's address within this request."""
    template = template_in(request)

    def address(code: IntakeCode) -> str:
        return template.format(token=code.token)

    return address
