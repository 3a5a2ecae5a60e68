"""The pages for what did not work: they say what to do, and lose and betray nothing."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.template.loader import get_template
from django.test import RequestFactory

TYPED = "赶圩那天水沟又堵了 </textarea><script>"


@pytest.fixture
def refused():
    posted = {"what": TYPED, "sent_id": "a1b2", "secret": "山茶 4827", "password": "天坑 一号"}
    request = RequestFactory().post("/code/abc/", posted)
    request.user = AnonymousUser()
    return get_template("403_csrf.html").render(request=request)


@pytest.mark.parametrize("name", ["400.html", "500.html"])
def test_a_page_without_a_request_still_shows(name):
    assert "<h1" in get_template(name).render()


def test_forbidden_and_missing_cannot_be_told_apart():
    assert get_template("403.html").render() == get_template("404.html").render()


def test_what_was_typed_is_shown_back_escaped_and_can_be_sent_again(refused):
    assert "赶圩那天水沟又堵了 &lt;/textarea&gt;" in refused
    assert 'name="sent_id" value="a1b2"' in refused
    assert "csrfmiddlewaretoken" in refused
    assert 'action="/code/abc/"' in refused


def test_secrets_are_not_shown_back(refused):
    assert "山茶" not in refused
    assert "天坑" not in refused


def test_one_who_is_signed_in_is_not_led_to_send_a_strangers_form():
    request = RequestFactory().post("/desk/act/", {"what": TYPED})
    request.user = type("SignedIn", (), {"is_authenticated": True, "pk": 1})()
    html = get_template("403_csrf.html").render(request=request)
    assert "赶圩那天" in html
    assert "csrfmiddlewaretoken" not in html
    assert 'type="submit"' not in html


def test_elder_mode_is_remembered_by_its_cookie():
    request = RequestFactory().get("/")
    assert 'data-mode="elder"' not in get_template("404.html").render(request=request)
    request.COOKIES["mode"] = "elder"
    assert 'data-mode="elder"' in get_template("404.html").render(request=request)
