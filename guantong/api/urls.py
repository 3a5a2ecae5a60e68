"""The addresses of the programming interface: mount this at api/."""

from django.urls import path

from guantong.api.interface import interface

urlpatterns = [path("", interface.urls)]
