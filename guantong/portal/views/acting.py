"""The pages on which whoever asked acts on their opinion."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from guantong.accounts.actors import CITIZEN_ACTOR
from guantong.base.refusals import BadInput, Refusal
from guantong.matters.policies import permitted_moves
from guantong.opinions.models import Opinion
from guantong.portal.acts import BY_CODE, Act
from guantong.portal.views.follow import own_opinion


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def act(request: HttpRequest, pk: UUID, code: str) -> HttpResponse:
    """Ask for what the act needs, or do it."""
    opinion = own_opinion(request, pk)
    if (chosen := BY_CODE.get(code)) is None:
        raise Http404
    if request.method != "POST":
        if chosen.transition not in {move.code for move in permitted_moves(CITIZEN_ACTOR, opinion)}:
            messages.warning(request, _("这一步现在不能办：事情已经走到了别的阶段，请看最新进展。"))
            return redirect("portal:followed", pk)
        return _page(request, opinion, chosen, chosen.form())
    form = chosen.form(request.POST)
    if form.is_valid() and _done(opinion, chosen, form):
        messages.success(request, str(chosen.done))
        response = redirect("portal:followed", pk)
        response.status_code = 303
        return response
    return _page(request, opinion, chosen, form, status=422)


def _done(opinion: Opinion, chosen: Act, form: forms.Form) -> bool:
    """Whether the act was made; else the form says why not."""
    try:
        chosen.run(opinion, form.cleaned_data)
    except BadInput as refusal:
        for name, sentence in refusal.fields.items():
            form.add_error(name if name in form.fields else None, sentence)
        return False
    except Refusal as refusal:
        form.add_error(None, refusal.sentence)
        return False
    return True


def _page(request: HttpRequest, opinion: Opinion, chosen: Act, form: forms.Form, *, status: int = 200) -> HttpResponse:
    return render(request, "portal/act.html", {"opinion": opinion, "act": chosen, "form": form}, status=status)
