"""The seals over the ledger, and whether it holds: the auditor's page."""

from __future__ import annotations

from itertools import islice

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from guantong.accounts.middleware import ActorRequest
from guantong.audit.models import Seal
from guantong.audit.seals import faults
from guantong.desk.door import page

SEALS_SHOWN = 60
FAULTS_SHOWN = 50


@require_http_methods(["GET", "HEAD", "POST"])
def ledger(request: ActorRequest) -> HttpResponse:
    """The newest seals; posted, every entry and seal is checked anew."""
    seals = Seal.objects.order_by("-day")[:SEALS_SHOWN]
    found = list(islice(faults(), FAULTS_SHOWN)) if request.method == "POST" else None
    table = {
        "caption": _("每日封存"),
        "note": _("封存值由当日各事项台账末项算出，并与前一日相连；把最新一项抄存到别处，即可为此前全部台账作证。"),
        "columns": [
            {"label": _("日期")},
            {"label": _("记录"), "numeric": True},
            {"label": _("事项"), "numeric": True},
            {"label": _("封存值（SM3）")},
        ],
        "rows": [[str(s.day), s.entries, s.chains, bytes(s.digest).hex()] for s in seals],
        "stack": True,
    }
    context = {"seals": seals, "table": table, "faults": found, "checked": found is not None}
    return page(request, "desk/ledger.html", context, current="desk:ledger")
