"""Addresses of the citizens' door. None of them ever holds a receipt number or a secret."""

from django.urls import path

from guantong.portal.views.acting import act
from guantong.portal.views.choices import language, mode
from guantong.portal.views.follow import follow, followed, forget_all
from guantong.portal.views.home import home, privacy, robots, stations
from guantong.portal.views.photos import photo, thumbnail
from guantong.portal.views.receipt import receipt
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
    path("privacy/", privacy, name="privacy"),
    path("mode/", mode, name="mode"),
    path("language/", language, name="language"),
    path("robots.txt", robots, name="robots"),
]
