"""Whether the object of a figure stands behind it, and how much of what stands there belongs to it."""

from guantong.extraction.objects import behind
from guantong.extraction.objects.place import Place, Span, hangs_on_pivot, is_bare, is_rate, opens_row, people_doing
from guantong.extraction.objects.words import verbs_in_use, words

_SHORT_NOUN = 2


def stands_behind(place: Place, in_front: Span | None) -> bool:
    """The noun follows when one can begin there and the text in front ends in a verb or preposition, or is empty."""
    bare_verb = words().verb_at_end.search(place.left) is not None
    if place.right.startswith("的"):
        return in_front is None or (bare_verb and not is_rate(place)) or _is_size_of(place)
    if place.left.endswith("一行"):
        return False
    bare = is_bare(place.left)
    if behind.opens_nothing(place.right, doing=bare):
        return False
    if bare or in_front is None:
        return True
    if is_rate(place):
        return False
    if people_doing(place) or place.candidate.unit.group == "place":
        return True
    if bare_verb or words().behind.search(place.left) is not None:
        return True
    following = verbs_in_use(place.right, 0, len(place.right))
    return not following or following[0][0] > 1


def keeps_doing(place: Place) -> bool:
    """The doing belongs to the object of a figure that opens its clause or hangs on 邀请, 推动, 将."""
    return hangs_on_pivot(place) or people_doing(place) or (place.alone and opens_row(place))


def verb_says_more(place: Place, chosen: Span, in_front: Span | None) -> bool:
    """After money, any noun but a kind of money says less than what is in front: 捐赠 3000元物资, 投入 87万元打机井."""
    if in_front is None:
        return False
    if place.candidate.unit.name in words().of_doing:
        return words().verb_at_end.search(place.left) is not None
    if place.candidate.unit.group != "money":
        return False
    counted = place.right[chosen[0] - place.candidate.end : chosen[1] - place.candidate.end]
    return len(counted) <= _SHORT_NOUN or words().money_noun.search(counted) is None


def _is_size_of(place: Place) -> bool:
    """3.6公里的 灌渠: the size of what follows, unless its dimension is named in front (占地300亩的 园区)."""
    return place.candidate.unit.group == "measure" and words().dimension_at_end.search(place.left) is None
