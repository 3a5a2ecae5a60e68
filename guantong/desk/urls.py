"""Addresses of the desk: each subject's own, in one list."""

from django.urls import path

from guantong.desk import duty_urls
from guantong.desk.views import (
    administration,
    inbox,
    ledger,
    likely,
    matter,
    move,
    procedures,
    record,
    supervision,
    worklist,
)

app_name = "desk"
urlpatterns = [
    path("", worklist.worklist, name="worklist"),
    path("m/<uuid:pk>/", matter.matter, name="matter"),
    path("m/<uuid:pk>/do/<slug:code>/", move.move, name="move"),
    path("m/<uuid:pk>/duplicates/", matter.duplicates, name="duplicates"),
    path("m/<uuid:pk>/contact/", matter.contact, name="contact"),
    path("m/<uuid:pk>/photo/<uuid:photo>/", matter.photo, name="photo"),
    path("record/", record.record, name="record"),
    path("record/likely/", likely.opinions, name="record-likely"),
    path("record/<uuid:pk>/slip/", record.slip, name="record-slip"),
    path("inbox/", inbox.inbox, name="inbox"),
    path("inbox/read/", inbox.read, name="inbox-read"),
    path("procedures/", procedures.index, name="procedures"),
    path("procedures/<slug:kind>/", procedures.procedure, name="procedure"),
    path("rules/", procedures.rules, name="rules"),
    path("ledger/", ledger.ledger, name="ledger"),
    path("security/", administration.security, name="security"),
    path("system/", administration.system, name="system"),
    *duty_urls.urlpatterns,
    *supervision.urlpatterns,
]
