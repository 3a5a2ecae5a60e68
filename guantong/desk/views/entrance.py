"""Signing in, and where each role begins."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.views import LoginView, redirect_to_login
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from guantong.accounts.middleware import ActorRequest
from guantong.accounts.models import Role

HOMES = {
    Role.DEPUTY: "field:home",
    Role.KEEPER: "field:home",
    Role.AUDITOR: "desk:ledger",
    Role.SECURITY: "desk:security",
    Role.SYSADMIN: "desk:system",
}
"""Where a role begins; every other one begins at the worklist."""


class SignInForm(AuthenticationForm):
    """Account and password; what was wrong is not told apart, so that accounts cannot be tried out."""

    error_messages = {
        "invalid_login": _("账号或密码不正确，请重新输入。连续输错5次，账号会锁定30分钟。"),
        "inactive": _("这个账号已经停用，请联系系统管理员。"),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["username"].error_messages["required"] = _("请填写账号。")
        self.fields["password"].label = _("密码")
        self.fields["password"].error_messages["required"] = _("请填写密码。")


class SignIn(LoginView):
    """The sign-in page; after five failures in a row axes shows registration/locked.html."""

    authentication_form = SignInForm
    redirect_authenticated_user = True

    def form_invalid(self, form: AuthenticationForm) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form), status=422)


@never_cache
@require_safe
def home_of_role(request: ActorRequest) -> HttpResponse:
    """Lead to where the person's role begins; without a post, say so."""
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    if not request.actor.signed_in:
        return render(request, "registration/no_post.html", {"person": request.user})
    return redirect(HOMES.get(Role(request.actor.role), "desk:worklist"))
