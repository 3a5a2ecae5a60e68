"""Signing in, and finding the signed-in person together with their post."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from django.contrib.auth.backends import ModelBackend
from django.db import connection
from django.db.models import Model

from guantong.accounts.actors import posts_held
from guantong.accounts.models import Person, Post
from guantong.base.compiled import Statement, compiled
from guantong.base.fields import SealedTextField
from guantong.base.now import today
from guantong.regions.models import Organisation


def _columns(model: type[Model]) -> tuple[str, ...]:
    """What is read at every request; sealed fields are opened only when somebody asks for them."""
    return tuple(f.attname for f in model._meta.concrete_fields if not isinstance(f, SealedTextField))


POST, PERSON, BODY = _columns(Post), _columns(Person), _columns(Organisation)


class PersonBackend(ModelBackend):
    """Django's own sign-in; every later request finds person, post and organisation in one ready query."""

    def get_user(self, user_id: int) -> Person | None:
        found = _held_by(user_id, today()).rows()
        if not found:
            return super().get_user(user_id)
        row, using = found[0], connection.alias
        post = Post.from_db(using, POST, row[: len(POST)])
        person = Person.from_db(using, PERSON, row[len(POST) : len(POST) + len(PERSON)])
        post.person, person.current_post = person, post
        post.organisation = Organisation.from_db(using, BODY, row[len(POST) + len(PERSON) :])
        return person if self.user_can_authenticate(person) else None


@lru_cache(maxsize=1000)
def _held_by(user_id: int, on: date) -> Statement:
    """The statement that reads a person in the post of that day.

    Writing its SQL at every request would cost more than running it.
    """
    paths = [*POST, *(f"person__{name}" for name in PERSON), *(f"organisation__{name}" for name in BODY)]
    return compiled(posts_held(on).filter(person_id=user_id).values_list(*paths)[:1])
