"""insert_together: one statement, all or nothing."""

import uuid
from datetime import UTC, datetime

import pytest
from django.db import IntegrityError, transaction

from guantong.base.rows import insert_together
from guantong.deputies.models import PracticalDeed
from guantong.figures.models import Mark
from guantong.matters.models import Matter
from guantong.regions.models import Region

pytestmark = pytest.mark.django_db
AT = datetime(2025, 3, 1, 2, tzinfo=UTC)


def deed(region: Region) -> PracticalDeed:
    row = PracticalDeed(
        kind="deed", title="修水渠", region=region, place=region, state="promised", rules_version="2025", opened_at=AT,
        content="修好三组水渠",
    )  # fmt: skip
    row.pk = row.id
    return row


def test_an_inherited_row_and_its_neighbours_take_one_statement(county_a: Region, django_assert_num_queries) -> None:
    row = deed(county_a)
    with django_assert_num_queries(1):
        insert_together([row, Mark(model="deputies.practicaldeed", region=county_a.pk, day=AT.date())])
    kept = PracticalDeed.objects.get(pk=row.pk)
    assert (kept.title, kept.content, kept.opened_at) == ("修水渠", "修好三组水渠", AT)
    assert Matter.objects.get(pk=row.pk).kind == "deed"
    assert Mark.objects.count() == 1


def test_one_refused_row_takes_the_others_with_it(county_a: Region) -> None:
    first, second = deed(county_a), deed(county_a)
    insert_together([first])
    second.id = first.id
    second.pk = first.id
    with pytest.raises(IntegrityError), transaction.atomic():
        insert_together([Mark(model="m", region="451028", day=AT.date()), second])
    assert not Mark.objects.filter(model="m").exists()


def test_quotes_and_percent_signs_are_only_text(county_a: Region) -> None:
    row = deed(county_a)
    row.title = "办结率100%'; DROP TABLE x; --"
    insert_together([row])
    assert PracticalDeed.objects.get(pk=row.pk).title == row.title
    assert isinstance(row.pk, uuid.UUID)
