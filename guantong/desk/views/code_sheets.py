"""Sheets of codes for printing: a page for the browser's printer, a PDF, and long ones from the queue."""

from __future__ import annotations

from collections.abc import Sequence

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from guantong.accounts.middleware import ActorRequest
from guantong.base.refusals import BadInput
from guantong.desk.code_addresses import address_in, scanned_nowhere, template_in
from guantong.desk.door import page
from guantong.opinions import selectors as code_selectors
from guantong.opinions.models import IntakeCode, Source
from guantong.opinions.printing import AT_ONCE, MOST, order_sheet
from guantong.opinions.sheets import CannotPrint, Size, card_of, sheet_pages, sheet_pdf

CURRENT = "desk:codes"


def _size(request: ActorRequest) -> Size:
    return Size.A6 if request.GET.get("size") == Size.A6.value else Size.A4


def _one(request: ActorRequest, token: str) -> IntakeCode:
    return get_object_or_404(code_selectors.codes_for(request.actor), token=token)


def _many(request: ActorRequest, asked: str) -> list[IntakeCode]:
    rows = code_selectors.working(code_selectors.of_source(code_selectors.codes_for(request.actor), asked))
    return list(rows.order_by("source", "place_id", "id")[: MOST + 1])


@require_safe
def code_sheet(request: ActorRequest, token: str) -> HttpResponse:
    """One code on a page of paper."""
    size = _size(request)
    pdf_url = f"{reverse('desk:code-pdf', args=[token])}?size={size.value}"
    return _print_page(request, [_one(request, token)], size, pdf_url, reverse("desk:code", args=[token]))


@require_safe
def code_pdf(request: ActorRequest, token: str) -> HttpResponse:
    """The same as PDF."""
    code = _one(request, token)
    return _pdf(request, [code], _size(request), f"{code.token}.pdf")


@require_safe
def codes_sheet(request: ActorRequest) -> HttpResponse:
    """All working codes of the county, eight cards a page; a long sheet is ordered first."""
    source = request.GET.get("source", "")
    codes, narrowed = _many(request, source), f"?source={source}" if source in Source.values else ""
    if not codes:
        messages.warning(request, _("没有使用中的二维码可以打印。"))
        return redirect("desk:codes")
    if len(codes) > AT_ONCE:
        context = {
            "count": len(codes),
            "most": MOST,
            "too_many": len(codes) > MOST,
            "source": source,
            "nowhere": scanned_nowhere(request),
        }
        return page(request, "desk/codes/order.html", context, current=CURRENT)
    pdf_url = reverse("desk:codes-pdf") + narrowed
    return _print_page(request, codes, Size.CARDS, pdf_url, reverse("desk:codes") + narrowed)


@require_safe
def codes_pdf(request: ActorRequest) -> HttpResponse:
    """The same as PDF, while it is short enough to wait for."""
    source = request.GET.get("source", "")
    codes = _many(request, source)
    if not codes or len(codes) > AT_ONCE:
        return redirect("desk:codes-sheet")
    return _pdf(request, codes, Size.CARDS, "codes.pdf")


@require_POST
def order_codes(request: ActorRequest) -> HttpResponse:
    """Put a long sheet on the queue and show how far it is."""
    codes = _many(request, request.POST.get("source", ""))
    try:
        work = order_sheet(codes=codes, template=template_in(request), actor=request.actor)
    except BadInput as no:
        messages.error(request, no.sentence)
        return redirect("desk:codes")
    return redirect("desk:work", work.pk)


def _print_page(
    request: ActorRequest, codes: Sequence[IntakeCode], size: Size, pdf_url: str, back_url: str
) -> HttpResponse:
    cards = [card_of(code, address_in(request)) for code in codes]
    context = {
        "size": size.value,
        "pages": sheet_pages(cards, size),
        "pdf_url": pdf_url,
        "back_url": back_url,
        "nowhere": scanned_nowhere(request),
    }
    return render(request, "desk/codes/sheet.html", context)


def _pdf(request: ActorRequest, codes: Sequence[IntakeCode], size: Size, name: str) -> HttpResponse:
    try:
        content = sheet_pdf(codes, size=size, address=address_in(request))
    except CannotPrint as no:
        return page(request, "desk/codes/cannot_print.html", {"sentence": no.sentence}, current=CURRENT, status=503)
    headers = {"Content-Disposition": f'inline; filename="{name}"'}
    return HttpResponse(content, content_type="application/pdf", headers=headers)


urlpatterns = [
    path("codes/sheet/", codes_sheet, name="codes-sheet"),
    path("codes/sheet.pdf", codes_pdf, name="codes-pdf"),
    path("codes/order/", order_codes, name="order-codes"),
    path("codes/<slug:token>/sheet/", code_sheet, name="code-sheet"),
    path("codes/<slug:token>/sheet.pdf", code_pdf, name="code-pdf"),
]
