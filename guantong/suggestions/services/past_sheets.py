"""From an uploaded list of past suggestions to its import: kept aside, looked through, confirmed, done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _
from procrastinate.contrib.django import app

from guantong.accounts.actors import Actor, actor_of
from guantong.accounts.models import Person
from guantong.base.models import Work
from guantong.base.now import now, today
from guantong.base.refusals import BadInput, NotAllowed
from guantong.base.works import begin_work, end_work, reporting_beside, working
from guantong.kernel.sm3chain import sm3
from guantong.regions.models import Region
from guantong.suggestions.importing.archive import check_file
from guantong.suggestions.importing.book import Book, read_book
from guantong.suggestions.importing.past import PastSuggestion
from guantong.suggestions.models import PastSheet, Suggestion
from guantong.suggestions.policies import desk
from guantong.suggestions.selectors import letters_of
from guantong.suggestions.services.importing import import_past_suggestions
from guantong.suggestions.services.past_names import Chosen, Names, Register, Unknown
from guantong.suggestions.services.past_records import PastFile, conflicts, not_imported

TASK = "import_past_suggestions"
MOST_UNKNOWN = 150
"""Names that one page asks about."""

KEPT_FOR = timedelta(days=2)
"""How long a file that nobody confirmed is kept."""


@dataclass(frozen=True, slots=True)
class Preview:
    """What an import would do: `new` rows would be written, `book` says what is wrong, `unknown` what to choose."""

    book: Book
    new: Sequence[PastSuggestion]
    unknown: Unknown

    @property
    def clean(self) -> bool:
        """Whether nothing is wrong, so that it may be confirmed once every name was chosen for."""
        return not self.book.problems


def keep_past_sheet(*, name: str, content: bytes, year: int, actor: Actor, session: str = "") -> PastSheet:
    """Keep an uploaded list aside until it is confirmed. Raises NotAllowed, and Unreadable for what is no .xlsx."""
    region = Region.objects.get(pk=actor.region_code)
    if refusal := desk(actor, Suggestion(region=region)):
        raise NotAllowed(refusal)
    if actor.person_id is None:
        raise NotAllowed(_("请先登录。"))
    check_file(name, content)
    return PastSheet.objects.create(
        region=region,
        name=name[-120:],
        digest=sm3(content).hex(),
        content=content,
        year=year,
        session=session.strip(),
        uploaded_by_id=actor.person_id,
        uploaded_at=now(),
    )


def preview_past_sheet(sheet: PastSheet) -> Preview:
    """Read a list without writing anything. Raises Unreadable."""
    letters = letters_of(sheet.region_id, on=today())
    book = read_book(name=sheet.name, data=bytes(sheet.content), year=sheet.year, today=today(), letters=letters)
    file = _file(sheet)
    new = not_imported(file, book.rows)
    book.problems += conflicts(file, new)
    return Preview(book, new, Register(sheet.region).unknown(new))


@transaction.atomic
def confirm_past_sheet(*, sheet: PastSheet, chosen: Chosen, actor: Actor) -> Work:
    """Put the import of a list on the queue; confirmed again while it runs or when it is done, it is the same work.

    Raises NotAllowed for anybody but who uploaded it, BadInput while something is wrong or not chosen for.
    """
    held = PastSheet.objects.select_for_update().get(pk=sheet.pk)
    if actor.person_id is None or held.uploaded_by_id != actor.person_id:
        raise NotAllowed(_("只有上传的人可以确认导入。"))
    if held.work and held.work.state in (Work.State.RUNNING, Work.State.DONE):
        return held.work
    preview = preview_past_sheet(held)
    if not preview.clean or preview.unknown.count > MOST_UNKNOWN:
        raise BadInput({"file": _("表里还有问题，请改好后重新上传。")})
    _names(held, preview.new, chosen)
    what = _("导入历年建议：%(name)s") % {"name": held.name[-80:]}
    held.work = begin_work(what=what, total=len(preview.new), person_id=actor.person_id)
    held.save(update_fields=["work"])
    app.configure_task(TASK).defer(work_id=str(held.work.pk), sheet_id=str(held.pk), chosen=asdict(chosen))
    return held.work


def import_past_sheet(*, work_id: UUID, sheet_id: UUID, chosen: Mapping[str, Mapping[str, str]]) -> None:
    """Do a confirmed import: with all its rows, its progress told beside, or with none; safe to run again."""
    with working(work_id), reporting_beside(work_id) as report, transaction.atomic():
        sheet = PastSheet.objects.select_related("region").get(pk=sheet_id)
        preview = preview_past_sheet(sheet)
        if not preview.clean:
            raise BadInput({"file": preview.book.problems[0].wrong})
        names = _names(sheet, preview.new, Chosen(**chosen))
        actor = actor_of(Person.objects.get(pk=sheet.uploaded_by_id))
        if actor is None:
            raise NotAllowed(_("上传的人已经没有岗位，没有导入。"))
        import_past_suggestions(file=_file(sheet), rows=preview.new, names=names, actor=actor, progress=report)
        PastSheet.objects.filter(pk=sheet_id).update(content=b"")
        end_work(work_id=work_id)


def drop_old_past_sheets() -> None:
    """Empty the files that nobody confirmed in time, and those whose import came to nothing."""
    old = PastSheet.objects.filter(uploaded_at__lt=now() - KEPT_FOR)
    old.filter(work__isnull=True).delete()
    old.exclude(work__state=Work.State.RUNNING).exclude(content=b"").update(content=b"")


def _names(sheet: PastSheet, rows: Sequence[PastSuggestion], chosen: Chosen) -> Names:
    try:
        return Register(sheet.region).names(rows, chosen)
    except (KeyError, ValueError):
        raise BadInput({"file": _("还有名字没有选定，请逐个选择。")}) from None


def _file(sheet: PastSheet) -> PastFile:
    return PastFile(sheet.region, sheet.name, sheet.digest, sheet.session)
