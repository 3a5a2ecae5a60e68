"""Hold the seed report against the demo city: which numbers agree, and that no other does.

Runs only where ../shared lies beside the project and the demo city is built; anywhere else it says so and ends well.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SEED = ROOT.parent / "shared" / "domain" / "seed-baise-2025h1.txt"
AGREEING = {
    ("乐业县", "deputy_activities_held", "23场次"),
    ("乐业县", "household_visit_person_times", "500余人次"),
    ("乐业县", "station_opinions_collected", "74条"),
    ("乐业县", "station_opinions_resolved", "45条"),
    ("乐业县", "practical_deeds_done", "37件"),
    ("西林县", "suggestions_key_supervised", "96条"),
    ("西林县", "suggestion_special_fund_amount", "450万元"),
    ("乐业县", "sc_meeting_observer_person_times", "24人次"),
    ("乐业县", "research_inspection_deputy_person_times", "32人次"),
    ("乐业县", "joint_research_counties", "三县(区)"),
    ("乐业县", "study_tour_person_times", "14人次"),
    ("乐业县", "professional_training_person_times", "3人次"),
    ("田林县", "cross_province_stations_built", "2个"),
    ("隆林各族自治县", "stations_upgraded", "12个"),
    ("隆林各族自治县", "sc_member_deputy_contact_person_times", "46人次"),
    ("隆林各族自治县", "deputies_invited_to_activities", "28名"),
    ("田林县", "market_day_opinions_collected", "263条"),
    ("田林县", "market_day_issues_resolved", "65件"),
    ("隆林各族自治县", "rapid_response_requests_collected", "237件"),
    ("隆林各族自治县", "rapid_response_resolution_rate", "92%"),
    ("乐业县", "deliberation_opinions_issued", "4份"),
    ("乐业县", "problem_lists_issued", "4份"),
    ("乐业县", "problem_items_listed", "12个"),
    ("隆林各族自治县", "deliberation_opinions_issued", "2件"),
}
"""What the records of the demo city bear out; every other number of the seed has no records yet."""


def main() -> int:
    if not SEED.exists():
        _say("没有 ../shared：跳过种子报告的核对")
        return 0
    asked = ("--region", "451000", "--period", "2025H1", "--format", "json")
    command = [str(ROOT / ".venv/bin/guantong"), "reconcile", str(SEED), *asked]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - our own command
    if done.returncode:
        _say(done.stderr.strip())
        return 1
    items = json.loads(done.stdout)["items"]
    agreeing = {(i["county"], i["indicator"], i["text"]) for i in items if i["code"] == "match"}
    others = [i for i in items if i["code"] not in ("match", "no_record")]
    for what, found in (("应相符而不相符", AGREEING - agreeing), ("不应相符而相符", agreeing - AGREEING)):
        for one in sorted(found):
            _say(" ".join((what, *one)))
    for one in others:
        _say(f"应无记录 {one['county']} {one['text']} {one['verdict']} {one['explanation']}")
    _say(f"种子报告 {len(items)} 个数字：相符 {len(agreeing)}，无记录 {len(items) - len(agreeing) - len(others)}")
    return 1 if agreeing != AGREEING or others else 0


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")


if __name__ == "__main__":
    sys.exit(main())
