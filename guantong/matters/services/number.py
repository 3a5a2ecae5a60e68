"""Giving out official numbers."""

from __future__ import annotations

from django.db import connection, transaction

from guantong.documents.wording import document_number
from guantong.matters.models import Sequence
from guantong.matters.office_codes import office_code
from guantong.regions.models import Region


@transaction.atomic
def next_number(*, region: Region, series: str, year: int) -> str:
    """The next number of a region's series in the office's pattern: 乐业人意〔2025〕12号.

    Numbers have no gaps: the row stays locked until the caller's transaction ends.
    """
    table = connection.ops.quote_name(Sequence._meta.db_table)
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table} (region_id, series, year, last) VALUES (%s, %s, %s, 1)"  # noqa: S608  own table name
            " ON CONFLICT (region_id, series, year) DO UPDATE SET last = EXCLUDED.last + "
            f"{table}.last RETURNING last",
            [region.code, series, year],
        )
        (last,) = cursor.fetchone()
    return official_number(region=region, series=series, year=year, count=last)


def official_number(*, region: Region, series: str, year: int, count: int) -> str:
    """A number in the office's pattern: its code, the year in 六角括号, no leading zeros."""
    return document_number(office_code(region=region, series=series, year=year), year, count)


def numbers_given_up_to(*, region: Region, series: str, year: int, last: int) -> None:
    """Let the series go on after a number that was given out elsewhere, on paper."""
    with connection.cursor() as cursor:
        table = connection.ops.quote_name(Sequence._meta.db_table)
        cursor.execute(
            f"INSERT INTO {table} (region_id, series, year, last) VALUES (%s, %s, %s, %s)"  # noqa: S608  own table name
            " ON CONFLICT (region_id, series, year) DO UPDATE SET last = "
            f"GREATEST({table}.last, EXCLUDED.last)",
            [region.code, series, year, last],
        )
