"""The working of a count, as data that a page can put into words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from guantong.kernel.procedure import Basis

_SENTENCES: Mapping[str, str] = {
    "quorum_met": "应到{eligible}人，实到{present}人；法定人数为{share}，即{needed}人，达到。",
    "quorum_missed": "应到{eligible}人，实到{present}人；法定人数为{share}，即{needed}人，没有达到，表决无效。",
    "papers": "发出表决票{handed_out}张，收回{received}张，收回的不多于发出的，表决有效。",
    "too_many_papers": "发出表决票{handed_out}张，收回{received}张，收回的多于发出的，表决无效。",
    "validity": "有效票{valid}张，废票{void}张：无法辨认{spoilt}张，空白{empty}张，多选{overfull}张。",
    "threshold": "通过须得{of}{base}的{share}，即至少{needed}票。",
    "plurality": "按得票多少确定，不设通过线。",
    "item_passed": "“{label}”计{votes}票，通过。",
    "item_failed": "“{label}”计{votes}票，未通过。",
    "over": "名额{places}个，达到通过线的有{over}个。",
    "chosen": "按得票多少，入选{count}个：{labels}。",
    "tied": "{labels}同得{votes}票，还剩{left}个名额，应在它们之间再次投票。",
    "refill": "还差{missing}个名额，应对其余的再次投票。",
    "fewer": "还差{missing}个名额，按规则空缺。",
}
_BASES = ("全体", "到会", "有效票", "过半数", "三分之二以上")
_LISTED = ("、", "无")
COUNT_WORDS = (*_SENTENCES.values(), *_BASES, *_LISTED)
"""What is said, for whoever translates it."""

Params = Mapping[str, str | int | tuple[str, ...]]
"""Numbers and words, by their names in a sentence."""

Say = Callable[[str], str]
"""Gives Chinese words in the language of whoever reads them."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step: `kind` names its sentence, `params` are numbers and words, `basis` the rule that it follows."""

    kind: str
    params: Params
    basis: Basis | None = None

    def sentence(self, say: Say = str) -> str:
        """Say the step, in Chinese unless `say` gives the words in another language."""
        shown = {key: _shown(key, value, say) for key, value in self.params.items()}
        return say(_SENTENCES[self.kind]).format(**shown)


def _shown(key: str, value: str | int | tuple[str, ...], say: Say) -> str:
    if isinstance(value, tuple):
        return say("、").join(value) or say("无")
    return say(str(value)) if key in ("of", "share") else str(value)
