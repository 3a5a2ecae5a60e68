"""The permission table: every address of the site, and the roles that may open it.

What somebody may see or do on a page that they may open is the domains' policies' to say. A system check
refuses an address that is not listed here, and a row without an address.
"""

from __future__ import annotations

from guantong.accounts.actors import CONGRESS_ROLES, WORKERS
from guantong.accounts.models import Role
from guantong.accounts.permissions import EVERYONE, Table
from guantong.deputies.policies import ORGANISERS, ROTA_MAKERS
from guantong.field.door import AT_STATIONS
from guantong.funds.policies import APPLICANTS
from guantong.opinions.policies import RECORDERS
from guantong.suggestions.policies import DRAFTERS
from guantong.supervision.policies import PROPOSERS

READERS = frozenset({*WORKERS, Role.AUDITOR})
TOPIC_READERS = frozenset({*PROPOSERS, Role.CITY, Role.AUDITOR})
SUPERVISED = frozenset({*CONGRESS_ROLES, Role.DEPARTMENT, Role.PRESIDIUM, Role.CITY, Role.AUDITOR})
OVERSEERS = frozenset({*CONGRESS_ROLES, Role.CITY, Role.AUDITOR})

NOBODY: frozenset[str] = frozenset()
"""For the address that the API's library adds without a page behind it."""

_GROUPS: tuple[tuple[frozenset[str], tuple[str, ...]], ...] = (
    (EVERYONE, (
        "sign-in", "sign-out", "home-of-role",
        "portal:home", "portal:stations", "portal:speak", "portal:receipt", "portal:follow", "portal:forget",
        "portal:followed", "portal:act", "portal:photo", "portal:thumbnail", "portal:privacy", "portal:mode",
        "portal:language", "portal:robots",
        "portal:slips", "portal:slip", "portal:reports", "portal:report",
        "portal:activities", "portal:activity", "portal:activity-photo", "portal:activity-thumbnail",
        "portal:ballots", "portal:vote", "portal:ballot-results", "portal:ballot-result", "portal:ballot-file",
        "api:openapi-json", "api:submit",
    )),
    (WORKERS, ("desk:worklist", "desk:move", "desk:inbox", "desk:inbox-read")),
    (READERS, (
        "desk:matter", "desk:duplicates", "desk:contact", "desk:photo", "desk:procedures", "desk:procedure",
        "desk:rules", "desk:work", "desk:cancel-work", "desk:work-file",
        "suggestions:list", "suggestions:letter", "desk:funds", "desk:appraisals", "desk:score-records",
        "figures:home", "figures:read", "figures:figure",
        "api:list_matters", "api:show_matter", "api:show_timeline", "api:list_figures", "api:show_figure",
    )),
    (DRAFTERS, ("suggestions:draft", "suggestions:draft-likely")),
    (TOPIC_READERS, ("desk:topics",)),
    (PROPOSERS, ("desk:propose-topic",)),
    (SUPERVISED, ("desk:deliberation-opinions", "desk:problems", "desk:opinion-paper")),
    (APPLICANTS, ("desk:apply-for-fund",)),
    (RECORDERS, ("desk:record", "desk:record-likely", "desk:record-slip")),
    (ORGANISERS, (
        "desk:activities", "desk:plan-activity", "desk:check-in", "desk:log-visits", "desk:deeds", "desk:promise-deed",
        "desk:propose-station-project", "desk:tasks", "desk:open-duty", "desk:swap-duty", "desk:decide-swap",
        "desk:rooms", "desk:book-room", "desk:cancel-booking", "desk:duty-reports", "desk:make-link",
    )),
    (ROTA_MAKERS, (
        "desk:make-rota", "desk:clear-rota", "desk:open-room", "desk:plan-duty-report", "desk:duty-slips",
    )),
    (CONGRESS_ROLES, (
        "desk:codes", "desk:make-code", "desk:code", "desk:withdraw-code", "desk:codes-sheet", "desk:codes-pdf",
        "desk:order-codes", "desk:code-sheet", "desk:code-pdf", "desk:set-up-fund",
        "suggestions:import", "suggestions:import-sheet",
        "desk:set-up-score-sheet", "desk:station-market-days",
        "desk:draft-ballot", "desk:ballot-roll", "desk:ballot-paper", "desk:ballot-slips",
        "desk:assign-deputy", "desk:compile-opinion", "desk:list-problem",
    )),
    (frozenset({*CONGRESS_ROLES, Role.DEPUTY}), ("desk:duty", "desk:duty-of", "desk:duty-report")),
    (frozenset({*ORGANISERS, Role.CITY}), (
        "desk:stations", "desk:station", "desk:rota-sheet", "desk:links", "desk:link-log", "desk:contact-plan",
    )),
    (OVERSEERS, ("desk:ballots", "desk:ballot-screen")),
    (OVERSEERS, ("desk:ledger",)),
    (AT_STATIONS, (
        "field:home", "field:record", "field:activities", "field:log-visits", "field:inbox", "field:inbox-read",
        "field:codes", "field:me", "field:duties", "field:swap", "field:decide-swap", "field:links",
        "field:log-contact",
    )),
    (frozenset({Role.DEPUTY}), ("field:check-in", "field:check-in-here")),
    (frozenset({Role.SECURITY}), ("desk:security",)),
    (frozenset({Role.SYSADMIN}), ("desk:system",)),
    (NOBODY, ("api:api-root",)),
)  # fmt: skip

TABLE: Table = {address: roles for roles, addresses in _GROUPS for address in addresses}
