"""双联系 on the phone: one's links with how far each is, and logging a contact in seconds."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from guantong.accounts.middleware import ActorRequest
from guantong.base.keyset import newest_first
from guantong.base.now import today
from guantong.base.refusals import BadInput, Refusal
from guantong.deputies.contact_lists import own_links, with_progress
from guantong.deputies.forms.links import PhoneContactForm
from guantong.deputies.models import Contact, Followed
from guantong.field.door import page
from guantong.figures.selectors import half_year_of

CURRENT = "field:home"


@require_safe
def links(request: ActorRequest) -> HttpResponse:
    """The links that one keeps, or for who keeps a station those of its deputies."""
    period, after = half_year_of(today()), request.GET.get("after", "")[:200]
    found = newest_first(own_links(request.actor), after, moment="opened_at")
    context = {
        "rows": with_progress(found.rows, period),
        "period": period,
        "next_url": f"?after={found.next}" if found.next else "",
        "first_url": "?" if after else "",
    }
    return page(request, "field/links.html", context, current=CURRENT)


@require_http_methods(["GET", "HEAD", "POST"])
def log(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Log one contact; when an opinion came of it, go on to record that."""
    link = get_object_or_404(own_links(request.actor), pk=pk)
    form = PhoneContactForm(request.POST if request.method == "POST" else None, link=link, actor=request.actor)
    if request.method == "POST" and form.is_valid():
        try:
            contact = form.act()
        except BadInput as no:
            form.refuse(no)
        except Refusal as no:
            form.add_error(None, no.sentence)
        else:
            return _done(request, contact)
    period, status = half_year_of(today()), 422 if form.errors else 200
    context = {"link": link, "form": form, "period": period, "progress": with_progress([link], period)[0][1]}
    return page(request, "field/log_contact.html", context, current=CURRENT, status=status)


def _done(request: ActorRequest, contact: Contact) -> HttpResponse:
    if contact.followed == Followed.OPINION and contact.became_id is None:
        messages.success(request, _("联系已登记。请接着登记这条意见。"))
        return redirect(f"{reverse('field:record')}?contact={contact.pk}")
    messages.success(request, _("联系已登记。"))
    return redirect("field:links")
