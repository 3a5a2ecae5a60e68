"""Making a move: the form of one transition, and what came of sending it."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from guantong.accounts.middleware import ActorRequest
from guantong.base.refusals import BadInput, Conflict, NotAllowed, Refusal
from guantong.desk.basis import sourced
from guantong.desk.door import page
from guantong.desk.finding import matter_or_404
from guantong.kernel.procedure import Transition
from guantong.matters.actions import MoveForm, desk_of
from guantong.matters.models import Matter
from guantong.matters.policies import permitted_moves
from guantong.matters.registry import procedure_of


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def move(request: ActorRequest, pk: UUID, code: str) -> HttpResponse:
    """The form of one move; sent, it leads back to the matter, or says beside it why not."""
    matter = matter_or_404(request.actor, pk)
    transition, form_class = _move_or_404(matter, code)
    if request.method != "POST":
        if transition not in permitted_moves(request.actor, matter):
            messages.warning(request, _("您现在不能对这件事项进行“%(step)s”。") % {"step": transition.label})
            return redirect("desk:matter", pk)
        return _show(request, matter, transition, form_class(matter=matter, actor=request.actor))
    form = form_class(request.POST, request.FILES, matter=matter, actor=request.actor)
    if not form.is_valid():
        return _show(request, matter, transition, form, status=422)
    try:
        form.act()
    except BadInput as refusal:
        form.refuse(refusal)
        return _show(request, matter, transition, form, status=422)
    except Refusal as refusal:
        return _refused(request, pk, transition, form_class, refusal)
    messages.success(request, _("已完成：%(step)s。") % {"step": transition.label})
    return redirect("desk:matter", pk)


def _move_or_404(matter: Matter, code: str) -> tuple[Transition, type[MoveForm]]:
    form_class = desk_of(matter.kind).forms.get(code)
    transition = procedure_of(matter).by_code.get(code)
    if form_class is None or transition is None:
        raise Http404
    return transition, form_class


def _refused(
    request: ActorRequest, pk: UUID, transition: Transition, form_class: type[MoveForm], refusal: Refusal
) -> HttpResponse:
    """The form again with all that was typed, under the sentence of the refusal and over the newest version."""
    matter = matter_or_404(request.actor, pk)
    typed = request.POST.copy()
    typed["version"] = str(matter.version)
    form = form_class(typed, matter=matter, actor=request.actor)
    form.is_valid()
    status = 403 if isinstance(refusal, NotAllowed) else 409
    again = isinstance(refusal, Conflict) and transition in permitted_moves(request.actor, matter)
    return _show(request, matter, transition, form, refusal=refusal.sentence, status=status, again=again)


def _show(
    request: ActorRequest,
    matter: Matter,
    transition: Transition,
    form: MoveForm,
    *,
    refusal: str = "",
    status: int = 200,
    again: bool = True,
) -> HttpResponse:
    context = {
        "matter": matter,
        "transition": transition,
        "basis": sourced(transition.basis),
        "state": procedure_of(matter).by_state[matter.state],
        "form": form,
        "refusal": refusal,
        "again": again,
    }
    if request.htmx and request.method != "POST":  # type: ignore[attr-defined]  # set by HtmxMiddleware
        return render(request, "desk/_move.html", context, status=status)
    return page(request, "desk/move.html", context, current="desk:worklist", status=status)
