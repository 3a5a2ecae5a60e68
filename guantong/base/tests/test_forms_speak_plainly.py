"""No form of ours says Django's stock sentences: every field of every form is given what it cannot take."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import get_resolver

from guantong.base.templatetags.form_problems import problems_of
from guantong.matters.actions import desk_of
from guantong.matters.registry import kinds

STOCK = (
    "确保",
    "字段",
    "变量",
    "有效的选项",
    "不允许是用",
    "输入一个",
    "请输入",
    "清单",
    "提交的文件",
    "Ensure",
    "valid",
)
BAD: tuple[Any, ...] = (
    None, "", [], "\x00", "甲" * 200_000, "没有这个", ["没有这个"], "99999999999999999999", "-5",
    "2026-13-45", "1.23456789", SimpleUploadedFile("空.txt", b""),
)  # fmt: skip


def every_form() -> Iterator[type[forms.BaseForm]]:
    """Every form class of ours: those of the moves, and whatever the pages use."""
    assert get_resolver().url_patterns, "importing the pages declares their forms"
    waiting = list(forms.Form.__subclasses__())
    while waiting:
        form = waiting.pop()
        waiting += form.__subclasses__()
        if form.__module__.startswith("guantong."):
            yield form


def sentences(field: forms.Field) -> Iterator[str]:
    for value in BAD:
        try:
            deepcopy(field).clean(value)
        except ValidationError as no:
            yield from no.messages
        except (TypeError, AttributeError):
            continue  # what no widget hands on


@pytest.mark.django_db
def test_no_field_of_any_form_says_a_stock_sentence() -> None:
    every = list(every_form())
    moves = {form for kind in kinds() for form in desk_of(kind.procedure.code).forms.values()}
    assert moves <= set(every)
    said = {(f.__qualname__, name, s) for f in every for name, field in f.base_fields.items() for s in sentences(field)}
    assert len(said) > 100
    assert [one for one in said if any(stock in one[2] for stock in STOCK)] == []


def test_a_field_that_nobody_sees_is_told_as_an_incomplete_form_and_once() -> None:
    class Hidden(forms.Form):
        version = forms.IntegerField(widget=forms.HiddenInput)
        client = forms.UUIDField(widget=forms.HiddenInput)
        told = forms.CharField(label="说明")

    form = Hidden({"version": "x"})
    form.add_error("client", "这张表单已经用过。")
    found = [(problem.label, problem.sentence) for problem in problems_of(form)]
    assert found == [
        ("", "这张表单不完整，或者打开得太久。请重新打开后再填。"),
        ("", "这张表单已经用过。"),
        ("说明", "请填写这一项。"),
    ]
