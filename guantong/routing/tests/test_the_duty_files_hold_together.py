"""The data of the router: departments, duties, rules."""

import csv
import re
from collections import Counter
from importlib.resources import files

from guantong.routing import lexicon
from guantong.routing.precedence import rules

CODES = {one.code for one in lexicon.departments()}


def test_the_departments_are_those_of_the_regions() -> None:
    rows = csv.DictReader(files("guantong.regions").joinpath("data/departments.csv").read_text("utf-8").splitlines())
    assert {(row["code"], row["name"]) for row in rows} == {(one.code, one.name) for one in lexicon.departments()}


def test_every_duty_has_its_source_and_weight() -> None:
    for department in lexicon.departments():
        assert department.source.endswith("用自己的话写成")
        assert 0 <= department.prior <= 0.5
        for duty in department.duties:
            assert 0 < duty.weight <= 4
            assert all(code in CODES - {department.code} and 0 < share < 1 for code, share in duty.beside)


def test_no_department_says_a_term_twice() -> None:
    for department in lexicon.departments():
        counts = Counter(term for duty in department.duties for term in duty.terms)
        assert [term for term, count in counts.items() if count > 1] == []


def test_every_faint_word_is_a_term_of_some_duty() -> None:
    terms = {term for one in lexicon.departments() for duty in one.duties for term in duty.terms}
    assert sorted(lexicon.faint_terms() - terms) == []


def test_rules_name_classes_and_departments_that_exist() -> None:
    classes = lexicon.precedence()["classes"]
    for pattern in classes.values():
        re.compile(pattern)
    used = {name for rule in rules() for name in (*rule.needs, *rule.without)}
    assert used == set(classes)
    assert all(set(rule.gives) <= CODES for rule in rules())
