"""What no service writes, the database refuses from anybody."""

from typing import Any

import pytest
from django.db import IntegrityError, transaction

from guantong.base.refusals import BadInput
from guantong.opinions.models import IntakeCode, Opinion
from guantong.regions.models import Organisation, OrganisationKind
from guantong.regions.services import register_organisation

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("grade", [0, 4])
@pytest.mark.parametrize("field", ["rated_process", "rated_result"])
def test_a_grade_is_one_of_three(opinion_a: Opinion, field: str, grade: int) -> None:
    with pytest.raises(IntegrityError, match="opinion_rated_one_to_three"), transaction.atomic():
        Opinion.objects.filter(pk=opinion_a.pk).update(**{field: grade})


def test_a_code_has_one_owner(
    code_a: IntakeCode, deputy_code_a: IntakeCode, enterprise_code_a: IntakeCode, deputy_row_a: Any, enterprise_a: Any
) -> None:
    assert deputy_code_a.station_id
    wrong = [
        (code_a, {"enterprise": enterprise_a}),
        (code_a, {"deputy": deputy_row_a}),
        (code_a, {"station": None}),
        (deputy_code_a, {"enterprise": enterprise_a}),
        (enterprise_code_a, {"station": code_a.station}),
    ]
    for code, changed in wrong:
        with pytest.raises(IntegrityError, match="code_has_one_owner"), transaction.atomic():
            IntakeCode.objects.filter(pk=code.pk).update(**changed)


def test_two_bodies_of_a_county_do_not_share_a_name(county_a: Any, county_b: Any, body: Any) -> None:
    name = body("shuili").name
    with pytest.raises(BadInput, match=name):
        register_organisation(code="x", name=name, kind=OrganisationKind.ENTERPRISE, region=county_a, place=county_a)
    with pytest.raises(IntegrityError, match="organisation_name_in_region"), transaction.atomic():
        Organisation.objects.filter(pk=body("office").pk).update(name=name)
    elsewhere = register_organisation(
        code="x", name=name, kind=OrganisationKind.ENTERPRISE, region=county_b, place=county_b
    )
    assert elsewhere.name == name
