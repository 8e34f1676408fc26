"""Reading aloud, on devices that each have one of the faults that devices have."""

import json
from pathlib import Path

import pytest

import axe
import tabs
from screens import LANGS, PHONE, sideways

SPEECH = (Path(__file__).resolve().parent.parent / "speech.js").read_text(encoding="utf-8")
LISTEN = ".story-tools__aloud"
PLAYER = ".story-player:not([hidden])"
MARKED = "[...CSS.highlights.get('story-aloud')].join('')"
WORDS = {
    "zh": {
        "pause": "暂停",
        "play": "播放",
        "next": "下一句",
        "back": "上一句",
        "stop": "停止",
        "none": "普通话",
        "failed": "没有读出来",
        "again": "播放",
    },
    "en": {
        "pause": "Pause",
        "play": "Play",
        "next": "Next sentence",
        "back": "Previous sentence",
        "stop": "Stop",
        "none": "no English voice",
        "failed": "did not speak",
        "again": "Press Play",
    },
}
LONGEST = {"zh": 60, "en": 175}
"""Characters in fifteen seconds at an ordinary pace."""


@pytest.fixture
def visit(visit):
    """Opens a page on a device whose speech has the faults named; `options` are those of `new_context`."""
    opened = []

    def go(path: str, script: str = "", options: dict | None = None, fresh: bool = False, **device):
        script = f"{script};window.device = {json.dumps(device)};\n{SPEECH}"
        opened.append(visit(path, script, fresh, reduced_motion="reduce", **options or {}))
        return opened[-1]

    yield go
    assert [fault for tab in opened for fault in tab.faults] == []


def listen(tab):
    tab.click(LISTEN)
    tab.wait_for_selector(PLAYER)
    return tab.locator(PLAYER)


def heard(tab, count: int = 1) -> list[str]:
    tab.wait_for_function("count => said.length >= count", arg=count)
    return [each["text"] for each in tab.evaluate("said")]


def read(tab) -> list[dict]:
    """All that is heard of a page from the press to the end, on a device whose `rest` is 0."""
    tab.click(LISTEN)
    tab.wait_for_function("window.said.length")
    tab.wait_for_selector(PLAYER, state="detached")
    return tab.evaluate("said")


def wait(tab, milliseconds: int) -> None:
    """Wait by the page's own clock: what it was to do before then is done, however slow the machine."""
    tab.evaluate("time => new Promise(done => setTimeout(done, time))", milliseconds)


@pytest.mark.parametrize("lang", LANGS)
def test_a_chapter_is_read_to_its_end_and_nothing_else(visit, lang):
    tab = visit(LANGS[lang] + "train/", rest=0)
    said = [each["text"] for each in read(tab)]
    words = " ".join(said)
    assert said[0] == tab.locator("h1").inner_text().rstrip("#").strip()
    last = tab.evaluate(
        "[...document.querySelectorAll('.story-article > p:not(.story-open)')].pop().firstChild.data"
    )
    assert said[-1].rstrip("。.")[-8:] in last, "across all paragraphs"
    assert "P09" not in words and "#" not in words and "℃" not in words
    assert (
        ("22摄氏度商洛" in words and "50余天" in words and "S6号线" in words)
        if lang == "zh"
        else ("22 degrees Celsius" in words and "more than 50 days" in words)
    )
    assert not [each for each in said if each[-1] in "“‘《（(" or each[0] in "，。”"]
    assert lang == "zh" or not any("\u4e00" <= sign <= "\u9fff" for sign in words)
    assert tab.evaluate(MARKED) == ""


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("page", ["party-building", "measures", "exchange", "about"])
def test_a_network_voice_is_never_given_more_than_it_says(visit, lang, page):
    """Longer ones fall silent and never tell their end."""
    tab = visit(f"{LANGS[lang]}{page}/", rest=0, cutAt=LONGEST[lang])
    assert max(len(each["text"]) for each in read(tab)) <= LONGEST[lang]


