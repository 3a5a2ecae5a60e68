"""The page of a printed code: who receives it, what is done with it, and the form."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID, uuid4

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from guantong.accounts.actors import CITIZEN_ACTOR
from guantong.attachments.images import Photo
from guantong.attachments.models import Attachment
from guantong.attachments.selectors import DRAFT, drafts_of
from guantong.attachments.services import carry_drafts, drop_drafts, hand_over_drafts, keep_photo
from guantong.base.refusals import BadInput, Conflict
from guantong.opinions.codebook import code_by_token
from guantong.opinions.models import IntakeCode, Opinion
from guantong.opinions.receipts import tidy
from guantong.opinions.services import Spoken, submit_opinion
from guantong.opinions.services.speaking import check_code
from guantong.portal.forms import SpeakForm
from guantong.portal.limits import within_limits
from guantong.portal.remembered import remember


@never_cache
@within_limits
@require_http_methods(["GET", "HEAD", "POST"])
def speak(request: HttpRequest, token: str) -> HttpResponse:
    """Show the form, or take in what was sent with it."""
    code = code_by_token(tidy(token))
    if code is None:
        return render(request, "portal/no_code.html", {"typed": request.POST.get("body", "")}, status=404)
    if request.method == "POST":
        return _take_in(request, code)
    try:
        check_code(code)
    except BadInput:
        return _closed(request, code)
    return _page(request, code, SpeakForm(), uuid4())


def _take_in(request: HttpRequest, code: IntakeCode) -> HttpResponse:
    client_id = _client_id(request)
    kept = _kept_drafts(request, client_id)
    form = SpeakForm(request.POST, request.FILES, kept=len(kept))
    if form.is_valid():
        try:
            spoken = form.spoken(client_id, [draft.digest for draft in kept])
            opinion = submit_opinion(code=code, spoken=spoken)
        except Conflict as refusal:
            fresh = uuid4()
            carry_drafts(form=client_id, to=fresh)
            client_id = fresh
            form.add_error(None, refusal.sentence)
        except BadInput as refusal:
            if "code" in refusal.fields:
                return _closed(request, code, typed=form.cleaned_data["body"])
            for name, sentence in refusal.fields.items():
                form.add_error(name, sentence)
        else:
            return _taken_in(request, opinion, spoken, form.good)
    _keep(form.good, client_id)
    return _page(request, code, form, client_id, status=422)


def _taken_in(request: HttpRequest, opinion: Opinion, spoken: Spoken, good: Sequence[Photo]) -> HttpResponse:
    """Photos follow the opinion that is safely written; sent again, the form adds those that were missing."""
    if spoken.photos:
        _keep(good, spoken.client_id)
        hand_over_drafts(form=spoken.client_id, owner=opinion.pk, digests=spoken.photos)
    response = HttpResponseRedirect(reverse("portal:receipt"))
    response.status_code = 303
    remember(request, response, opinion.pk)
    return response


def _client_id(request: HttpRequest) -> UUID:
    """The id that the form was given; a new one for a form that lost it."""
    try:
        return UUID(request.POST.get("client_id", ""))
    except ValueError:
        return uuid4()


def _kept_drafts(request: HttpRequest, client_id: UUID) -> list[Attachment]:
    """Photos kept from an earlier attempt; looked up for a form that says it has some, or brings more."""
    if "kept" not in request.POST and not request.FILES:
        return []
    drop_drafts(form=client_id, which=set(request.POST.getlist("drop")))
    return list(drafts_of(client_id))


def _keep(photos: Sequence[Photo], client_id: UUID) -> None:
    for photo in photos:
        keep_photo(owner=client_id, photo=photo, actor=CITIZEN_ACTOR, role=DRAFT)


def _page(
    request: HttpRequest, code: IntakeCode, form: SpeakForm, client_id: UUID, *, status: int = 200
) -> HttpResponse:
    drafts = list(drafts_of(client_id)) if form.is_bound else []
    context = {"code": code, "form": form, "client_id": client_id, "drafts": drafts}
    return render(request, "portal/speak.html", context, status=status)


def _closed(request: HttpRequest, code: IntakeCode, typed: str = "") -> HttpResponse:
    return render(request, "portal/code_closed.html", {"code": code, "typed": typed}, status=410)
