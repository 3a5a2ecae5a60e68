"""Looking an opinion up by its receipt, and its page for whoever asked."""

from __future__ import annotations

from uuid import UUID, uuid4

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.middleware.csrf import rotate_token
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from guantong.base.client_address import client_address
from guantong.opinions.models import Opinion
from guantong.opinions.receipts import is_secret
from guantong.portal import guessing
from guantong.portal.follow_forms import FollowForm
from guantong.portal.page_of_opinion import page_of
from guantong.portal.progress import state_label
from guantong.portal.remembered import forget, remember, remembered


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def follow(request: HttpRequest) -> HttpResponse:
    """Ask for number and secret; what this browser knows already is listed."""
    if request.method != "POST":
        return _page(request, FollowForm())
    form = FollowForm(request.POST)
    if not form.is_valid():
        return _page(request, form, status=422)
    number, address = form.cleaned_data["number"], client_address(request)
    if guessing.is_guessing(number=number, address=address):
        form.add_error(None, _("试的次数太多了。请一小时后再试，或者带上回执到联络站查询。"))
        return _page(request, form, status=429)
    opinion = Opinion.objects.filter(receipt=number).only("pk").first()
    # Unknown numbers take the same way as wrong secrets, so that neither answer nor time tells them apart.
    right = is_secret(opinion.pk if opinion else uuid4(), form.cleaned_data["secret"])
    if opinion is None or not right:
        guessing.note_failure(number=number, address=address)
        form.add_error(None, _("回执号和查询密码对不上。请照着回执核对后再试。"))
        return _page(request, form, status=422)
    response = HttpResponseRedirect(reverse("portal:followed", args=[opinion.pk]))
    response.status_code = 303
    remember(request, response, opinion.pk)
    return response


@never_cache
@require_safe
def followed(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The page of an opinion that this browser may look at."""
    return render(request, "portal/followed.html", page_of(own_opinion(request, pk)))


@require_POST
def forget_all(request: HttpRequest) -> HttpResponse:
    """Let this browser forget its receipts, and whose unsent text it holds: the phone may be somebody else's."""
    response = HttpResponseRedirect(reverse("portal:follow"))
    response.status_code = 303
    forget(response)
    rotate_token(request)
    return response


def own_opinion(request: HttpRequest, pk: UUID) -> Opinion:
    """The opinion, if this browser may look at it. Raises Http404 otherwise, whether or not it exists."""
    found = (
        Opinion.objects.select_related("region", "place", "holder", "code", "answered_for").filter(pk=pk).first()
        if pk in remembered(request)
        else None
    )
    if found is None:
        raise Http404
    return found


def _page(request: HttpRequest, form: FollowForm, *, status: int = 200) -> HttpResponse:
    known = {row.pk: row for row in Opinion.objects.filter(pk__in=remembered(request))}
    rows = [(known[pk], state_label(known[pk])) for pk in reversed(remembered(request)) if pk in known]
    return render(request, "portal/follow.html", {"form": form, "known": rows}, status=status)
