"""A kept tab shows nothing of the reader before: else one test could pass or fail by another."""

KEPT = "[localStorage.length, sessionStorage.length, window.mark ?? null]"


def test_a_visit_finds_nothing_of_the_one_before(visit):
    before = visit(
        "train/#line", "window.mark = 1", color_scheme="dark", viewport={"width": 320, "height": 500}
    )
    before.evaluate("localStorage['story-size'] = sessionStorage.x = '200'")
    before.emulate_media(media="print", forced_colors="active")
    assert before.evaluate(KEPT) == [1, 1, 1]
    tab = visit("train/")
    assert tab is before and tab.evaluate(KEPT) == [0, 0, 1], "a script holds for the whole test"
    assert tab.evaluate("innerWidth") == 1440 and tab.evaluate("location.hash") == ""
    media = ["print", "(prefers-color-scheme: dark)", "(forced-colors: active)", "(prefers-reduced-motion)"]
    assert tab.evaluate("all => all.filter(each => matchMedia(each).matches)", media) == []
    assert len(tab.visited) == 1 and tab.complaints == tab.missed == []


def test_a_script_does_not_outlive_its_test(visit):
    assert visit("train/").evaluate(KEPT) == [0, 0, None]


def test_another_device_has_another_tab(visit):
    tab, finger = visit("train/"), visit("train/", has_touch=True)
    assert tab is not finger and finger.evaluate("navigator.maxTouchPoints") > 0
    assert tab.evaluate("navigator.maxTouchPoints") == 0