@pytest.mark.parametrize("lang", LANGS)
def test_by_keyboard(visit, lang):
    words = WORDS[lang]
    tab = visit(LANGS[lang] + "train/", rest=1e6)
    tab.locator(LISTEN).focus()
    tab.keyboard.press("Enter")
    tab.wait_for_selector(PLAYER)
    first = heard(tab)[0]
    assert (
        tab.evaluate("document.activeElement.textContent") == words["pause"]
        and tab.get_attribute(LISTEN, "aria-pressed") == "true"
    )
    assert tab.evaluate(MARKED) == first
    tab.keyboard.press("Enter")
    assert tab.evaluate("[document.activeElement.textContent, speechSynthesis.speaking]") == [
        words["play"],
        False,
    ]
    tab.keyboard.press("Space")
    assert heard(tab, 2)[1] == first, "the sentence is begun anew"
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.textContent") == words["next"]
    tab.keyboard.press("Enter")
    assert heard(tab, 3)[2] != first
    tab.keyboard.press("Shift+Tab")
    tab.keyboard.press("Shift+Tab")
    tab.keyboard.press("Enter")
    assert heard(tab, 4)[3] == first
    tab.keyboard.press("Escape")
    assert (
        tab.locator(PLAYER).count() == 0
        and tab.evaluate("document.activeElement.className") == "story-tools__aloud"
    )
    assert (
        tab.evaluate("speechSynthesis.speaking") is False
        and tab.get_attribute(LISTEN, "aria-pressed") == "false"
    )


@pytest.mark.parametrize("lang", LANGS)
def test_by_touch(visit, lang):
    words = WORDS[lang]
    tab = visit(
        LANGS[lang] + "train/", options={"viewport": PHONE, "has_touch": True, "is_mobile": True}, rest=1e6
    )
    tab.tap(LISTEN)
    tab.wait_for_selector(PLAYER)
    first = heard(tab)[0]
    for count, word in enumerate(("next", "next", "back"), 2):
        tab.locator(PLAYER).get_by_role("button", name=words[word]).tap()
        heard(tab, count)
    tab.locator(PLAYER).get_by_role("button", name=words["pause"]).tap()
    wait(tab, 150)
    said = heard(tab)
    assert len(said) == 4 and said[3] == said[1] != said[0] == first
    small = (
        tab.locator(PLAYER)
        .locator("button, select")
        .evaluate_all(
            "all => all.filter(e => e.offsetWidth < 44 || e.offsetHeight < 44).map(e => e.outerHTML)"
        )
    )
    assert small == []
    tab.locator(PLAYER).get_by_role("button", name=words["stop"]).tap()
    assert tab.locator(PLAYER).count() == 0


def test_pausing_where_the_engines_own_pause_ends_the_utterance(visit):
    """Android: the paused sentence must not count as read."""
    tab = visit("train/", rest=100)
    player = listen(tab)
    heard(tab, 2)
    player.get_by_role("button", name="暂停").click()
    count = len(heard(tab))
    wait(tab, 300)
    assert len(heard(tab)) == count, "silent while paused"
    player.get_by_role("button", name="播放").click()
    said = heard(tab, count + 1)
    assert said[count] == said[count - 1]


@pytest.mark.parametrize("lang", LANGS)
def test_voices_that_come_late(visit, lang):
    tab = visit(LANGS[lang] + "train/", fresh=True, late=True, rest=1e6)
    tab.clock.install()
    player = listen(tab)
    tab.clock.run_for(2500)
    assert player.get_by_role("status").inner_text() != ""
    assert tab.evaluate("said.length") == 0
    tab.evaluate("device.bring()")
    heard(tab)
    assert tab.evaluate("said[0].voice") == {"zh": "Tingting", "en": "Samantha"}[lang]


