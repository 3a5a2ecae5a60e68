"""Importing suggestions of the years on paper 历年建议: all rows of a file, or none."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, time
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from guantong.accounts.actors import Actor
from guantong.base.now import CHINA, now
from guantong.base.refusals import BadInput, NotAllowed
from guantong.matters.models import Holding
from guantong.matters.services import numbers_given_up_to, open_matter
from guantong.regions.models import Region
from guantong.suggestions.importing.past import PastSuggestion
from guantong.suggestions.importing.values import plain_number
from guantong.suggestions.models import Mode, Put, Share, ShareRole, Signature, Suggestion
from guantong.suggestions.policies import desk
from guantong.suggestions.services.past_names import Names, enter_former_deputies
from guantong.suggestions.services.past_records import PastFile, conflicts, not_imported, series

AT_ONCE = 100
"""Rows between two reports of progress, and whose parts are written together."""

ON_PAPER = "（纸质答复，导入的表中没有正文。）"
"""The reply of a row that tells when and with what class, but not in which words."""


@transaction.atomic
def import_past_suggestions(
    *,
    file: PastFile,
    rows: Sequence[PastSuggestion],
    names: Names,
    actor: Actor,
    progress: Callable[[int], None] = lambda done: None,
) -> int:
    """Write every row as a suggestion that was closed on paper, or whose promise is still tracked; how many were new.

    The ledger says that it was imported now, by whom, from which row of which file; the suggestion's own moments are
    the file's. A row that was imported before is passed over. Raises NotAllowed, BadInput when a number or a suggestion
    is on record already, and what `progress` raises; then nothing is written at all.
    """
    _check_actor(file, actor)
    Region.objects.select_for_update(no_key=True).get(pk=file.region.pk)  # one import of a county at a time
    new = not_imported(file, rows)
    if wrong := conflicts(file, new):
        raise BadInput({f"{p.sheet}-{p.row}-{p.column}": f"{p.sheet} {p.row}：{p.wrong}" for p in wrong[:5]})
    enter_former_deputies(names, new, file.region, actor)
    for start in range(0, len(new), AT_ONCE):
        progress(start)
        _write(file, new[start : start + AT_ONCE], names, actor)
    _follow_numbers(file, new)
    progress(len(new))
    return len(new)


def _check_actor(file: PastFile, actor: Actor) -> None:
    if actor.region_code != file.region.pk:
        raise NotAllowed(_("只能导入本县的建议。"))
    if refusal := desk(actor, Suggestion(region=file.region)):
        raise NotAllowed(refusal)


def _write(file: PastFile, rows: Iterable[PastSuggestion], names: Names, actor: Actor) -> None:
    shares: list[Share] = []
    signatures: list[Signature] = []
    for past in rows:
        suggestion = _opened(file, past, names, actor)
        shares += _shares(suggestion, past, names)
        signatures += _signatures(suggestion, past, names)
    Share.objects.bulk_create(shares)
    Signature.objects.bulk_create(signatures)
    at = now()
    seeing = {(share.organisation_id, share.suggestion_id) for share in shares}
    rows_of = [Holding(organisation_id=body, matter_id=key, since=at) for body, key in sorted(seeing)]
    Holding.objects.bulk_create(rows_of, ignore_conflicts=True)


def _opened(file: PastFile, past: PastSuggestion, names: Names, actor: Actor) -> Suggestion:
    suggestion = Suggestion(
        id=file.key_of(past),
        number=file.number_of(past),
        region=file.region,
        **_words(file, past, names),
        **_handling(past, names),
        **_answer(past, names),
        **_promise(past),
    )
    origin = {"file": file.name, "sm3": file.digest, "sheet": past.sheet, "row": past.row, "number": past.number}
    return open_matter(
        matter=suggestion,
        kind="suggestion",
        transition="import_past_to_track" if past.promise_open else "import_past",
        actor=actor,
        data={"imported": origin, "lead": past.lead, **({"note": past.note} if past.note else {})},
    )


def _words(file: PastFile, past: PastSuggestion, names: Names) -> dict[str, Any]:
    lead, session = names.deputies[past.lead], past.session or file.session
    return {
        "lead": lead,
        "place_id": lead.place_id,
        "title": past.title,
        "body": past.body,
        "subject": names.subjects[past.subject],
        "put": Put.SESSION if session else Put.BETWEEN,
        "session": session,
        "year": past.year,
        "submitted_at": _moment(past.submitted),
    }


def _handling(past: PastSuggestion, names: Names) -> dict[str, Any]:
    return {
        "holder": names.units.get(past.unit),
        "mode": Mode.JOINT if past.co_units else Mode.ALONE,
        "handed_over_at": _moment(past.handed),
    }


def _answer(past: PastSuggestion, names: Names) -> dict[str, Any]:
    if past.replied is None:
        return {}
    rated = {"rated_process": past.process, "rated_result": past.grade, "rated_at": _moment(past.rated or past.replied)}
    return {
        "reply": past.reply or ON_PAPER,
        "reply_number": past.reply_number,
        "reply_category": past.category,
        "first_replied_at": _moment(past.replied),
        "replied_at": _moment(past.replied),
        "replied_for": names.units.get(past.unit),
        **(rated if past.grade is not None else {}),
    }


def _promise(past: PastSuggestion) -> dict[str, Any]:
    if not past.promise:
        return {}
    kept = _moment(past.kept)
    return {
        "promise": past.promise,
        "promised_by": past.promised_by,
        "promised_at": _moment(past.replied),
        "delivered_at": kept,
        "kept_at": kept,
    }


def _shares(suggestion: Suggestion, past: PastSuggestion, names: Names) -> list[Share]:
    lead = names.units.get(past.unit)
    others = {names.units[name].pk: names.units[name] for name in past.co_units}
    roles = [(lead, ShareRole.LEAD)] if lead else []
    roles += [(unit, ShareRole.CO) for key, unit in others.items() if lead is None or key != lead.pk]
    return [Share(suggestion=suggestion, organisation=unit, role=role) for unit, role in roles if unit]


def _signatures(suggestion: Suggestion, past: PastSuggestion, names: Names) -> list[Signature]:
    at = suggestion.submitted_at
    if at is None:
        return []
    signers = {names.deputies[name].pk for name in past.signers} - {suggestion.lead_id}
    return [Signature(suggestion=suggestion, deputy_id=key, asked_at=at, signed_at=at) for key in sorted(signers)]


def _follow_numbers(file: PastFile, rows: Iterable[PastSuggestion]) -> None:
    """Numbers that the system gives out for such a year go on after the highest that paper gave."""
    last: dict[int, int] = {}
    for past in rows:
        last[past.year] = max(last.get(past.year, 0), plain_number(past.number) or 0)
    for year, count in last.items():
        if count:
            numbers_given_up_to(region=file.region, series=series(), year=year, last=count)


def _moment(day: date | None) -> datetime | None:
    """The sheet knows days; noon in China stands for one."""
    return datetime.combine(day, time(12), CHINA) if day else None
