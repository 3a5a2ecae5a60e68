"""Every reason can be checked against the matter's own text."""

from guantong.routing import Example, Router, department_names
from guantong.routing.tests.own_titles import titles


def test_the_words_stand_in_the_text() -> None:
    for title, _ in titles("written_while_tuning"):
        for one in Router.cold().rank(title):
            for reason in one.reasons:
                assert all(word in title and word in reason.sentence for word in reason.words)


def test_the_first_of_a_clear_title_says_which_duty_it_is() -> None:
    [reason, *_] = Router.cold().rank("关于城北路口安装红绿灯的建议")[0].reasons
    assert reason.words == ("红绿灯", "路口")
    assert reason.sentence == "“红绿灯”“路口”属于其职责：道路交通秩序与信号灯、标线"


def test_words_are_named_as_they_are_written() -> None:
    reasons = Router.cold().rank("关于建设５g基站的建议")[0].reasons
    assert any("５g基站" in reason.words for reason in reasons)


def test_words_of_the_body_are_named_too() -> None:
    [reason, *_] = Router.cold().rank("关于解决群众诉求的建议", "村里的变压器容量小。")[0].reasons
    assert reason.words == ("变压器",)


def test_the_rule_that_decides_is_named() -> None:
    sentences = [str(reason) for reason in Router.cold().rank("关于修补县城道路的建议")[0].reasons]
    assert "城区的道路归住房和城乡建设" in sentences


def test_a_past_matter_alike_is_named_before_all_else() -> None:
    router = Router.cold().learn([Example("关于给平寨村安装路灯的建议", "chengguan")])
    of = {one.code: one.reasons for one in router.rank("关于给百达村安装路灯的建议")}
    assert str(of["chengguan"][0]) == "与已办事项“关于给平寨村安装路灯的建议”相近，该事项由其办理"
    assert not any("已办事项" in str(reason) for reason in of["zhujian"])


def test_scores_are_probabilities_of_all_departments() -> None:
    ranked = Router.cold().rank("关于修建机耕路的建议")
    assert {one.code for one in ranked} == set(department_names())
    assert abs(sum(one.score for one in ranked) - 1) < 1e-9
    assert [one.score for one in ranked] == sorted((one.score for one in ranked), reverse=True)
