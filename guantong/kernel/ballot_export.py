"""The published file of a ballot: everything that its result follows from, and counting it again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from guantong.kernel.ballot_count import count
from guantong.kernel.ballot_json import papers_from_json, result_as_json, rule_from_json, turnout_from_json
from guantong.kernel.ballot_paper import Paper
from guantong.kernel.ballot_rule import RuleError
from guantong.kernel.sm3chain import canonical, sm3

FORMAT = "guantong-ballot/1"


def papers_as_json(papers: Sequence[Paper]) -> list[dict[str, Any]]:
    """The papers in the order of their marks, which is random: it tells nothing of who gave one, or when."""
    rows = [{"mark": paper.mark, "choices": sorted(paper.choices)} for paper in papers]
    return sorted(rows, key=lambda row: str(row["mark"]))


def papers_digest(rows: Sequence[Mapping[str, Any]]) -> str:
    """SM3 over the papers in the order of their marks: what the ledger keeps of them."""
    return sm3(canonical({"papers": sorted(rows, key=lambda row: str(row["mark"]))})).hex()


def setup_digest(setup: Mapping[str, Any]) -> str:
    """SM3 over the set-up: what the ledger keeps when it is frozen."""
    return sm3(canonical(setup)).hex()


def differences(export: Mapping[str, Any]) -> list[str]:
    """What does not hold in a published file, in sentences; nothing when all of it does.

    Needs no database: the result is counted anew from rule, papers and turnout, and the digests are made anew.
    Raises RuleError for what is no such file.
    """
    if export.get("format") != FORMAT:
        raise RuleError(f"not a file of the format {FORMAT}")
    missing = {"setup", "turnout", "papers", "result", "setup_digest", "papers_digest"} - set(export)
    if missing:
        raise RuleError(f"missing: {sorted(missing)}")
    setup, rows, told = export["setup"], export["papers"], export["result"]
    if not all(isinstance(part, Mapping) for part in (setup, told)) or not isinstance(rows, list):
        raise RuleError("not laid out as such a file")
    papers = papers_from_json(rows)
    found = []
    if setup_digest(setup) != export["setup_digest"]:
        found.append("表决设置与封存的摘要不符。")
    if papers_digest(rows) != export["papers_digest"]:
        found.append("表决票与封存的摘要不符。")
    if len({paper.mark for paper in papers}) < len(papers):
        found.append("有两张表决票的票号相同。")
    rule, turnout = rule_from_json(setup.get("rule", {})), turnout_from_json(export["turnout"])
    counted = result_as_json(count(rule, papers, turnout))
    found += [
        f"{name}：文件写{told.get(name)}，重新计票得{value}。"
        for name, value in counted.items()
        if told.get(name) != value
    ]
    return found
