"""Paying what was agreed."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from guantong.accounts.actors import Actor
from guantong.base.now import now
from guantong.base.refusals import BadInput
from guantong.figures.marks import marks_for
from guantong.figures.models import Mark
from guantong.funds.models import FundProject, Payment
from guantong.matters.services import lock_matter, perform


@transaction.atomic
def pay_project(
    *, project: FundProject, amount: int, voucher: str, actor: Actor, seen_version: int | None = None
) -> FundProject:
    """Record a payment of `amount` yuan, before acceptance or after it.

    Raises BadInput for more than is still owed under the contract or a voucher that is there already, and what
    perform raises.
    """
    held = lock_matter(project)
    owed = (held.contracted or 0) - held.paid
    if not 0 < amount <= owed:
        raise BadInput({"amount": _("按合同还可拨付%(n)s元。") % {"n": f"{owed:,}"}})
    if held.payments.filter(voucher=voucher).exists():
        raise BadInput({"voucher": _("这个凭证号已经登记过。")})
    paid = perform(
        matter=project,
        transition="pay_rest" if held.state == "accepted" else "pay",
        actor=actor,
        seen_version=seen_version,
        changes={"paid": held.paid + amount},
        given={"amount": amount, "voucher": voucher},
        data={"amount": amount, "voucher": voucher},
    )
    payment = Payment.objects.create(project=paid, amount=amount, voucher=voucher, paid_at=now())
    Mark.objects.bulk_create(marks_for(payment))
    return paid
