"""A text field that is encrypted at rest, and opened when somebody reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models.query_utils import DeferredAttribute
from django.utils.translation import gettext as _

from guantong.base.sealing import SealError, seal, unseal


class Sealed(str):
    """A text as the database holds it."""

    __slots__ = ()


class Unreadable(str):
    """The sentence in place of a text that does not open. `sealed` is what is stored, and stays stored."""

    sealed: Sealed

    @classmethod
    def of(cls, sealed: Sealed) -> Unreadable:
        """The sentence for this value."""
        told = cls(_("（已损坏或密钥不符，无法显示）"))
        told.sealed = sealed
        return told


class SealedAttribute(DeferredAttribute):
    """A row's sealed text: opened at each reading, so that rows load, and are saved, without the key."""

    field: SealedTextField

    def __get__(self, instance: models.Model | None, cls: type[models.Model] | None = None) -> Any:
        value = super().__get__(instance, cls)
        return self.field.opened(value, instance) if isinstance(value, Sealed) and instance else value

    def __set__(self, instance: models.Model, value: Any) -> None:
        instance.__dict__[self.field.attname] = value


if TYPE_CHECKING:
    _Text = models.TextField[str, str]
else:
    _Text = models.TextField


class SealedTextField(_Text):
    """Text that the database only ever sees encrypted; empty stays empty.

    A value is bound to its model, field and row, so that it opens nowhere else; to model and field alone
    where the database makes the row's key only while it is written.
    """

    descriptor_class = SealedAttribute

    def opened(self, sealed: Sealed, instance: models.Model) -> str:
        """The text of a row, or the sentence that it cannot be read."""
        for place in (self._place(instance.pk), self._place()):
            try:
                return unseal(sealed, place)
            except SealError:
                continue
        return Unreadable.of(sealed)

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        value = model_instance.__dict__.get(self.attname, "")
        if isinstance(value, Sealed | Unreadable) or not value or model_instance.pk is None:
            return value
        return Sealed(seal(value, self._place(model_instance.pk)))

    def get_prep_value(self, value: Any) -> Any:
        if isinstance(value, Unreadable):
            return str(value.sealed)
        if isinstance(value, Sealed):
            return str(value)
        return seal(value, self._place()) if value else ""

    def from_db_value(self, value: str | None, *_: Any) -> str:
        return Sealed(value) if value else ""

    def _place(self, pk: object = "") -> str:
        return f"{self.model._meta.label}.{self.name}:{pk}"
