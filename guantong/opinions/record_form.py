"""The form with which staff write down what somebody without a phone says."""

from __future__ import annotations

import uuid
from datetime import timedelta
from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from guantong.accounts.actors import CONGRESS_ROLES, Actor
from guantong.accounts.models import Role
from guantong.attachments.form_fields import PhotosField
from guantong.base.now import now
from guantong.base.refusals import BadInput
from guantong.deputies.models import Activity
from guantong.matters.asking_first import AsksFirst
from guantong.matters.models import Matter
from guantong.opinions.models import Channel, IntakeCode, Opinion, Source
from guantong.opinions.services.spoken import (
    BODY_LIMIT,
    MOST_PHOTOS_BY_HAND,
    NAME_LIMIT,
    NOT_A_PHONE,
    WHERE_LIMIT,
    Spoken,
    phone_number,
)
from guantong.regions.models import Organisation

BY_HAND = [choice for choice in Channel.choices if choice[0] != Channel.CODE]
OCCASIONS_KEPT = timedelta(days=30)
OCCASIONS_SHOWN = 50


def codes_for(actor: Actor) -> QuerySet[IntakeCode]:
    """The codes through which this actor may write something down: those of their own place of work."""
    rows = IntakeCode.objects.filter(region_id=actor.region_code, withdrawn_at__isnull=True)
    if actor.role in CONGRESS_ROLES:
        return rows
    if actor.organisation_id is None:
        return rows.none()
    if actor.role == Role.PRESIDIUM:
        place = Organisation.objects.filter(pk=actor.organisation_id).values_list("place_id", flat=True).first()
        return rows.filter(place__code__startswith=place) if place else rows.none()
    own = Q(station__organisation_id=actor.organisation_id)
    return rows.filter(own | Q(deputy__person_id=actor.person_id)) if actor.role == Role.DEPUTY else rows.filter(own)


class RecordForm(AsksFirst):
    """Where, how, what, and who spoke. `client_id` makes a form that is sent twice count once."""

    kind, told_in = "opinion", ("where", "body")

    client_id = forms.UUIDField(widget=forms.HiddenInput)
    code = forms.ChoiceField(
        label=_("登记到"),
        help_text=_("联络站、摊位、代表或企业的名称。"),
        error_messages={"required": _("请选择登记到哪里。"), "invalid_choice": _("请从列表中选择。")},
    )
    channel = forms.ChoiceField(
        label=_("方式"),
        choices=BY_HAND,
        widget=forms.RadioSelect,
        error_messages={"required": _("请选择以哪种方式反映。")},
    )
    slip = forms.CharField(label=_("意见单编号"), max_length=40, required=False, help_text=_("有纸质意见单的填写。"))
    body = forms.CharField(
        label=_("反映的问题"),
        max_length=BODY_LIMIT,
        widget=forms.Textarea({"rows": 7}),
        help_text=_("尽量用当事人自己的话。"),
        error_messages={"required": _("请写明要反映的问题。")},
    )
    where = forms.CharField(
        label=_("地点"), max_length=WHERE_LIMIT, required=False, help_text=_("村、屯、路段或门牌。")
    )
    contact_name = forms.CharField(
        label=_("反映人称呼"),
        max_length=NAME_LIMIT,
        required=False,
        help_text=_("可以不留。加密保存，只有县人大工作人员能看。"),
    )
    contact_phone = forms.CharField(
        label=_("联系电话"), max_length=40, required=False, error_messages={"max_length": NOT_A_PHONE}
    )
    occasion = forms.ChoiceField(label=_("在哪次活动上"), required=False, help_text=_("近30天的活动。"))
    photos = PhotosField(
        label=_("意见单或现场照片"),
        most=MOST_PHOTOS_BY_HAND,
        required=False,
        help_text=_("最多6张，每张不超过8 MB。"),
    )

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"client_id": uuid.uuid4(), "channel": Channel.SPOKEN})
        super().__init__(*args, **kwargs)
        self.actor = actor
        self._codes = {code.token: code for code in codes_for(actor)}
        self._occasions = {str(a.pk): a for a in _occasions(actor)}
        self._choices("code", [("", _("请选择"))] * (len(self._codes) > 1) + _grouped(self._codes.values()))
        self._choices("occasion", [("", _("不是在活动上")), *((pk, a.title) for pk, a in self._occasions.items())])
        if not self._occasions:
            del self.fields["occasion"]

    def _choices(self, name: str, choices: list[Any]) -> None:
        field = self.fields[name]
        if isinstance(field, forms.ChoiceField):
            field.choices = choices

    def clean_contact_phone(self) -> str:
        try:
            return phone_number(self.cleaned_data["contact_phone"])
        except BadInput as no:
            raise forms.ValidationError(no.sentence) from no

    @property
    def empty(self) -> bool:
        """Whether there is nothing to write down to."""
        return not self._codes

    @property
    def chosen_code(self) -> IntakeCode:
        """The code chosen."""
        return self._codes[self.cleaned_data["code"]]

    @property
    def chosen_occasion(self) -> Activity | None:
        """The activity chosen."""
        return self._occasions.get(self.cleaned_data.get("occasion", ""))

    def opened(self, matter: Matter) -> bool:
        return isinstance(matter, Opinion) and matter.client_id == self.cleaned_data["client_id"]

    def spoken(self) -> Spoken:
        """What was said, for the service."""
        data = self.cleaned_data
        return Spoken(
            client_id=data["client_id"],
            body=data["body"],
            where=data["where"],
            contact_name=data["contact_name"],
            contact_phone=data["contact_phone"],
            photos=tuple(photo.digest for photo in data["photos"]),
        )


def _grouped(codes: Any) -> list[Any]:
    groups: dict[str, list[tuple[str, str]]] = {}
    for code in codes:
        groups.setdefault(str(Source(code.source).label), []).append((code.token, code.label))
    return list(groups.items())


def _occasions(actor: Actor) -> QuerySet[Activity]:
    rows = Activity.objects.filter(region_id=actor.region_code, opened_at__gte=now() - OCCASIONS_KEPT)
    rows = rows.exclude(state="cancelled")
    if actor.role in (Role.KEEPER, Role.DEPUTY) and actor.organisation_id is not None:
        rows = rows.filter(station__organisation_id=actor.organisation_id)
    return rows.order_by("-planned_for")[:OCCASIONS_SHOWN]