def test_stopping_while_voices_are_awaited(visit):
    tab = visit("train/", fresh=True, late=True, rest=1)
    tab.clock.install()
    listen(tab)
    tab.keyboard.press("Escape")
    assert tab.locator(PLAYER).count() == 0 and tab.evaluate("speechSynthesis.getVoices().length") == 0
    tab.evaluate("device.bring()")
    tab.clock.run_for(20000)
    assert tab.evaluate("speechSynthesis.getVoices().length > 0 && said.length") == 0


def test_an_end_that_is_never_told(visit):
    tab = visit("train/", fresh=True, endless=True)
    tab.clock.install()
    listen(tab)
    first = heard(tab)[0]
    tab.clock.run_for(20000)
    assert heard(tab, 2)[1] != first


def test_a_voice_that_never_begins(visit):
    tab = visit("train/", fresh=True, silent=True)
    tab.clock.install()
    player = listen(tab)
    tab.clock.run_for(20000)
    assert WORDS["zh"]["failed"] in player.get_by_role("status").inner_text()
    assert player.get_by_role("button", name="播放").count() == 1


def test_mandarin_and_never_cantonese(visit):
    tab = visit("train/", rest=1e6)
    player = listen(tab)
    heard(tab)
    names = player.locator("select").last.locator("option").all_inner_texts()
    assert names == ["Tingting", "Bopomofo", "Net", "Meijia"]
    assert tab.evaluate("[said[0].voice, said[0].lang]") == ["Tingting", "zh-CN"]


def test_of_thousands_of_voices_eight_are_shown(visit):
    voices = [
        {"name": f"{i}", "voiceURI": f"{i}", "lang": "zh-CN", "localService": True, "default": i == 700}
        for i in range(2000)
    ]
    tab = visit("train/", rest=1e6, voices=voices)
    player = listen(tab)
    heard(tab)
    assert (
        player.locator("select").last.locator("option").count() == 8
        and tab.evaluate("said[0].voice") == "700"
    )


@pytest.mark.parametrize("lang", LANGS)
def test_only_cantonese_is_no_voice(visit, lang):
    tab = visit(
        LANGS[lang] + "train/",
        fresh=True,
        voices=[{"name": "Sin-ji", "voiceURI": "s", "lang": "zh-HK", "localService": True}],
    )
    tab.clock.install()
    player = listen(tab)
    tab.clock.run_for(4500)
    assert WORDS[lang]["none"] in player.get_by_role("status").inner_text()
    assert tab.evaluate("said.length") == 0 and player.get_by_role("button").count() == 1
    assert tab.evaluate("document.activeElement.textContent") == WORDS[lang]["stop"], (
        "the focus fell to the body"
    )
    tab.keyboard.press("Enter")
    assert tab.locator(PLAYER).count() == 0


def test_a_browser_that_cannot_speak_offers_no_reading(visit):
    """It promised, and told only then that it cannot: browsers inside of other programs on Android."""
    tab = visit("train/", missing=True)
    assert not tab.locator(LISTEN).is_visible() and tab.locator(".story-tools").is_visible()


@pytest.mark.parametrize(
    "error, message", [("synthesis-failed", "failed"), ("network", "failed"), ("not-allowed", "again")]
)
@pytest.mark.parametrize("lang", LANGS)
def test_a_failure_is_said_plainly(visit, lang, error, message):
    player = listen(visit(LANGS[lang] + "train/", error=error))
    player.get_by_role("button", name=WORDS[lang]["play"]).wait_for()
    assert WORDS[lang][message] in player.get_by_role("status").inner_text()


@pytest.mark.parametrize("link", [".story-switch a:not([aria-current])", ".story-platform__next"])
def test_the_voice_does_not_go_along_to_another_page(visit, link):
    tab = visit("train/", rest=1e6)
    listen(tab)
    heard(tab)
    here = tab.url
    tab.click(link)
    tab.wait_for_function("here => location.href !== here && document.readyState === 'complete'", arg=here)
    assert tab.evaluate("sessionStorage.cancelled").endswith("/train/ true"), (
        "cancelled while it spoke, by the page it was on"
    )


