"""The reply letter 答复函 in the layout of GB/T 9704-2012, in Chinese whatever language its reader chose."""

from __future__ import annotations

from guantong.base.now import local_day
from guantong.documents.content import Para
from guantong.documents.lines import CENTER, RIGHT
from guantong.documents.packing import MEDIA_TYPE
from guantong.documents.paper import Paper
from guantong.documents.typed import paragraphs
from guantong.documents.wording import written_day
from guantong.matters.fingerprint import fingerprint_of
from guantong.suggestions.models import Suggestion
from guantong.suggestions.selectors import reply_letter

__all__ = ["MEDIA_TYPE", "letter_of"]


def letter_of(suggestion: Suggestion) -> bytes:
    """The letter with which a unit answers a suggestion, as .docx. The suggestion must have a reply.

    The file names the version of the record that it was made from; the letter's words do not.
    """
    day = local_day(suggestion.replied_at or suggestion.opened_at)
    issuer = suggestion.replied_for.name if suggestion.replied_for else ""
    letter = reply_letter(suggestion.reply_category, region_code=suggestion.region_id, on=day)
    paper = Paper()
    paper.line(f"答复类别：{letter}", align=RIGHT)
    if suggestion.reply_number:
        paper.line(suggestion.reply_number, align=CENTER)
    paper.line("")
    paper.title(f"关于对{suggestion.number or ''}建议的答复")
    paper.to(_addressed(suggestion))
    paper.blocks([Para(_opening(suggestion)), *paragraphs(suggestion.reply)])
    if suggestion.promise:
        paper.blocks([Para(_promised(suggestion))])
    paper.blocks([Para("感谢您对我们工作的关心和支持，请继续监督。")])
    paper.signature(issuer, day)
    return paper.bytes(author=issuer, day=day, fingerprint=fingerprint_of(suggestion))


def _addressed(suggestion: Suggestion) -> list[str]:
    """The deputies who signed, the first one first; the last name bears the title of all."""
    signed = suggestion.signatures.filter(signed_at__isnull=False).values_list("deputy__name", flat=True)
    *others, last = [suggestion.lead.name, *signed]
    return [*others, f"{last}代表"]


def _opening(suggestion: Suggestion) -> str:
    return f"您提出的“{suggestion.title}”（{suggestion.number or ''}）收悉。经研究办理，现答复如下："


def _promised(suggestion: Suggestion) -> str:
    day = written_day(suggestion.promised_by) if suggestion.promised_by else ""
    return f"我单位承诺：{suggestion.promise.rstrip('。')}，于{day}前完成。"
