"""Where a figure's page lies: every number shown anywhere leads there."""

from __future__ import annotations

from urllib.parse import urlencode

from django.urls import reverse

from guantong.kernel.periods import Period


def figure_url(code: str, region_code: str, period: Period) -> str:
    """The page of a figure with its records, for a region and a period."""
    return f"{reverse('figures:figure', args=[code])}?{urlencode({'region': region_code, 'period': period.code})}"


def home_url(region_code: str, period: Period) -> str:
    """The page of all figures of a region in a period."""
    return f"{reverse('figures:home')}?{urlencode({'region': region_code, 'period': period.code})}"
