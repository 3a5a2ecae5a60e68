"""Voting on a phone or on the shared tablet, and what everybody may read of a published ballot.

No answer here passes a mark through a session, a message or an address: those are kept, and name who asked.
"""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from guantong.accounts.middleware import ActorRequest
from guantong.ballots import services
from guantong.ballots.detail import result_shown, rule_shown
from guantong.ballots.forms.voting import SlipForm, VoteForm
from guantong.ballots.models import Ballot, RollEntry
from guantong.ballots.selectors import results
from guantong.ballots.selectors.roll import entries_to_vote, entry_of_slip, own_entry, turnout_of
from guantong.base.refusals import BadInput, Refusal
from guantong.portal.county_pages import county_or_404, published_page
from guantong.portal.limits import within_limits

MOST = 20
"""Ballots of one person listed at a time."""


@never_cache
@sensitive_post_parameters()
@within_limits
@require_http_methods(["GET", "HEAD", "POST"])
def ballots(request: ActorRequest) -> HttpResponse:
    """The ballots in which one may vote, and where a slip is typed; a good slip shows its paper."""
    form = SlipForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        slip = form.cleaned_data["slip_secret"]
        if "done" in request.POST:
            services.end_slip(slip=slip, actor=request.actor)
            return redirect("portal:ballots")
        entry = entry_of_slip(slip)
        if entry is not None:
            paper = VoteForm(ballot=entry.ballot, actor=request.actor, initial={"slip_secret": slip})
            return _paper(request, entry, paper)
        form.add_error("slip_secret", _("没有这张投票条，请照着核对；重新印过的，旧的不能再用。"))
    context = {"form": form, "entries": list(entries_to_vote(request.actor)[:MOST])}
    return render(request, "portal/ballots.html", context, status=422 if form.errors else 200)


@never_cache
@sensitive_post_parameters()
@within_limits
@require_http_methods(["GET", "HEAD", "POST"])
def vote(request: ActorRequest, pk: UUID) -> HttpResponse:
    """One's own paper; sent, it lies in the box, and the answer itself shows its mark."""
    ballot = Ballot.objects.filter(pk=pk).first()
    slip = request.POST.get("slip_secret", "")[:60]
    entry = own_entry(ballot, request.actor, slip) if ballot else None
    if ballot is not None and entry is None and not request.actor.signed_in:
        return redirect("portal:ballots")
    if ballot is None or entry is None:
        raise Http404
    if request.method != "POST":
        return _paper(request, entry, VoteForm(ballot=ballot, actor=request.actor))
    form = VoteForm(request.POST, ballot=ballot, actor=request.actor)
    if not form.is_valid():
        return _paper(request, entry, form, status=422)
    try:
        cast = form.cast()
    except BadInput as no:
        form.refuse(no)
        return _paper(request, entry, form, status=422)
    except Refusal as no:
        return _paper(request, entry, form, refusal=no.sentence, status=409)
    context = {"ballot": ballot, "cast": cast, "slip": slip}
    return render(request, "portal/voted.html", context)


@require_safe
def ballot_results(request: HttpRequest, region: str) -> HttpResponse:
    """The published ballots of a county, the newest first; an old code of the county works too."""
    county = county_or_404(region)
    found = published_page(request, results.published_in(county.code), moment="closed_at")
    context = {**found, "county": county, "rows": found["rows"]}
    return render(request, "portal/ballot_results.html", context)


@require_safe
def ballot_result(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One published ballot: its rule, its result with the working, and all papers with their marks."""
    ballot = _published(pk)
    context = {**rule_shown(ballot), **result_shown(ballot), "ballot": ballot, "turnout": turnout_of(ballot)}
    return render(request, "portal/ballot_result.html", context)


@require_safe
def ballot_file(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The file from which anybody can count again."""
    export = results.export_of(_published(pk))
    answer = JsonResponse(export, json_dumps_params={"ensure_ascii": False, "indent": 1})
    answer["Content-Disposition"] = f'attachment; filename="ballot-{pk}.json"'
    return answer


def _published(pk: UUID) -> Ballot:
    ballot = results.published(pk)
    if ballot is None:
        raise Http404
    return ballot


def _paper(
    request: HttpRequest, entry: RollEntry, form: VoteForm, *, refusal: str = "", status: int = 200
) -> HttpResponse:
    context = {
        **rule_shown(form.ballot),
        "ballot": form.ballot,
        "entry": entry,
        "form": form,
        "refusal": refusal,
        "open": form.ballot.state == "open" and not entry.voted and not entry.on_paper,
    }
    return render(request, "portal/vote.html", context, status=status)
