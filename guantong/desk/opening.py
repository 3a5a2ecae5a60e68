"""The page of a form that opens a matter, for every kind that a person opens at the desk."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from guantong.accounts.middleware import ActorRequest
from guantong.base.refusals import BadInput, Refusal
from guantong.desk.door import page
from guantong.matters.asking_first import AsksFirst


def opening_page(
    request: ActorRequest, form_class: Any, template: str, *, current: str, done: str, **context: Any
) -> HttpResponse:
    """Show the form; when it is sent, open the matter, say `done` and go on to its page.

    `form_class` takes `actor`, opens the matter in `open()` and shows in `refuse()` what a service found
    wrong. What was typed stays in the form; a form with errors answers 422, one that asks first whether the same is
    there already 409.
    """
    form = form_class(request.POST if request.method == "POST" else None, actor=request.actor)
    likely = form.unasked() if request.method == "POST" and isinstance(form, AsksFirst) else []
    if request.method == "POST" and not likely and form.is_valid():
        try:
            opened = form.open()
        except BadInput as no:
            form.refuse(no)
        except Refusal as no:
            form.add_error(None, no.sentence)
        else:
            messages.success(request, done)
            return redirect("desk:matter", opened.pk)
    status = 422 if form.errors else 409 if likely else 200
    return page(request, template, {"form": form, "likely": likely, **context}, current=current, status=status)
