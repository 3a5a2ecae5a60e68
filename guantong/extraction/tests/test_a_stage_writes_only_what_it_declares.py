"""The stages are pure: each reads what earlier ones wrote and writes its own fields only."""

from dataclasses import fields

from guantong.extraction.reading import Reading
from guantong.extraction.stages import STAGES

TEXT = "凌云县\n6月收集意见74条，投入约3万元。"


def test_each_stage_changes_its_own_fields_only() -> None:
    reading = Reading(TEXT)
    for stage in STAGES:
        after = stage.run(reading)
        changed = {f.name for f in fields(Reading) if getattr(after, f.name) != getattr(reading, f.name)}
        assert changed == set(stage.writes)
        reading = after


def test_a_stage_reads_only_what_is_there() -> None:
    present = {"text", "known_counties"}
    for stage in STAGES:
        assert set(stage.reads) <= present
        assert not present & set(stage.writes)
        present |= set(stage.writes)
    assert present == {f.name for f in fields(Reading)}


def test_a_stage_gives_the_same_answer_twice() -> None:
    reading = Reading(TEXT)
    for stage in STAGES:
        assert stage.run(reading) == stage.run(reading)
        reading = stage.run(reading)
