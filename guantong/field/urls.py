"""Addresses of the field door 掌上履职."""

from django.urls import path

from guantong.field.views import activities, codes, home, inbox, record

app_name = "field"
urlpatterns = [
    path("", home.home, name="home"),
    path("record/", record.record, name="record"),
    path("activities/", activities.activities, name="activities"),
    path("activities/<uuid:pk>/visits/", activities.visits, name="log-visits"),
    path("inbox/", inbox.inbox, name="inbox"),
    path("inbox/read/", inbox.read, name="inbox-read"),
    path("codes/", codes.codes, name="codes"),
    path("me/", home.me, name="me"),
]
