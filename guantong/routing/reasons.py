"""Why a department: the words of the text and its duty, the rule that decides, the past matter alike."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from guantong.routing.evidence import Evidence, Word
from guantong.routing.memory import Past

Pasts = Mapping[str, tuple[float, Past]]
"""By department, the most alike of its past matters and how alike (0 to 1)."""

ALIKE = 0.35
"""Likeness from which a past matter is named."""

MOST_WORDS = 4


@dataclass(frozen=True, slots=True)
class Reason:
    """One sentence, and the words of the matter's own text that it names (none for a rule or a past matter)."""

    sentence: str
    words: tuple[str, ...] = ()

    def __str__(self) -> str:
        return self.sentence


def reasons(code: str, evidence: Evidence, texts: tuple[str, str], past: Pasts) -> list[Reason]:
    """The reasons for a department, the weightiest first; empty when nothing speaks for it.

    `texts` are title and body as given: a word is named as it stands there.
    """
    found = [*_own(code, evidence, texts), *_beside(code, evidence, texts)]
    found += [Reason(rule.name) for rule in evidence.rules if rule.gives.get(code, 0.0) > 0.5]
    likeness, matter = past.get(code, (0.0, None))
    if matter is not None and likeness >= ALIKE:
        found.insert(0, Reason(f"与已办事项“{matter.title}”相近，该事项由其办理"))
    return found


def _own(code: str, evidence: Evidence, texts: tuple[str, str]) -> Iterator[Reason]:
    by_duty: dict[str, list[Word]] = {}
    for word in sorted(evidence.words, key=lambda word: (word.in_body, -word.points)):
        if word.duty.department == code:
            by_duty.setdefault(word.duty.name, []).append(word)
    for duty, words in by_duty.items():
        named = _named(words, texts)
        yield Reason(f"{_quoted(named)}属于其职责：{duty}", named)


def _beside(code: str, evidence: Evidence, texts: tuple[str, str]) -> Iterator[Reason]:
    words = [word for word in evidence.words if not word.in_body and code in dict(word.duty.beside)]
    if words:
        named = _named(sorted(words, key=lambda word: -word.points), texts)
        yield Reason(f"{_quoted(named)}在有的县也由其承担", named)


def _named(words: list[Word], texts: tuple[str, str]) -> tuple[str, ...]:
    as_given = (texts[word.in_body][word.start : word.end] for word in words)
    return tuple(dict.fromkeys(as_given))[:MOST_WORDS]


def _quoted(words: tuple[str, ...]) -> str:
    return "".join(f"“{word}”" for word in words)
