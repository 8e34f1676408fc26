import pytest

from story.language.numerals import counted, figures


@pytest.mark.parametrize(
    "text, values",
    [
        ("二十", [20]),
        ("十一", [11]),
        ("一百多", [100]),
        ("三百零五", [305]),
        ("两千四百", [2400]),
        ("一万二千", [12000]),
        ("三千万", [30_000_000]),
        ("一亿二千万", [120_000_000]),
        ("二〇二四年", [2024]),
        ("1788万元", [17_880_000]),
        ("3,455字", [3455]),
        ("0.5", [0.5]),
        ("五十余", [50]),
        ("三四十", []),
        ("一一", []),
        ("百姓千万", []),
        ("S6、A4、P05", []),
        ("第十四、十五条", []),
        ("第七批", [7]),
    ],
)
def test_chinese(text, values):
    assert [figure.value for figure in figures(text, "zh")] == values


@pytest.mark.parametrize(
    "text, values",
    [
        ("twenty-six", [26]),
        ("a hundred and five", [105]),
        ("two thousand", [2000]),
        ("17.88 million", [17_880_000]),
        ("17,880,000", [17_880_000]),
        ("eleven of twelve", [11, 12]),
        ("three decades", [30]),
        ("two dozen", [24]),
        ("measures 1, 2 and 12", []),
        ("Line S6", []),
        ("the seventieth", []),
        ("often, someone", []),
    ],
)
def test_english(text, values):
    assert [figure.value for figure in figures(text, "en")] == values


def test_a_figure_knows_its_place():
    (figure,) = figures("共1788万元", "zh")
    assert (figure.words, figure.start, figure.end) == ("1788万", 1, 6)


@pytest.mark.parametrize(
    "number, words",
    [(1, "一"), (9, "九"), (10, "十"), (12, "十二"), (20, "二十"), (99, "九十九"), (100, "100")],
)
def test_a_place_in_a_row_is_counted_in_chinese_numerals_while_they_are_short(number, words):
    assert counted(number, "zh") == words and counted(number, "en") == str(number)
