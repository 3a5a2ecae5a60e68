"""The people who take part in a suggestion of county A, and a way to lead one to any state."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from guantong.accounts.actors import SYSTEM_ACTOR, Actor
from guantong.accounts.models import Person, Role
from guantong.base.now import now, today
from guantong.base.satisfaction import Satisfaction
from guantong.deputies.models import Deputy
from guantong.deputies.roster import register_deputy
from guantong.regions.models import Organisation
from guantong.suggestions import services
from guantong.suggestions.models import HowContacted, ReplyCategory, Subject, Suggestion
from guantong.suggestions.services import Reply

Step = Callable[[Suggestion], Suggestion]
DRAFT = {
    "title": "关于修缮民治村三组水渠的建议",
    "body": "民治村三组水渠去年塌了十来米，春耕放不了水。建议县水利局列入今年小型水利项目。",
    "subject": Subject.FARMING,
}


@pytest.fixture
def road_a(hire: Callable[..., Actor], body: Callable[..., Any]) -> Actor:
    """An officer of the transport department: a co-unit."""
    return hire("jiaotong-a", "周路生", Role.DEPARTMENT, body("jiaotong"))


@pytest.fixture
def town_a(hire: Callable[..., Actor], body: Callable[..., Any]) -> Actor:
    """An officer of the finance department: another co-unit."""
    return hire("caizheng-a", "钱守业", Role.DEPARTMENT, body("caizheng"))


@pytest.fixture
def second_deputy_a(hire: Callable[..., Actor], stall_a: Any) -> Actor:
    """A deputy of the stall of 逻西乡; their row is `second_row_a`."""
    actor = hire("deputy-2-a", "韦小兰", Role.DEPUTY, stall_a.organisation)
    register_deputy(
        name=actor.name,
        level="county",
        region=stall_a.region,
        place=stall_a.place,
        station=stall_a,
        person=Person.objects.get(pk=actor.person_id),
        actor=SYSTEM_ACTOR,
    )
    return actor


@pytest.fixture
def second_row_a(second_deputy_a: Actor) -> Deputy:
    return Deputy.objects.get(person_id=second_deputy_a.person_id)


@pytest.fixture
def old_deputy_a(station_a: Any) -> Deputy:
    """A deputy without an account."""
    return register_deputy(
        name="黄国安",
        level="county",
        region=station_a.region,
        place=station_a.place,
        station=station_a,
        actor=SYSTEM_ACTOR,
    )


@pytest.fixture
def slip() -> Callable[[], SimpleUploadedFile]:
    """`slip()`: the photo of a signed paper."""

    def make() -> SimpleUploadedFile:
        out = io.BytesIO()
        Image.new("RGB", (40, 30), "white").save(out, "JPEG")
        return SimpleUploadedFile("反馈表.jpg", out.getvalue(), "image/jpeg")

    return make


@pytest.fixture
def draft_a(deputy_a: Actor, deputy_row_a: Deputy) -> Suggestion:
    """A draft of deputy_a."""
    return services.draft_suggestion(lead=deputy_row_a, actor=deputy_a, **DRAFT)


PLAIN = Reply("已组织抢修，四月底完工。", ReplyCategory.RESOLVED, "乐水函〔2025〕3号")


@pytest.fixture
def promised() -> Reply:
    """A reply that promises something for the year after next."""
    return Reply(
        "今年资金已安排完毕，列入明年计划。",
        ReplyCategory.PLANNED,
        promise="修复三组水渠十二米",
        promised_by=today() + timedelta(days=500),
    )


@dataclass(frozen=True)
class Way:
    """The people who lead a suggestion on, and the steps to each state."""

    deputy: Actor
    clerk: Actor
    water: Actor
    unit: Organisation

    def steps(self, to: str, reply: Reply) -> Iterator[tuple[str, Step]]:
        """The steps in order, each with the state (or the fact) that it leads to."""
        yield "submitted", lambda s: services.submit_suggestion(suggestion=s, actor=self.deputy)
        if to == "withdrawn":
            yield to, lambda s: services.withdraw_suggestion(suggestion=s, actor=self.deputy)
        if to == "merged":
            yield to, self.merge
        yield "accepted", lambda s: services.accept_suggestion(suggestion=s, actor=self.clerk)
        yield "handling", lambda s: services.hand_over(suggestion=s, lead_unit=self.unit, actor=self.clerk)
        yield "heard", self.hear
        yield "replied", lambda s: services.reply_to_suggestion(suggestion=s, reply=reply, actor=self.water)
        if to in ("unsatisfied", "rehandling"):
            yield "unsatisfied", lambda s: self.rate(s, Satisfaction.DISSATISFIED)
            yield "rehandling", self.rehandle
        yield ("tracking" if reply.promise else "closed"), lambda s: self.rate(s, Satisfaction.SATISFIED)
        yield "delivered", self.report

    def merge(self, s: Suggestion) -> Suggestion:
        other = services.draft_suggestion(lead=s.lead, actor=self.deputy, **DRAFT)
        other = services.submit_suggestion(suggestion=other, actor=self.deputy)
        return services.merge_suggestion(suggestion=s, target=other, actor=self.clerk)

    def hear(self, s: Suggestion) -> Suggestion:
        return services.log_contact(
            suggestion=s, at=now(), how=HowContacted.VISIT, who="局长农建业", notes="代表同意方案。", actor=self.water
        )

    def rate(self, s: Suggestion, result: Satisfaction) -> Suggestion:
        return services.rate_suggestion(
            suggestion=s, rated_process=Satisfaction.SATISFIED, rated_result=result, actor=self.deputy
        )

    def rehandle(self, s: Suggestion) -> Suggestion:
        return services.rehandle_suggestion(suggestion=s, reason="工期没有写明", actor=self.clerk)

    def report(self, s: Suggestion) -> Suggestion:
        return services.report_delivery(suggestion=s, delivery="十二米全部修好。", actor=self.water)


@pytest.fixture
def lead_to(
    clerk_a: Actor, deputy_a: Actor, department_a: Actor, body: Callable[..., Any], promised: Reply
) -> Callable[..., Suggestion]:
    """`lead_to(draft_a, "replied", reply=…)`: lead a suggestion of deputy_a to a state by the services.

    The ways to tracking and delivered reply with a promise; those to withdrawn and merged end there. `heard` is in
    handling, with a contact logged.
    """
    way = Way(deputy_a, clerk_a, department_a, body("shuili"))

    def lead(suggestion: Suggestion, to: str, *, reply: Reply | None = None) -> Suggestion:
        reply = reply or (promised if to in ("tracking", "delivered") else PLAIN)
        for name, step in way.steps(to, reply) if to != "draft" else ():
            suggestion = step(suggestion)
            if name == to:
                return suggestion
        assert to == "draft"
        return suggestion

    return lead
