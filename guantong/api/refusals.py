"""Every refusal in one shape: what was wrong, field by field, in the person's language."""

from __future__ import annotations

from collections.abc import Mapping

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError

from guantong.api.sentences import fields_of
from guantong.base.refusals import BadInput, Conflict, NotAllowed, NotNow, Refusal

STATUS: dict[type[Refusal], int] = {NotAllowed: 403, NotNow: 409, Conflict: 409, BadInput: 422}


def answer_refusals(interface: NinjaAPI) -> None:
    """Teach the interface to answer what services and the framework refuse."""

    def answer(request: HttpRequest, status: int, detail: str, fields: Mapping[str, str] = {}) -> HttpResponse:
        return interface.create_response(request, {"detail": detail, "fields": dict(fields)}, status=status)

    @interface.exception_handler(Refusal)
    def _refused(request: HttpRequest, no: Refusal) -> HttpResponse:
        fields = no.fields if isinstance(no, BadInput) else {}
        return answer(request, STATUS[type(no)], no.sentence, fields)

    @interface.exception_handler(ValidationError)
    def _invalid(request: HttpRequest, no: ValidationError) -> HttpResponse:
        fields = fields_of(no.errors)
        return answer(request, 422, "；".join(fields.values()), fields)

    @interface.exception_handler(Http404)
    def _absent(request: HttpRequest, no: Http404) -> HttpResponse:
        return answer(request, 404, _("没有这条记录，或者它不对您开放。"))

    @interface.exception_handler(AuthenticationError)
    def _stranger(request: HttpRequest, no: AuthenticationError) -> HttpResponse:
        return answer(request, 401, _("请先登录。"))

    @interface.exception_handler(RequestDataTooBig)
    def _too_large(request: HttpRequest, no: RequestDataTooBig) -> HttpResponse:
        most = settings.DATA_UPLOAD_MAX_MEMORY_SIZE // (1024 * 1024)
        return answer(request, 413, _("请求内容太大，最多%(mb)s MB。") % {"mb": most})

    @interface.exception_handler(HttpError)
    def _unreadable(request: HttpRequest, no: HttpError) -> HttpResponse:
        unreadable = no.status_code == 400
        return answer(request, no.status_code, _("请求内容不是有效的 UTF-8 JSON。") if unreadable else str(no))
