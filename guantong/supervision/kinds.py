"""The kinds of matter of supervision, with what search and ledger read of them."""

from guantong.matters.registry import Kind
from guantong.supervision.models import DeliberationOpinion, Problem, SupervisionTopic
from guantong.supervision.policies import POLICIES
from guantong.supervision.procedures import DELIBERATION_OPINION, PROBLEM, SUPERVISION_TOPIC

KINDS = (
    Kind(
        SUPERVISION_TOPIC,
        SupervisionTopic,
        POLICIES,
        words=lambda t: f"{t.title}\n{t.grounds[:1000]}",
        vouched=("title", "place_id", "grounds"),
        detail_template="supervision/_topic.html",
    ),
    Kind(
        DELIBERATION_OPINION,
        DeliberationOpinion,
        POLICIES,
        words=lambda o: f"{o.title}\n{o.body[:1000]}",
        vouched=("title", "place_id", "body", "plan", "report", "published_text"),
        series="人常审",
        detail_template="supervision/_opinion.html",
    ),
    Kind(
        PROBLEM,
        Problem,
        POLICIES,
        words=lambda p: f"{p.title}\n{p.body[:1000]}",
        vouched=("title", "place_id", "body", "measure", "evidence", "finding"),
        detail_template="supervision/_problem.html",
    ),
)
