"""A county with 200,000 open matters, written with SQL: only benchmarks may do this."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import connection

from guantong.accounts.actors import SYSTEM_ACTOR, Actor
from guantong.accounts.models import Role
from guantong.accounts.services import appoint, register_person
from guantong.deputies.roster import open_station
from guantong.opinions.models import IntakeCode
from guantong.opinions.services import make_code
from guantong.regions.loading import load_regions
from guantong.regions.models import Organisation, Region

COUNTY, TOWNSHIP = "451028", "451028203"

MATTERS = """
INSERT INTO matters_matter (id, kind, title, region_id, place_id, state, rules_version, holder_id, opened_at, due_at,
                            version)
SELECT ('01900000-0000-7000-8000-' || lpad(to_hex(g), 12, '0'))::uuid, 'opinion',
       '第' || g || '盏路灯坏了三个星期没有人修',
       %(county)s, %(place)s, 'assigned', '2025', %(holder)s, now() - interval '60 days' * (g / %(rows)s::float),
       now() + interval '60 days' * ((g * 7919 %% %(rows)s) / %(rows)s::float) - interval '20 days', 3
FROM generate_series(1, %(rows)s) g
"""
OPINIONS = """
INSERT INTO opinions_opinion (matter_ptr_id, client_id, receipt, source, channel, lane, track, body, "where",
    contact_name, contact_phone, notice_version, code_id, slip, answer, outcome, routed_to, station_id)
SELECT m.id, gen_random_uuid(), upper(substr(md5(m.id::text), 1, 10)), 'station', 'code', 'ordinary', '',
       m.title || '，晚上看不清路。', '', '', '', '2025', %(code)s, '', '', '', '', %(station)s
FROM matters_matter m
"""
CLOCKS = """
INSERT INTO matters_clock (matter_id, code, rule, started_at, due_at, provisional, pauses, extension, stage)
SELECT id, 'opinion.department', %(rule)s, opened_at, due_at, false, '[]', 0, 0 FROM matters_matter
"""
ENTRIES = """
INSERT INTO audit_entry (chain, seq, at, author, role, organisation, action, source, target, reason, data, digest)
SELECT id, 1, opened_at, '群众', 'citizen', '', 'submit', '', 'received', '', '{}', decode(md5(id::text), 'hex')
FROM matters_matter
"""


@dataclass(frozen=True, slots=True)
class City:
    """What the load needs of the seeded county."""

    code: IntakeCode
    clerk: Actor
    station: int


def found() -> City:
    """A county with a clerk, a station and its code, in a fresh, migrated database."""
    load_regions(only=[COUNTY, TOWNSHIP])
    region, place = Region.objects.get(pk=COUNTY), Region.objects.get(pk=TOWNSHIP)
    station = open_station(code="bench", name="试验站", region=region, place=place, actor=SYSTEM_ACTOR)
    office = Organisation.objects.get(region=region, code="deputy_affairs")
    person = register_person(username="bench", name="试验员", password="guantong-2025", actor=SYSTEM_ACTOR)
    clerk = Actor.of(
        appoint(person=person, role=Role.CLERK, organisation=office, since=date(2024, 1, 1), actor=SYSTEM_ACTOR)
    )
    return City(make_code(owner=station, actor=clerk), clerk, station.pk)


def build(rows: int) -> City:
    """Seed a fresh, migrated database with a county and its open matters."""
    city = found()
    holder = Organisation.objects.get(region_id=COUNTY, code="shuili")
    rule = (
        '{"code":"opinion.department","name":"部门办理","amount":30,"unit":"calendar_days","basis":{"text":"","mark":"M"},'
        '"statutory":false,"version":"2025","effective_from":null,"end_of_day":true,"extension_cap":30,'
        '"start_next_day":true}'
    )
    values = {"county": COUNTY, "place": TOWNSHIP, "holder": holder.pk, "rows": rows, "code": city.code.pk}
    with connection.cursor() as cursor:
        for sql in (MATTERS, OPINIONS, CLOCKS, ENTRIES):
            cursor.execute(sql, {**values, "rule": rule, "station": city.station})
        cursor.execute("VACUUM ANALYZE")
    return city
