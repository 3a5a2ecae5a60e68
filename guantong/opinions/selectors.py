"""Reading the codes of a county, and who there may have one."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from guantong.accounts.actors import Actor
from guantong.accounts.scope import in_scope
from guantong.base.now import today
from guantong.deputies.models import Deputy, Station
from guantong.opinions.models import IntakeCode, Opinion, Source
from guantong.regions.models import Organisation, OrganisationKind

Owner = Station | Deputy | Organisation
Group = tuple[str, list[tuple[str, str]]]


def codes_for(actor: Actor) -> QuerySet[IntakeCode]:
    """Every code that exists for the actor, and whether anybody has spoken through it (`used`)."""
    spoken = Exists(Opinion.objects.filter(code=OuterRef("pk")))
    rows = IntakeCode.objects.select_related("region", "place").annotate(used=spoken)
    return in_scope(rows, actor)


def working(rows: QuerySet[IntakeCode]) -> QuerySet[IntakeCode]:
    """Those through which one can speak today."""
    lasting = Q(expires_on__isnull=True) | Q(expires_on__gte=today())
    return rows.filter(lasting, withdrawn_at__isnull=True)


def of_source(rows: QuerySet[IntakeCode], source: str) -> QuerySet[IntakeCode]:
    """Those of one source; all for anything that is none."""
    return rows.filter(source=source) if source in Source.values else rows


def state_of(code: IntakeCode) -> str:
    """How a code stands: working, expired or withdrawn."""
    if code.withdrawn_at:
        return "withdrawn"
    return "expired" if code.expires_on and code.expires_on < today() else "working"


def owner_choices(region_code: str) -> list[Group]:
    """All who may have a code in a county, in groups, as choices of a form."""
    stations = list(Station.objects.filter(region_id=region_code))
    groups = [
        (_("代表联络站"), _choices("station", [s for s in stations if s.kind == Station.Kind.STATION])),
        (_("代表摊位"), _choices("station", [s for s in stations if s.kind == Station.Kind.STALL])),
        (_("人大代表"), _choices("deputy", Deputy.objects.filter(region_id=region_code, active=True))),
        (_("企业"), _choices("enterprise", _enterprises(region_code))),
    ]
    return [group for group in groups if group[1]]


def owner_of(choice: str, region_code: str) -> Owner | None:
    """The owner that a choice names, if the county has it."""
    kind, _colon, key = choice.partition(":")
    if not (key.isascii() and key.isdigit() and len(key) < 10):
        return None
    if kind == "station":
        return Station.objects.filter(pk=key, region_id=region_code).first()
    if kind == "deputy":
        return Deputy.objects.select_related("station").filter(pk=key, region_id=region_code, active=True).first()
    return _enterprises(region_code).filter(pk=key).first() if kind == "enterprise" else None


def _enterprises(region_code: str) -> QuerySet[Organisation]:
    return Organisation.objects.filter(region_id=region_code, kind=OrganisationKind.ENTERPRISE, active=True)


def _choices(kind: str, rows: Iterable[Owner]) -> list[tuple[str, str]]:
    return [(f"{kind}:{row.pk}", row.name) for row in rows]
