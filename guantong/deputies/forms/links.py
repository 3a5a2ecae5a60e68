"""Forms of the lasting links of 双联系: making one, logging a contact, striking one, ending a link."""

from __future__ import annotations

from typing import Any

import uuid6
from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from guantong.accounts.actors import CONGRESS_ROLES, Actor
from guantong.base.form_fields import CHOOSE, day, line, lines, moment, number, one_of, refuse
from guantong.base.now import CHINA, today
from guantong.deputies import services
from guantong.deputies.contact_lists import linkable
from guantong.deputies.forms.moves import here_and_now
from guantong.deputies.models import Contact, ContactLink, Deputy, Followed, How, Target
from guantong.deputies.selectors import deputies_in
from guantong.deputies.services.contacts import MOST_PERSON_TIMES
from guantong.matters.actions import MoveForm
from guantong.matters.models import Matter

WITHOUT_NAMES = _("不要写群众姓名、电话和证件号。")


class MakeLinkForm(forms.Form):
    """Who keeps contact with whom. `client_id` is made with the page, so that a form sent twice makes one link."""

    client_id = forms.UUIDField(required=False, widget=forms.HiddenInput, initial=uuid6.uuid7)
    deputy = forms.ModelChoiceField(
        label=_("联系人"),
        queryset=Deputy.objects.none(),
        empty_label=_("请选择"),
        error_messages={"required": _("请选择联系人。"), **CHOOSE},
    )
    target = one_of(_("联系对象类别"), Target.choices)
    contacted = forms.ModelChoiceField(
        label=_("被联系的代表"),
        queryset=Deputy.objects.none(),
        required=False,
        empty_label=_("不适用"),
        help_text=_("只在常委会组成人员联系代表时选择。"),
        error_messages=CHOOSE,
    )
    called = line(
        _("联系对象"),
        60,
        required=False,
        help_text=_("写联络站名册上的称呼，例如“三组第5户”“第二选民小组”，不要写村民姓名；企业写全称。"),
    )
    since = day(_("建立日期"))

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.actor = actor
        own: Any = self.fields["deputy"]
        own.queryset = linkable(actor)
        own.label_from_instance = _called
        others: Any = self.fields["contacted"]
        others.queryset = Deputy.objects.filter(pk__in=[deputy.pk for deputy in deputies_in(actor.region_code)])
        others.need = _("联系代表时必填")
        self.initial.setdefault("since", today())
        named: Any = self.fields["called"]
        named.need = _("联系其他对象时必填") if actor.role in CONGRESS_ROLES else _("必填")
        if actor.role not in CONGRESS_ROLES:
            del self.fields["contacted"]
            self._offer([choice for choice in Target.choices if choice[0] != Target.DEPUTY])
            if len(known := list(own.queryset[:2])) == 1:
                self.initial.setdefault("deputy", known[0].pk)

    def _offer(self, choices: list[tuple[str, Any]]) -> None:
        field: Any = self.fields["target"]
        field.choices = choices

    def open(self) -> ContactLink:
        """Make it; refusals pass through."""
        return services.make_link(actor=self.actor, **self.cleaned_data)

    refuse = refuse


def _called(deputy: Deputy) -> str:
    """A deputy as the list offers them."""
    return gettext("%(name)s（常委会组成人员）") % {"name": deputy.name} if deputy.member else deputy.name


class ContactFields(forms.Form):
    """What is logged of one contact: on a phone, all but the words is filled in already."""

    client_id = forms.UUIDField(required=False, widget=forms.HiddenInput, initial=uuid6.uuid7)
    how = one_of(_("联系方式"), How.choices)
    said = lines(_("联系情况"), 1000, rows=4, help_text=WITHOUT_NAMES)
    followed = one_of(_("后续"), Followed.choices)
    promise = line(_("承诺办什么"), 120, required=False, help_text=_("会登记为一件办实事。"))
    person_times = number(_("人次"), 1, MOST_PERSON_TIMES)
    met_at = moment(_("联系时间"))

    def fit(self, link: ContactLink) -> None:
        """Begin with what is most usual; a deputy and a firm are one person-time."""
        begun = {"how": How.VISIT, "followed": Followed.NOTHING, "person_times": 1, "met_at": here_and_now()}
        self.initial = {**begun, **self.initial}
        promise: Any = self.fields["promise"]
        promise.need = _("承诺办实事时必填")
        if link.target not in (Target.HOUSEHOLD, Target.GROUP):
            del self.fields["person_times"]


class LogContact(ContactFields, MoveForm):
    """One contact, at the desk."""

    def arrange(self) -> None:
        self.fit(self.matter)

    def act(self) -> Matter:
        data = {name: value for name, value in self.cleaned_data.items() if name != "version"}
        return services.log_contact(link=self.matter, actor=self.actor, **data).link


class PhoneContactForm(ContactFields):
    """One contact, on the phone of the deputy who made it."""

    def __init__(self, *args: Any, link: ContactLink, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.link, self.actor = link, actor
        self.fit(link)

    def act(self) -> Contact:
        """Log it; refusals pass through."""
        return services.log_contact(link=self.link, actor=self.actor, **self.cleaned_data)

    refuse = refuse


class StrikeContact(MoveForm):
    """Taking a contact that was logged wrongly out of the count."""

    grave = True
    contact = forms.ModelChoiceField(
        label=_("联系记录"),
        queryset=Contact.objects.none(),
        error_messages={"required": _("请选择联系记录。"), **CHOOSE},
    )
    reason = lines(_("作废原因"), 500, rows=3, help_text=_("作废的记录仍可查看，但不再计入次数。"))

    def arrange(self) -> None:
        field: Any = self.fields["contact"]
        field.queryset = self.matter.contacts.filter(struck_at__isnull=True).order_by("-met_at", "-pk")
        field.label_from_instance = _when_and_how

    def act(self) -> Matter:
        struck = services.strike_contact(
            link=self.matter,
            contact=self.cleaned_data["contact"],
            reason=self.cleaned_data["reason"],
            actor=self.actor,
            seen_version=self.seen_version,
        )
        return struck.link


def _when_and_how(contact: Contact) -> str:
    return f"{contact.met_at.astimezone(CHINA):%Y-%m-%d %H:%M} {contact.get_how_display()}"


class EndLink(MoveForm):
    """Ending a link."""

    grave = True
    until = day(_("结束日期"))
    ended_because = lines(_("结束原因"), 200, rows=3, help_text=_("联系记录保留，已登记的次数照计。"))

    def arrange(self) -> None:
        self.initial.setdefault("until", today())

    def act(self) -> Matter:
        return services.end_link(
            link=self.matter,
            until=self.cleaned_data["until"],
            ended_because=self.cleaned_data["ended_because"],
            actor=self.actor,
            seen_version=self.seen_version,
        )


LINK_FORMS = {"log_contact": LogContact, "strike_contact": StrikeContact, "end_link": EndLink}
