"""The report that the product writes agrees with the records that it was written from, number by number."""

from __future__ import annotations

import pytest

from guantong.figures.reconcile import reconcile
from guantong.figures.report import half_year
from guantong.figures.report_text import as_text
from guantong.figures.tests.conftest import Office
from guantong.kernel.periods import Period
from guantong.kernel.verdict import Verdict
from guantong.regions.models import Region


@pytest.mark.parametrize("of_the_city", [False, True])
def test_every_number_of_its_paragraphs_agrees(
    leye: Office, longlin: Office, period: Period, of_the_city: bool
) -> None:
    region = Region.objects.get(pk="451000") if of_the_city else longlin.region
    text = as_text(half_year(region, period))
    read = reconcile(text, region=region, period=period)
    telling = [item for item in read.items if "\n" in text[: item.figure.start] and item.recorded]
    assert len(telling) >= 8
    wrong = [(i.figure.text, i.figure.object, i.verdict.label, i.explanation) for i in read.items
             if i.verdict is Verdict.MISMATCH]  # fmt: skip
    assert wrong == []
    assert [i.figure.text for i in telling if i.verdict not in (Verdict.MATCH, Verdict.NO_RECORD)] == []
