"""The writings of a figure: numerals, scales, approximators, units, ranges and rates."""

import pytest

from guantong.extraction import extract

# text: [(span, value, unit, approximate, upper end of a range)]
SENTENCES = {
    "办结建议３６件，办结率９５．５％。": [("３６件", 36, "件", False, None), ("９５．５％", 95.5, "%", False, None)],
    "累计走访1,208户、登记诉求2，415条。": [
        ("1,208户", 1208, "户", False, None),
        ("2，415条", 2415, "条", False, None),
    ],
    "走访群众 36 户，收集意见近 80 多 条。": [("36 户", 36, "户", False, None), ("近 80 多 条", 80, "条", True, None)],
    "投入1.3万余元，覆盖11.6万多人。": [
        ("1.3万余元", 13000, "元", True, None),
        ("11.6万多人", 116000, "人", True, None),
    ],
    "总投资3亿5000万元。": [("3亿5000万元", 350_000_000, "元", False, None)],
    "出口额0.29亿美元。": [("0.29亿美元", 29_000_000, "美元", False, None)],
    "作出决定两项，视察两千三百人次。": [("两项", 2, "项", False, None), ("两千三百人次", 2300, "人次", False, None)],
    "归档材料一百零八份、照片一千二百五十张。": [
        ("一百零八份", 108, "份", False, None),
        ("一千二百五十张", 1250, "张", False, None),
    ],
    "听取报告四项、作出决议一项。": [("四项", 4, "项", False, None), ("一项", 1, "项", False, None)],
    "栽种果苗一吨肥料配一亩地。": [("一吨", 1, "吨", False, None), ("一亩", 1, "亩", False, None)],
    "约谈十几家企业、二十几位业主。": [("十几家", 10, "家", True, None), ("二十几位", 20, "位", True, None)],
    "三十多条建议、百余件实事、上千人次参与。": [
        ("三十多条", 30, "条", True, None),
        ("百余件", 100, "件", True, None),
        ("上千人次", 1000, "人次", True, None),
    ],
    "不少于20户、至少3次、超过90%、逾300平方米。": [
        ("不少于20户", 20, "户", True, None),
        ("至少3次", 3, "次", True, None),
        ("超过90%", 90, "%", True, None),
        ("逾300平方米", 300, "平方米", True, None),
    ],
    "覆盖率达85%以上，满意率九成左右。": [("85%以上", 85, "%", True, None), ("九成左右", 90, "%", True, None)],
    "附近6个屯、签约4个项目、节约9万元。": [
        ("6个", 6, "个", False, None),
        ("4个", 4, "个", False, None),
        ("9万元", 90000, "元", False, None),
    ],
    "每组3-5人，每站接待3至5件，每年三到五次。": [
        ("3-5人", 3, "人", False, 5),
        ("3至5件", 3, "件", False, 5),
        ("三到五次", 3, "次", False, 5),
    ],
    "补助2-3万元，增幅10%至15%，面积3～5亩。": [
        ("2-3万元", 20000, "元", False, 30000),
        ("10%至15%", 10, "%", False, 15),
        ("3～5亩", 3, "亩", False, 5),
    ],
    "从7件增加到9件。": [("7件", 7, "件", False, None), ("9件", 9, "件", False, None)],
    "占比百分之六十二点五，下降千分之三。": [
        ("百分之六十二点五", 62.5, "%", False, None),
        ("千分之三", 3, "‰", False, None),
    ],
    "同比增长七成五，是上年的1.8倍，提高2.4个百分点。": [
        ("七成五", 75, "%", False, None),
        ("1.8倍", 1.8, "倍", False, None),
        ("2.4个百分点", 2.4, "个百分点", False, None),
    ],
    "参加87人(次)，培训64人（次）。": [("87人(次)", 87, "人次", False, None), ("64人（次）", 64, "人次", False, None)],
    "五县（区）联合视察。": [("五县（区）", 5, "县(区)", False, None)],
    "接待群众41批126人次。": [("41批", 41, "批", False, None), ("126人次", 126, "人次", False, None)],
    "提出意见42件，占75%。": [("42件", 42, "件", False, None), ("75%", 75, "%", False, None)],
    "赞成29票、反对0票。": [("29票", 29, "票", False, None), ("0票", 0, "票", False, None)],
    "“A”类建议68件、B类7件。": [("68件", 68, "件", False, None), ("7件", 7, "件", False, None)],
    "光伏装机5万千瓦，年发电6000万kWh，线路长12.6km。": [
        ("5万千瓦", 50000, "千瓦", False, None),
        ("6000万kWh", 60_000_000, "kWh", False, None),
        ("12.6km", 12.6, "km", False, None),
    ],
    "颗粒物浓度28微克/立方米。": [("28微克/立方米", 28, "微克/立方米", False, None)],
    "会议室占地260㎡，清理淤泥30立方米，种茶二十公顷。": [
        ("260㎡", 260, "㎡", False, None),
        ("30立方米", 30, "立方米", False, None),
        ("二十公顷", 20, "公顷", False, None),
    ],
    "问题清单4份（含12个问题）": [("4份", 4, "份", False, None), ("12个", 12, "个", False, None)],
    "农林水方面建议（18件）": [("18件", 18, "件", False, None)],
    "1.3个小组分头走访；2.12个村完成整改。": [("3个", 3, "个", False, None), ("12个", 12, "个", False, None)],
    "老人说：“今年修好2公里路，装了30盏灯。”": [("2公里", 2, "公里", False, None), ("30盏", 30, "盏", False, None)],
    "常委会召开了八次会议。": [("八次", 8, "次", False, None)],
    "五六个问题、十五六人。": [("五六个", 5, "个", False, 6), ("十五六人", 15, "人", False, 16)],
    "满意率七至八成，降幅两成多。": [("七至八成", 70, "%", False, 80), ("两成多", 20, "%", True, None)],
    "每斤收购价三元五角，运费4000元钱。": [("三元五角", 3.5, "元", False, None), ("4000元", 4000, "元", False, None)],
    "到场26批（次）、出动9台次。": [("26批（次）", 26, "批次", False, None), ("9台次", 9, "台次", False, None)],
    "卷宗共860页，背着老人走了6里路。": [("860页", 860, "页", False, None), ("6里路", 6, "里路", False, None)],
    "满意度得分由81.5分升到93分。": [("81.5分", 81.5, "分", False, None), ("93分", 93, "分", False, None)],
    "安装摄像头1,024个。": [("1,024个", 1024, "个", False, None)],
    "综合评议得分96.5分。": [("96.5分", 96.5, "分", False, None)],
    "全年用电三十万千瓦时。": [("三十万千瓦时", 300_000, "千瓦时", False, None)],
    "提出三点建议、改造水渠三百米。": [("三点", 3, "点", False, None), ("三百米", 300, "米", False, None)],
}


@pytest.mark.parametrize(("text", "expected"), SENTENCES.items())
def test_the_figures_of(text: str, expected: list[tuple[str, float, str, bool, float | None]]) -> None:
    assert [(f.text, f.value, f.unit, f.approx, f.value_max) for f in extract(text)] == expected


def test_a_whole_value_is_an_integer_and_a_broken_one_a_float() -> None:
    whole, broken = extract("资金5.26亿元，增长8.1%。")
    assert (type(whole.value), type(broken.value)) == (int, float)


def test_the_parts_of_a_figure_come_out_as_plain_values() -> None:
    [figure] = extract("凌云县\n收集意见建议74条。")
    assert figure.as_dict() == {
        "start": 10, "end": 13, "text": "74条", "value": 74, "unit": "条", "approx": False,
        "object": "收集意见建议", "indicator": None, "county": "凌云县", "kind": "count", "value_max": None,
    }  # fmt: skip
