"""Sums of money as they are read."""

from django.utils.translation import get_language

TEN_THOUSAND = 10_000


def yuan(amount: int) -> str:
    """A sum of whole yuan: in Chinese by ten thousands where that is exact (450万元), else with its digits apart."""
    if (get_language() or "").startswith("en"):
        return f"¥{amount:,}"
    if amount and amount % TEN_THOUSAND == 0:
        return f"{amount // TEN_THOUSAND:,}万元"
    return f"{amount:,}元"
