"""The object of a figure: in front, behind, shared, or spread over a list."""

import pytest

from guantong.extraction import extract

SENTENCES = {
    "走访企业时收集用工、物流等诉求64条。": ["诉求"],
    "县人大常委会向县政府交办代表建议115件。": ["交办代表建议"],
    "镇人大代表联络站共接待选民37批112人次。": ["接待选民", "接待选民"],
    "提出18条务实管用的举措。": ["务实管用"],
    "邀请6名市代表、15名县代表列席常委会会议。": ["市代表", "县代表列席常委会会议"],
    "12人次列席主任会议。": ["列席主任会议"],
    "就7部法规草案开展征询。": ["法规草案"],
    "对9个票决项目跟踪问效。": ["票决项目"],
    "配备1名站长、2名联络员和3名信息员。": ["站长", "联络员", "信息员"],
    "A类建议42件，占60%。": ["A类建议", "A类建议"],
    "已经解决的40件，占交办总数的83.3%。": ["已经解决", "占交办总数"],
    "办结率、满意率分别为92%和98.6%。": ["办结率", "满意率"],
    "整改率由78%提高到96%。": ["整改率", "整改率"],
    "满意21票、基本满意3票、不满意0票。": ["满意", "基本满意", "不满意"],
    "会议以26票赞成、1票弃权通过。": ["赞成", "弃权"],
    "捐出5000元慰问金，设立80万元帮扶基金。": ["慰问金", "帮扶基金"],
    "价值2600元的书籍送到村里。": ["价值"],
    "收到线索432条，其中331条已办结。": ["收到线索", "已办结"],
    "推出“板凳会议”16场。": ["板凳会议"],
    "（一）已经办结的59件。": ["已经办结"],
    "解决的问题89个（含老旧小区）、列入计划的31个。": ["解决的问题", "列入计划"],
    "涉及城镇管理（含市容、停车、环卫）方面的10件。": ["涉及城镇管理"],
}


@pytest.mark.parametrize(("text", "objects"), SENTENCES.items())
def test_the_objects_of(text: str, objects: list[str]) -> None:
    assert [figure.object for figure in extract(text)] == objects


def test_an_object_is_always_a_piece_of_the_text_as_given() -> None:
    text = "接待群众　３６人次；“Ａ”类建议１２件。"
    assert all(figure.object is not None and figure.object in text for figure in extract(text))
    assert len(extract(text)) == 2
