"""What may be the same thing said before, while somebody types it: a part of a page, for htmx."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from guantong.accounts.middleware import ActorRequest
from guantong.matters.asking_first import AsksFirst
from guantong.opinions.record_form import RecordForm
from guantong.suggestions.forms.opening import DraftForm


@require_POST
@never_cache
def opinions(request: ActorRequest) -> HttpResponse:
    """Opinions like the one that is being written down. By POST: what citizens say stands in no address."""
    return _offered(request, RecordForm)


@require_POST
@never_cache
def suggestions(request: ActorRequest) -> HttpResponse:
    """Suggestions like the one that is being drafted."""
    return _offered(request, DraftForm)


def _offered(request: ActorRequest, form: type[AsksFirst]) -> HttpResponse:
    context = {"likely": form.alike(request.POST, request.actor)}
    return render(request, "desk/_likely.html", context)
