"""Addresses of the citizens' door. None ever holds a receipt number or a secret; a slip's token works once."""

from django.urls import path

from guantong.portal.views import ballots
from guantong.portal.views.acting import act
from guantong.portal.views.activities import activities, activity, activity_photo, activity_thumbnail
from guantong.portal.views.choices import language, mode
from guantong.portal.views.follow import follow, followed, forget_all
from guantong.portal.views.home import home, privacy, robots, stations
from guantong.portal.views.photos import photo, thumbnail
from guantong.portal.views.receipt import receipt
from guantong.portal.views.reports import report, reports
from guantong.portal.views.slips import slip, slips
from guantong.portal.views.speak import speak

app_name = "portal"

urlpatterns = [
    path("", home, name="home"),
    path("s/<str:region>/", stations, name="stations"),
    path("c/<str:token>/", speak, name="speak"),
    path("r/", receipt, name="receipt"),
    path("f/", follow, name="follow"),
    path("f/forget/", forget_all, name="forget"),
    path("f/<uuid:pk>/", followed, name="followed"),
    path("f/<uuid:pk>/<slug:code>/", act, name="act"),
    path("p/<uuid:pk>/", photo, name="photo"),
    path("p/<uuid:pk>/small/", thumbnail, name="thumbnail"),
    path("v/", slips, name="slips"),
    path("v/<str:token>/", slip, name="slip"),
    path("d/<str:region>/", reports, name="reports"),
    path("d/report/<uuid:pk>/", report, name="report"),
    path("a/<str:region>/", activities, name="activities"),
    path("a/activity/<uuid:pk>/", activity, name="activity"),
    path("a/photo/<uuid:pk>/", activity_photo, name="activity-photo"),
    path("a/photo/<uuid:pk>/small/", activity_thumbnail, name="activity-thumbnail"),
    path("vote/", ballots.ballots, name="ballots"),
    path("vote/<uuid:pk>/", ballots.vote, name="vote"),
    path("b/<str:region>/", ballots.ballot_results, name="ballot-results"),
    path("b/result/<uuid:pk>/", ballots.ballot_result, name="ballot-result"),
    path("b/result/<uuid:pk>/file/", ballots.ballot_file, name="ballot-file"),
    path("privacy/", privacy, name="privacy"),
    path("mode/", mode, name="mode"),
    path("language/", language, name="language"),
    path("robots.txt", robots, name="robots"),
]
