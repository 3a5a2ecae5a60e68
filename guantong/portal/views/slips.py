"""Rating a deputy's report with a slip from the meeting: no name, no phone, once."""

from __future__ import annotations

import unicodedata
from uuid import uuid4

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from guantong.appraisals.models import Slip
from guantong.appraisals.selectors.slips import slip_of
from guantong.appraisals.services import rate_by_slip
from guantong.base.form_fields import grade
from guantong.base.plain_text import PlainTextField
from guantong.base.refusals import Refusal
from guantong.opinions.receipts import tidy
from guantong.portal.limits import within_limits

LONGEST = 60
"""Characters of a token as somebody may type it."""


class TokenForm(forms.Form):
    """The token, as it is typed from a slip."""

    token = PlainTextField(
        label=gettext_lazy("票上的号码"),
        help_text=gettext_lazy("12位，在测评票上。横线和空格可写可不写。"),
        max_length=LONGEST,
        widget=forms.TextInput({"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
        error_messages={"required": gettext_lazy("请填写票上的号码。")},
    )


class GradeForm(forms.Form):
    """One grade; the id is made with the page, so that a form sent twice is one rating."""

    client_id = forms.UUIDField(required=False, widget=forms.HiddenInput, initial=uuid4)
    grade = grade(gettext_lazy("您对这位代表的履职"))


@never_cache
@within_limits
@require_http_methods(["GET", "HEAD", "POST"])
def slips(request: HttpRequest) -> HttpResponse:
    """Ask for the token, and go on to its page."""
    form = TokenForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        token = tidy(unicodedata.normalize("NFKC", form.cleaned_data["token"]))
        if slip_of(token) is not None:
            return _on_to(token)
        form.add_error("token", _("没有这张测评票，请照着票核对后再试。"))
    return render(request, "portal/slips.html", {"form": form}, status=422 if form.errors else 200)


@never_cache
@within_limits
@require_http_methods(["GET", "HEAD", "POST"])
def slip(request: HttpRequest, token: str) -> HttpResponse:
    """Rate with a slip; one that was used, or whose meeting is over, says so."""
    known = tidy(token[:LONGEST])
    found = slip_of(known)
    if found is None:
        return render(request, "portal/slips.html", {"form": TokenForm(), "unknown": True}, status=404)
    if request.method != "POST":
        return _page(request, found, GradeForm())
    form = GradeForm(request.POST)
    if not form.is_valid():
        return _page(request, found, form, status=422)
    try:
        counted = rate_by_slip(
            slip=found, grade=form.cleaned_data["grade"], form=form.cleaned_data["client_id"] or uuid4()
        )
    except Refusal as no:
        form.add_error(None, no.sentence)
        return _page(request, found, form, status=409)
    messages.success(request, _("谢谢，您的评价已经记下。") if counted else _("已经记下，以第一次评价为准。"))
    return _on_to(known)


def _on_to(token: str) -> HttpResponse:
    response = redirect("portal:slip", token)
    response.status_code = 303
    return response


def _page(request: HttpRequest, slip: Slip, form: GradeForm, *, status: int = 200) -> HttpResponse:
    context = {"slip": slip, "report": slip.report, "form": form, "open": slip.report.takes_slips}
    return render(request, "portal/slip.html", context, status=status)
