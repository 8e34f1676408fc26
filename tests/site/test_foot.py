from story.site.foot import alternates, marks

ORDER = ["M01", "H03", "P08", "P09", "P10", "H04", "P11"]


def test_neighbouring_paragraphs_are_joined_and_sorted():
    assert [mark["words"] for mark in marks(["P10", "P08", "P09", "M01"], ORDER)] == ["M01", "P08–P10"]


def test_a_range_covers_its_letter_only():
    assert [mark["words"] for mark in marks(["H03-H04"], ORDER)] == ["H03", "H04"]


def test_alternates_are_absolute_mutual_and_have_a_default():
    links = alternates("https://example.org/sub/", "zh-Hans", {"zh-Hans": "./", "en": "en/"})
    assert [(link["lang"], link["href"]) for link in links] == [
        ("zh-Hans", "https://example.org/sub/"),
        ("en", "https://example.org/sub/en/"),
        ("x-default", "https://example.org/sub/"),
    ]