def test_speed_and_voice_are_kept_for_their_language(visit, address):
    tab = visit("train/", rest=1e6)
    player = listen(tab)
    heard(tab)
    player.locator("select").first.select_option("1.5")
    heard(tab, 2)
    player.locator("select").last.select_option("Bopomofo")
    heard(tab, 3)
    tab.goto(address + "store/")
    listen(tab)
    heard(tab)
    assert tab.evaluate("[said[0].rate, said[0].voice]") == [1.5, "Bopomofo"]
    tab.goto(address + "en/store/")
    listen(tab)
    heard(tab)
    assert tab.evaluate("[said[0].rate, said[0].voice]") == [1.5, "Samantha"]


def test_it_reads_where_nothing_may_be_kept(visit):
    tab = visit("train/", tabs.REFUSED, rest=1e6)
    player = listen(tab)
    heard(tab)
    player.locator("select").first.select_option("2")
    heard(tab, 2)
    assert tab.evaluate("said[1].rate") == 2


def test_browsers_without_segmenter_and_highlights(visit):
    """The text must be as it was when the reading is over."""
    tab = visit("train/", "delete Intl.Segmenter; delete window.Highlight", rest=1e6)
    before = tab.evaluate("document.querySelector('.story-article').innerHTML")
    player = listen(tab)
    for count in range(2, 22):
        player.get_by_role("button", name="下一句").click()
        said = heard(tab, count)
        assert (
            tab.evaluate(
                "[...document.querySelectorAll('.story-aloud')].map(e => e.textContent).join('').length"
            )
            >= len(said[-1]) // 2
        )
    assert len(set(said)) > 15
    tab.keyboard.press("Escape")
    assert tab.evaluate("document.querySelector('.story-article').innerHTML") == before


def test_the_sentence_is_brought_into_view_unless_the_reader_has_gone_elsewhere(visit):
    tab = visit("train/", options={"viewport": PHONE}, rest=1e6)
    player = listen(tab)
    for count in range(2, 14):
        player.get_by_role("button", name="下一句").click()
        heard(tab, count)
    box = tab.evaluate(
        "(r => [r.top, r.bottom])([...CSS.highlights.get('story-aloud')][0].getBoundingClientRect())"
    )
    assert box[0] >= 0 and box[1] <= tab.locator(PLAYER).bounding_box()["y"]
    top = tab.evaluate("scrollY")
    assert top > 0
    tab.mouse.move(100, 100)
    tab.mouse.wheel(0, -top - 500)
    tab.wait_for_function("scrollY === 0")
    tab.evaluate("device.finish()")
    heard(tab, 14)
    assert tab.evaluate("scrollY") == 0
    player.get_by_role("button", name="下一句").click()
    tab.wait_for_function("scrollY > 0")


def test_escape_closes_the_note_first(visit):
    tab = visit("train/", rest=1e6)
    listen(tab)
    heard(tab)
    tab.hover(".story-article .story-cite[href$='#train-build-days']")
    tab.wait_for_selector(".story-popover:popover-open")
    tab.keyboard.press("Escape")
    assert tab.locator(".story-popover:popover-open").count() == 0 and tab.locator(PLAYER).count() == 1
    tab.keyboard.press("Escape")
    assert tab.locator(PLAYER).count() == 0


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_player_fits_and_axe_finds_nothing(visit, address, lang, scheme):
    screen = {"viewport": {"width": 320, "height": 700}, "color_scheme": scheme}
    tab = visit("about:blank", options=screen, rest=1e6)
    axe.visit(tab, f"{address}{LANGS[lang]}train/")
    listen(tab)
    heard(tab)
    assert sideways(tab) == (0, []) and axe.findings(tab, "player") == []
    tab.emulate_media(media="print")
    assert not tab.locator(PLAYER).is_visible()
