"""Numbers that only look like figures: one sentence for each kind, and nothing may be found in it."""

import pytest

from guantong.extraction import explain, extract

SENTENCES = {
    "date": "会议定于2026年3月18日在县城召开。",
    "year in Chinese numerals": "二〇二六年五月，换届工作全面启动。",
    "month span": "1—9月份的预算执行情况已经公布。",
    "clock": "上午8时30分开始报到。",
    "quarter": "前三季度的任务已经下达。",
    "duration": "整改须在六个月内完成。",
    "long duration": "经过三个多月的筹备，活动室开门迎客。",
    "working days": "承办单位应当在15个工作日内回复。",
    "anniversary": "今年是地方人大设立常委会46周年。",
    "age": "最年长的代表已经71岁。",
    "hours": "值班室24小时有人。",
    "years since": "五年来，代表工作一步一个脚印。",
    "session": "县十九届人大四次会议批准了这份报告。",
    "session of the committee": "市五届人大常委会三十一次会议审议了草案。",
    "ordinal session": "主任会议第12次会议研究了议题。",
    "ordinal": "我县首次名列第一方阵，排在全市第3位。",
    "ordinal list": "重点围绕第1、2、3项议题展开。",
    "ordinal span": "其中获得第1-5名的站点受到表扬。",
    "reading": "草案已经完成一审，等待二审。",
    "article": "依照《代表法》第二十六条的规定办理。",
    "article without 第": "根据监督法四十条规定启动程序。",
    "document number": "依据靖人发〔2026〕17号文件执行。",
    "suggestion number": "第108号建议由住建局主办。",
    "telephone": "监督电话0776-2821234，欢迎拨打。",
    "hotline": "群众也可以拨打12345热线反映。",
    "road": "G357线和210国道沿线环境明显好转。",
    "model": "新购的设备型号是H5。",
    "enumerators": "一是摸清底数；二是对账销号；三是公开结果。",
    "bracket enumerators": "（一）聚焦中心工作\n（二）回应群众关切",
    "level": "市县乡三级人大代表和五级书记同台议事，三级甲等医院落成。",
    "institutions": "支持一府一委两院依法履职，服务三农工作。",
    "slogan": "增强四个意识、坚定四个自信、做到两个维护。",
    "slogan with a verb": "坚持三个更加注重，做到五个一律。",
    "quoted slogan": "开展“六个一”活动，推行“三张网”做法。",
    "quoted campaign": "“百名代表联千户”活动有声有色。",
    "plan": "“十五五”规划编制如期完成。",
    "method": "推行一清单一评议，实行一企一策、一村一品。",
    "mode": "构建1+6+N的履职网络。",
    "bodies": "县委、人大、政府、政协四家班子出席。",
    "campaign of the party": "严格执行中央八项规定精神。",
    "area name": "四县三区同步推进。",
    "place names": "代表走进两岔村、五象新区和三江口。",
    "place with a measure word": "三台县和五台镇结成友好关系。",
    "article one": "搭建了一个平台，解决了一批难题，形成一套制度。",
    "a family": "一家五口住进了新房。",
    "each": "办好每一件建议，答好每一道题。",
    "vague tens": "数十名代表、几十条意见、若干问题。",
    "vague words": "多次调研，多家媒体报道，大量诉求得到回应。",
    "a few": "我们只提一两个想法。",
    "majority": "经全体组成人员过半数通过。",
    "fraction": "三分之二以上的组成人员出席。",
    "bare scale": "百家企业、千户农家、万亩茶海。",
    "idioms": "三番五次上门，走遍千家万户，五花八门的理由都听过。",
    "bare numbers": "提名人数实行12选10，从0到623一路走来。",
    "version": "平台升级到2.0版。",
    "grade": "茶园是4A级景区，获得一等奖。",
    "seats by rank": "工作进入全市前三名、位列前5位。",
    "phase": "二期工程和三期项目已经排上日程。",
    "solemn characters": "坚持二十四字工作方针。",
    "title": "印发《关于落实10项措施的通知》。",
    "one by one": "条条梳理、一件一件销号、一项一项落实。",
    "steps": "实行“三步走”，按五步工作法推进。",
    "member of a word": "统一部署、统一标准、专一行业。",
    "more than two weeks": "等了两个多星期，又过了十余载。",
    "first three": "头三名受到表扬，请报身份证后四位。",
    "last mile": "打通服务群众的最后一公里。",
    "method with a number": "推行五单工作法。",
    "county line": "这个乡地处三县交界。",
    "place names with a numeral": "七台河市、五通镇、四方井社区和三门江林场派员到会。",
    "a way of five li": "五里铺和七里坪都在名单上。",
    "person names": "代表马三立、钱九斤、李四先后发言。",
    "address of a flat": "家住3栋2单元501室。",
    "in all directions": "四处奔走，八方支援。",
    "together": "让我们一道努力，携手一道，共创未来。",
    "proverb": "三个女人一台戏，三五成群聊得欢。",
    "groups in a row": "一、二、三组的群众都来了。",
    "group in a village": "家住那洪村3组的群众反映了路灯问题。",
    "holiday": "五一、七一和三八妇女节期间坚持接待。",
}


@pytest.mark.parametrize("text", SENTENCES.values(), ids=SENTENCES.keys())
def test_nothing_is_found_in(text: str) -> None:
    assert [figure.text for figure in extract(text)] == []


def test_a_refusal_names_its_rule_and_reason() -> None:
    refused = explain("会议于5月6日召开，开展“八件实事”活动。").rejections
    assert [(r.text, r.rule) for r in refused if r.rule != "bare-number"] == [
        ("5月", "time"),
        ("6日", "time"),
        ("八件", "name-or-title"),
    ]
    assert all(r.reason for r in refused)
