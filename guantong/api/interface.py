"""The programming interface: the same services, selectors and policies as the pages, in JSON."""

from __future__ import annotations

from ninja import NinjaAPI

from guantong.api.figures import figures
from guantong.api.matters import matters
from guantong.api.opinions import opinions
from guantong.api.refusals import answer_refusals

interface = NinjaAPI(
    title="贯通",
    version="1",
    description="县级人大事项、数字和群众意见的程序接口。范围与网页相同：别的县（市、区）的记录视为不存在。",
    urls_namespace="api",
    docs_url=None,
    openapi_url="/openapi.json",
)
interface.add_router("/matters", matters)
interface.add_router("/figures", figures)
interface.add_router("/codes", opinions)
answer_refusals(interface)
