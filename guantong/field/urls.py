"""Addresses of the field door 掌上履职."""

from django.urls import path

from guantong.field.views import activities, check_in, codes, contacts, duties, home, inbox, record

app_name = "field"
urlpatterns = [
    path("", home.home, name="home"),
    path("record/", record.record, name="record"),
    path("activities/", activities.activities, name="activities"),
    path("activities/<uuid:pk>/visits/", activities.visits, name="log-visits"),
    path("check-in/", check_in.by_digits, name="check-in"),
    path("check-in/<uuid:pk>/<str:code>/", check_in.here, name="check-in-here"),
    path("duties/", duties.duties, name="duties"),
    path("duties/<int:duty>/swap/", duties.swap, name="swap"),
    path("swaps/<int:swap>/decide/", duties.decide, name="decide-swap"),
    path("links/", contacts.links, name="links"),
    path("links/<uuid:pk>/contact/", contacts.log, name="log-contact"),
    path("inbox/", inbox.inbox, name="inbox"),
    path("inbox/read/", inbox.read, name="inbox-read"),
    path("codes/", codes.codes, name="codes"),
    path("me/", home.me, name="me"),
]
