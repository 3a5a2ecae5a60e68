"""Where two duties meet, the narrower one or the place decides."""

import pytest

from guantong.routing import Router

PAIRS = [
    ("关于硬化高坡村进村道路的建议", "jiaotong", "关于修补县城道路的建议", "zhujian"),
    ("关于解决高坡村饮水安全的建议", "shuili", "关于高坡村饮用水水源地环境保护的建议", "huanbao"),
    ("关于学校门口增设红绿灯的建议", "gongan", "关于改善学校办学条件的建议", "jiaoyu"),
    ("关于提高城乡居民医保报销比例的建议", "yibao", "关于改善乡镇卫生院条件的建议", "weijian"),
    ("关于提高城乡居民养老保险待遇的建议", "renshe", "关于加强农村养老服务的建议", "minzheng"),
    ("关于老旧住宅加装电梯的建议", "zhujian", "关于加强电梯安全监管的建议", "shichang"),
    ("关于整治养殖场臭气污染的建议", "huanbao", "关于扶持生猪养殖的建议", "nongye"),
    ("关于修缮烈士陵园的建议", "tuiyi", "关于修缮古戏台的建议", "wenlv"),
    ("关于提高村干部待遇的建议", "zuzhi", "关于提高教师待遇的建议", "jiaoyu"),
    ("关于建设机耕路的建议", "nongye", "关于养护农村公路的建议", "jiaotong"),
    ("关于修建林区防火通道的建议", "linye", "关于疏通消防通道的建议", "yingji"),
    ("关于解决高层住宅供水不稳的建议", "zhujian", "关于解决高坡村供水不稳的建议", "shuili"),
    ("关于工业园区用电配套的建议", "gongxin", "关于改善农村用电环境的建议", "gongdian"),
    ("关于解决社区办公用房紧张的建议", "minzheng", "关于盘活闲置办公用房的建议", "caizheng"),
    ("关于整治老年人保健品骗局的建议", "shichang", "关于防范老年人受骗的建议", "gongan"),
    ("关于规范电梯应急救援的建议", "shichang", "关于加强应急救援队伍的建议", "yingji"),
    ("关于荒山增绿的建议", "linye", "关于县城街道增绿的建议", "chengguan"),
    ("关于农村厕所粪污清运的建议", "nongye", "关于城区公厕保洁的建议", "chengguan"),
    ("关于打击偷盗电缆行为的建议", "gongan", "关于更换老化电缆的建议", "gongdian"),
    ("关于建设足球运动场地的建议", "jiaoyu", "关于建设文化活动场地的建议", "wenlv"),
]


@pytest.mark.parametrize(("one", "to_one", "other", "to_other"), PAIRS)
def test_the_two_go_apart(one: str, to_one: str, other: str, to_other: str) -> None:
    router = Router.cold()
    assert router.rank(one)[0].code == to_one
    assert router.rank(other)[0].code == to_other


def test_a_word_of_a_place_name_decides_nothing() -> None:
    assert Router.cold().rank("关于桥头村改设社区的建议")[0].code == "minzheng"
    assert Router.cold().rank("关于茶店村没有网络的建议")[0].code == "gongxin"


def test_what_only_says_where_decides_nothing() -> None:
    assert Router.cold().rank("关于公路沿线村庄环境整治的建议")[0].code != "jiaotong"
    assert Router.cold().rank("关于恢复矿山小学的建议")[0].code == "jiaoyu"


def test_the_name_before_village_or_county_decides_nothing() -> None:
    assert Router.cold().rank("关于金矿村加强河流水质监测的建议")[0].code != "ziran"
    assert Router.cold().rank("关于石林县养犬管理的建议")[0].code == "gongan"


def test_what_suffers_decides_nothing() -> None:
    assert Router.cold().rank("关于桉树大面积种植影响水源的建议")[0].code == "linye"
    assert Router.cold().rank("关于灌溉水沟被公路施工填埋的建议")[0].code == "shuili"


def test_signs_of_two_neighbouring_words_are_no_word() -> None:
    assert Router.cold().rank("关于协调解决两村之间道路的建议")[0].code == "jiaotong"  # not 调解
    assert Router.cold().rank("关于农村小型水利设施管护的建议")[0].code == "shuili"  # not 村小


def test_the_more_special_of_two_words_decides() -> None:
    assert Router.cold().rank("关于加强二次供水设施管理的建议")[0].code == "zhujian"


def test_a_word_of_means_with_a_verb_decides_nothing() -> None:
    assert Router.cold().rank("关于加大环卫工人工资待遇提高力度的建议")[0].code == "chengguan"


def test_the_purpose_behind_the_comma_decides_nothing() -> None:
    title = "关于维修灌溉水渠，助力乡村旅游发展的建议"
    assert Router.cold().rank(title)[0].code == "shuili"


def test_the_body_decides_where_the_title_is_silent() -> None:
    router = Router.cold()
    assert router.rank("关于解决群众诉求的建议", "村里的变压器容量小，经常停电。")[0].code == "gongdian"
    assert router.rank("关于解决群众诉求的建议", "卫生室没有医生，看病要走很远。")[0].code == "weijian"


def test_the_body_does_not_outweigh_a_clear_title() -> None:
    ranked = Router.cold().rank("关于县城增设红绿灯的建议", "学校、医院和农贸市场都在这条路上，旅游车辆也多。")
    assert ranked[0].code == "gongan"
