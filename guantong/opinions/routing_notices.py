"""What a person is told when their words are for another body to handle."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from guantong.opinions.models import Destination

STANDARD: dict[str, Promise] = {
    Destination.PETITION: _(
        "您反映的事项属于信访事项。人大不代替信访机关办理，请向本县信访局或国家信访信息系统提出；"
        "信访机关自收到之日起15日内告知是否受理。您也可以凭本回执向联络站询问办理渠道。"
    ),
    Destination.LITIGATION: _(
        "您反映的事项应当通过诉讼等法定途径解决。人大不干预个案审理，请向有管辖权的人民法院提出；"
        "经济有困难的，可以向县法律援助中心申请援助。"
    ),
    Destination.CRIME: _(
        "您反映的事项可能涉及违法犯罪。请立即拨打110或到就近派出所报案，并保存好证据；"
        "报案不受理的，可以向人民检察院反映。"
    ),
}
"""The notice for each destination (信访工作条例 22; 刑事诉讼法 110): staff may word it for the case."""


def notice_for(destination: str, typed: str) -> str:
    """What to send: what staff wrote, or the standard notice when they wrote none or left another's standing."""
    typed = typed.strip()
    if typed and typed not in {str(text) for text in STANDARD.values()}:
        return typed
    return str(STANDARD[destination])
