"""Names of a sheet held against those that the county knows, and the likely ones for a name that it does not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from guantong.suggestions.models.choices import Subject

LIKELY = 8
"""Names that are offered for an unknown one."""

SUBJECT_WORDS: Mapping[str, str] = {
    Subject.FARMING: "农业 农村 水利 农林水 三农 农业农村 林业 农林水利 乡村振兴",
    Subject.TRANSPORT: "交通 能源 交通运输 公路 电力 交通能源",
    Subject.TOWN: "城建 城乡建设 环保 环境 生态环境 城建环保 城市建设 城乡建设和环境 城建环资",
    Subject.EDUCATION: "教育 科技 文体 文化 科教文 教科文 文化旅游 教科文卫 体育 旅游",
    Subject.HEALTH: "卫生 医疗 健康 卫生健康 医疗卫生",
    Subject.WELFARE: "民政 社保 就业 社会保障 民生 人社 社会保障和就业",
    Subject.ECONOMY: "经济 财经 财政 产业 工业 财政经济 财经产业 发展改革 工交",
    Subject.LAW: "法治 政法 社会治理 法制 监察司法 公安 司法",
    Subject.OTHER: "其他 其它 综合",
}


@dataclass(frozen=True, slots=True)
class Known:
    """Names of the county's own, each with the keys of those who bear it."""

    keys: Mapping[str, Sequence[int]]

    def key_of(self, name: str) -> int | None:
        """The one who bears a name; None for nobody and for several."""
        found = self.keys.get(name, ())
        return found[0] if len(found) == 1 else None

    def likely(self, name: str) -> list[int]:
        """Those whose names come near, the nearest first."""
        found = process.extract(name, list(self.keys), scorer=fuzz.ratio, limit=LIKELY, score_cutoff=30)
        return [key for known, _score, _at in found for key in self.keys[known]]


def known_names(pairs: Iterable[tuple[str, int]]) -> Known:
    """The register of names and keys."""
    keys: dict[str, list[int]] = {}
    for name, key in pairs:
        keys.setdefault(name, []).append(key)
    return Known(keys)


def bare_unit(name: str, places: Sequence[str]) -> str:
    """A unit's name without its county in front: 乐业县水利局, 县水利局 and 水利局 are one."""
    for place in places:
        name = name.removeprefix(place)
    return re.sub(r"^(?:县|市|区)(?=.{2})", "", name)


def subject_of(word: str) -> Subject | None:
    """The subject that a sheet's own word means; OTHER for none at all, None for one that nobody knows."""
    word = re.sub(r"\s+|类$", "", word)
    if not word:
        return Subject.OTHER
    for subject in Subject:
        if word == str(subject.label) or word in SUBJECT_WORDS[subject].split():
            return subject
    return None
