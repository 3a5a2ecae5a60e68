"""Whether the key that we have opens the personal data that is stored."""

from __future__ import annotations

from collections.abc import Iterator

from guantong.project.doctor.finding import Finding, good, hint


def sealed_texts() -> Finding:
    """Every sealed text is tried; a database holds some ten thousand, which takes about a second."""
    tried = unreadable = 0
    for opened in _texts():
        tried += 1
        unreadable += not opened
    if unreadable:
        seen = f"{tried} 处加密内容中有 {unreadable} 处打不开"
        return hint("个人信息", seen, "检查 PERSONAL_DATA_KEY 是不是原来的密钥；已损坏的从备份恢复")
    return good("个人信息", f"{tried} 处加密内容都能打开")


def _texts() -> Iterator[bool]:
    from django.apps import apps

    from guantong.base.fields import SealedTextField, Unreadable

    for model in apps.get_models():
        fields = [field.name for field in model._meta.local_fields if isinstance(field, SealedTextField)]
        for name in fields:
            rows = model._default_manager.exclude(**{name: ""}).only(name)
            for row in rows.iterator(chunk_size=2000):
                yield not isinstance(getattr(row, name), Unreadable)
