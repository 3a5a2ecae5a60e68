"""Addresses of signing in and out, outside of every door."""

from django.contrib.auth.views import LogoutView
from django.urls import path

from guantong.desk.views.entrance import SignIn, home_of_role

urlpatterns = [
    path("sign-in/", SignIn.as_view(), name="sign-in"),
    path("sign-out/", LogoutView.as_view(), name="sign-out"),
    path("home/", home_of_role, name="home-of-role"),
]
