"""Addresses of the pages of figures; included under figures/."""

from django.urls import path

from guantong.figures import views

app_name = "figures"
urlpatterns = [
    path("", views.home, name="home"),
    path("read/", views.read, name="read"),
    path("<slug:code>/", views.figure, name="figure"),
]
