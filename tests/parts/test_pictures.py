import pytest

from story.parts.pictures import places


def test_the_seven_are_one_large_two_small_and_two_pairs():
    assert places(7) == ["large", "last", "last", "narrow", "broad", "broad", "narrow"]


@pytest.mark.parametrize("count", range(1, 30))
def test_every_picture_has_a_place_and_none_is_left_alone_under_a_block(count):
    chosen = places(count)
    assert len(chosen) == count and ("alone" in chosen) is (count == 1)
