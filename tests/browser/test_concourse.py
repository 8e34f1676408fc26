"""Timeline, figures, glossary, sources and list of measures. Tests are named after what could go wrong."""

import re
from functools import partial

import pytest

import small
from screens import LANGS, PHONE
from story.graphics.axis import drawing
from story.tables.tables import FIGURES, load

TABLES = load(small.ROOT)
FACTS, TERMS = TABLES.facts, TABLES.terms
ROWS = ".story-figures tbody tr, .story-ledger > li"
WORDS = ".story-word"
BOX = "e => (b => [e.textContent, b.left, b.top, b.right, b.bottom])(e.getBoundingClientRect())"
"""The words of an element, and its box in the window."""
SAID = {"zh": "已复制", "en": "Copied"}
CONCOURSE = ("timeline/", "figures/", "glossary/", "about/", "measures/")


def seen(tab, selector, attribute="id"):
    """The ids of what can be seen, in the order of the page."""
    return tab.eval_on_selector_all(
        selector,
        "all => all.filter(e => e.checkVisibility())"
        f".map(e => (e.matches('.story-word') ? e.firstElementChild : e).{attribute})",
    )


def count(tab):
    """Numbers that the form reads out."""
    return [int(number) for number in re.findall(r"\d+", tab.locator(".story-filter output").inner_text())]


def holds(**wanted):
    return [fact["id"] for fact in FACTS.values() if all(fact[key] == value for key, value in wanted.items())]


# ── Figures ──────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("path", ["figures/", "en/figures/"])
def test_a_chapter_shows_its_facts_and_no_others(visit, path):
    tab = visit(path)
    assert count(tab) == [len(FACTS), len(FACTS)] and sorted(seen(tab, ROWS)) == sorted(FACTS)
    tab.select_option("[name=page]", "train")
    assert sorted(seen(tab, ROWS)) == sorted(holds(page="train"))
    assert count(tab) == [len(holds(page="train")), len(FACTS)]
    assert seen(tab, ".story-group h3") == ["figures-train", "ledger-train"]


def test_a_kind_leaves_no_empty_heading_behind(visit):
    tab = visit("figures/")
    tab.select_option("[name=kind]", "quote")
    assert sorted(seen(tab, ROWS)) == sorted(holds(kind="quote"))
    assert seen(tab, "h2") == ["ledger", "downloads"]
    tab.select_option("[name=kind]", "money")
    assert seen(tab, ROWS) == ["consumption-assistance-total"] and seen(tab, "h2") == [
        "all-figures",
        "downloads",
    ]


def test_conditions_are_added_not_exchanged(visit):
    tab = visit("figures/")
    tab.select_option("[name=page]", "store")
    tab.select_option("[name=kind]", "count")
    tab.fill("[name=text]", "产品")
    assert seen(tab, ROWS) == ["store-products"] and count(tab) == [1, len(FACTS)]


def test_a_number_is_found_however_it_is_typed(visit):
    tab = visit("figures/")
    for typed in ("17,880,000", "17880000", "１７８８万", "  1788 万 "):
        tab.fill("[name=text]", typed)
        assert "consumption-assistance-total" in seen(tab, ROWS) and count(tab)[0] < 5, typed


def test_a_word_that_nothing_holds_is_answered_and_the_downloads_stay(visit):
    tab = visit("en/figures/")
    tab.locator("[name=text]").press_sequentially("zzzz")
    assert seen(tab, ROWS) == [] and count(tab) == [0, len(FACTS)]
    assert tab.get_by_text("Nothing matches").is_visible()
    assert tab.locator("a[href$='figures.csv']").is_visible()
    assert tab.locator(".story-article a[href$='dataset/']").is_visible()
    tab.fill("[name=text]", "")
    assert not tab.get_by_text("Nothing matches").is_visible() and count(tab)[0] == len(FACTS)


def test_one_press_shows_everything_again(visit):
    tab = visit("figures/")
    assert not tab.get_by_role("button", name="全部显示").is_visible()
    tab.select_option("[name=page]", "train")
    tab.fill("[name=text]", "zzzz")
    tab.get_by_role("button", name="全部显示").click()
    assert count(tab)[0] == len(FACTS) == len(seen(tab, ROWS))
    assert tab.input_value("[name=page]") == tab.input_value("[name=text]") == ""


def test_the_count_is_read_out_as_it_changes(visit):
    tab = visit("figures/")
    assert tab.locator(".story-filter").get_by_role("status").evaluate("e => e.tagName") == "OUTPUT"


def test_enter_does_not_leave_the_page(visit):
    tab = visit("figures/")
    before = tab.url
    tab.fill("[name=text]", "列车")
    tab.press("[name=text]", "Enter")
    assert tab.url == before and 0 < count(tab)[0] < len(FACTS)


@pytest.mark.parametrize(
    "path, name, hidden", [("figures/", "text", "train-build-days"), ("glossary/", "text", "guazhi")]
)
def test_an_address_never_names_something_hidden(visit, path, name, hidden):
    tab = visit(path)
    tab.fill(f"[name={name}]", "zzzz")
    tab.evaluate(f"location.hash = '{hidden}'")
    tab.wait_for_function(f"document.getElementById('{hidden}').checkVisibility()")
    assert tab.input_value(f"[name={name}]") == ""
    assert tab.locator(f"#{hidden}").evaluate(
        """e => {
            const box = e.getBoundingClientRect();
            const bar = document.querySelector('.story-filter').getBoundingClientRect();
            return box.top >= bar.bottom && box.bottom <= innerHeight;
        }"""
    )


def test_a_second_press_on_the_same_link_shows_what_was_filtered_away_since(visit):
    """The address does not change then, so no event tells of it."""
    tab = visit("figures/#train-build-days")
    tab.select_option("[name=page]", "store")
    assert "train-build-days" not in seen(tab, ROWS)
    tab.evaluate("document.querySelector('a[href$=\"#train-build-days\"]').click()")
    assert "train-build-days" in seen(tab, ROWS)


def test_a_row_that_was_cited_stands_out(visit):
    tab = visit("figures/#train-build-days")
    colours = [
        tab.locator(row).evaluate("e => getComputedStyle(e).backgroundColor")
        for row in ("#train-build-days", "#train-count")
    ]
    assert colours[0] != colours[1]


def test_a_filter_hides_nothing_on_paper(visit):
    tab = visit("figures/")
    tab.fill("[name=text]", "zzzz")
    tab.emulate_media(media="print")
    assert sorted(seen(tab, ROWS)) == sorted(FACTS) and not tab.locator(".story-filter").is_visible()


@pytest.mark.parametrize("path", ["figures/", "en/figures/"])
def test_an_open_end_is_not_lost_in_a_large_numeral(visit, path):
    heads = visit(path).eval_on_selector_all(
        ".story-figures tbody tr", "all => all.map(e => [e.id, e.cells[0].firstChild.textContent])"
    )
    assert {name for name, head in heads if re.search(r"[余+]\s*$", head)} == {
        fact["id"] for fact in FACTS.values() if fact.get("bound")
    }
    assert len(heads) == sum(fact["kind"] in FIGURES for fact in FACTS.values())


@pytest.mark.parametrize("path", ["figures/", "en/figures/"])
def test_a_figure_begins_where_its_table_does_and_its_unit_and_open_end_stay_beside_it(visit, path):
    for width in (390, 820, 1440):
        tab = visit(path, viewport={"width": width, "height": 900})
        rows = tab.eval_on_selector_all(
            ".story-figures tbody tr",
            """all => all.map(row => {
                const head = row.cells[0], range = document.createRange();
                range.selectNodeContents(head);
                const words = range.getBoundingClientRect(), box = head.getBoundingClientRect();
                return [row.id, words.left - row.getBoundingClientRect().left, words.right - box.right];
            })""",
        )
        assert len(rows) > 30 and [row for row in rows if abs(row[1]) > 1 or row[2] > 1] == [], width


@pytest.mark.parametrize("path, said", [("figures/", "1788万 元"), ("en/figures/", "17.88 million yuan")])
def test_a_large_sum_stands_in_one_form(visit, path, said):
    row = visit(path).locator("#consumption-assistance-total")
    assert row.locator("th").inner_text() == said and "17,880,000" not in row.inner_text()


@pytest.mark.parametrize("path", ["figures/", "glossary/"])
def test_the_ring_of_a_focused_field_leaves_its_label_to_be_read(visit, path):
    tab = visit(path)
    for field in tab.locator(".story-filter label:has(> span) :is(input, select)").all():
        field.focus()
        tab.keyboard.press("Tab")
        tab.keyboard.press("Shift+Tab")
        over = field.evaluate(
            """e => {
                const ring = getComputedStyle(e), label = e.parentElement.querySelector('span').firstChild;
                const range = document.createRange();
                range.selectNodeContents(label);
                const reach = parseFloat(ring.outlineWidth) + parseFloat(ring.outlineOffset);
                return range.getBoundingClientRect().bottom - (e.getBoundingClientRect().top - reach);
            }"""
        )
        assert over <= 0.5


FIRST_OF_EACH = ["#source-review-year", "#group-name"]
"""An entry in the table of figures, and one in the list below it."""


TOUCHED = """cell => ['pointerover', 'pointerdown'].forEach(name =>
    cell.dispatchEvent(new PointerEvent(name, { bubbles: true, pointerType: 'touch' })))"""


@pytest.fixture
def taking(visit):
    """Opens the figures on a device with a clipboard."""
    return partial(visit, permissions=["clipboard-read", "clipboard-write"])


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("entry", FIRST_OF_EACH)
def test_an_entry_is_copied_in_both_languages_with_its_source_and_an_address(taking, lang, entry):
    tab, fact = taking(f"{LANGS[lang]}figures/"), FACTS[entry[1:]]
    assert not any("/entry." in url for url in tab.asked), "nothing comes before one comes to an entry"
    before = tab.locator(entry).bounding_box()
    tab.hover(entry)
    tab.locator(f"{entry} .story-take button").click()
    tab.wait_for_function("document.querySelector('.story-taken').textContent")
    assert tab.locator(".story-take").get_by_role("status").inner_text() == SAID[lang]
    said = tab.evaluate("navigator.clipboard.readText()").split("\n")
    order = ["zh", "en"] if lang == "zh" else ["en", "zh"]
    assert said[:2] == [fact["statement"][each] for each in order]
    assert all(fact["source"] in line for line in said[2:4])
    assert said[4:] == [f"https://shangluo-nanjing.example.org/{LANGS[lang]}figures/{entry}"]
    after = tab.locator(entry).bounding_box()
    assert (after["width"], after["height"]) == (before["width"], before["height"]), "the sign takes no room"


def test_an_entry_is_copied_by_keyboard_and_by_a_tap(taking):
    tab = taking("figures/")
    tab.locator("#group-ordinal .story-source").focus()
    tab.wait_for_selector("#group-ordinal .story-take")
    tab.keyboard.press("Tab")
    tab.keyboard.press("Enter")
    tab.wait_for_function("document.querySelector('.story-taken').textContent")
    tab.hover("#secondment-length")
    assert tab.locator("#group-ordinal .story-take").count(), "what has the focus stays"
    tab = taking("figures/", has_touch=True, is_mobile=True, viewport=PHONE)
    assert not any("/entry." in url for url in tab.asked)
    tab.locator("#cadres-dispatched td").nth(0).evaluate(TOUCHED)
    assert not tab.locator("script[src*='/entry.']").count(), "whoever scrolls has not asked for it"
    tab.locator("#cadres-dispatched td").nth(0).tap()
    button = tab.locator("#cadres-dispatched .story-take button")
    box = button.bounding_box()
    assert min(box["width"], box["height"]) >= 24
    button.tap()
    tab.wait_for_function("document.querySelector('.story-taken').textContent")
    assert "20" in tab.evaluate("navigator.clipboard.readText()")


def test_an_entry_that_may_not_be_copied_is_there_to_be_taken_and_without_a_clipboard_there_is_no_sign(visit):
    tab = visit("figures/", "navigator.clipboard.writeText = () => Promise.reject(new Error('no'))")
    tab.hover("#group-ordinal")
    tab.locator(".story-take button").click()
    tab.wait_for_function("document.querySelector('.story-taken').textContent")
    shown = tab.locator(".story-taken")
    assert shown.inner_text().endswith("/figures/#group-ordinal") and shown.bounding_box()["width"] > 200
    tab.hover("#group-name")
    assert not shown.inner_text(), "it stood under the entry that it was about"
    assert tab.faults == []
    tab = visit("figures/", "Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    with tab.expect_response(re.compile("/entry[.]")):
        tab.hover("#group-ordinal")
    tab.wait_for_function("window.storyLedger")
    assert tab.locator(".story-take").count() == 0 and tab.faults == []


# ── Glossary ─────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("path", ["glossary/", "en/glossary/"])
def test_a_term_is_found_by_characters_by_pinyin_without_tones_and_in_english(visit, path):
    tab = visit(path)
    for typed, term in (
        ("guazhi duanlian", "guazhi-duanlian"),
        ("GUAZHIDUANLIAN", "guazhi-duanlian"),
        ("guàzhí duànliàn", "guazhi-duanlian"),
        ("挂职锻炼", "guazhi-duanlian"),
        ("for training", "guazhi-duanlian"),
        ("su shan xiezuo", "su-shan-xiezuo"),
        ("Ｓ６", "s-liu-hao-xian"),
    ):
        tab.fill("[name=text]", typed)
        assert seen(tab, WORDS) == [term] and count(tab) == [1, len(TERMS)], typed
        assert len(seen(tab, ".story-group h3")) == 1, typed


@pytest.mark.parametrize("path", ["glossary/", "en/glossary/"])
def test_both_orders_hold_the_same_terms(visit, path):
    tab = visit(path)
    themed = seen(tab, WORDS)
    assert themed == list(TERMS)
    tab.check("[value=az]")
    lettered = seen(tab, WORDS)
    assert (
        sorted(lettered) == sorted(TERMS)
        and lettered != themed
        and lettered[0] == "chanxiao-duijie-hui"
        and lettered[-1] == "zongshu"
    )
    assert seen(tab, ".story-group h3")[:3] == ["letter-c", "letter-d", "letter-e"]
    tab.check("[value=theme]")
    assert seen(tab, WORDS) == themed


def test_no_letter_leads_nowhere_while_filtered(visit):
    tab = visit("glossary/")
    tab.check("[value=az]")
    tab.fill("[name=text]", "guazhi")
    assert seen(tab, ".story-letters nav a", "textContent") == ["G"] and seen(tab, WORDS)[0] == "guazhi"
    tab.click(".story-letters nav a >> text=G")
    assert tab.url.endswith("#letter-g") and tab.input_value("[name=text]") == "guazhi"


def test_the_order_survives_showing_all(visit):
    tab = visit("glossary/")
    tab.check("[value=az]")
    tab.fill("[name=text]", "guazhi")
    tab.get_by_role("button", name="全部显示").click()
    assert tab.is_checked("[value=az]") and len(seen(tab, WORDS)) == len(TERMS)


# ── Timeline ─────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("path, lang", [("timeline/", "zh"), ("en/timeline/", "en")])
def test_words_on_the_year_neither_touch_nor_leave_the_screen(visit, path, lang):
    tab = visit(path)
    for width in (320, 390, 960, 1440):
        tab.set_viewport_size({"width": width, "height": 900})
        boxes = tab.eval_on_selector_all(
            ".story-year svg[role=list] text", f"all => all.filter(e => e.checkVisibility()).map({BOX})"
        )
        assert len(boxes) >= 13 + len(drawing(TABLES, lang)[1]), width
        for index, (words, left, top, right, bottom) in enumerate(boxes):
            assert left >= 0 and right <= width, (width, words)
            for other, a, b, c, d in boxes[index + 1 :]:
                assert right <= a or c <= left or bottom <= b + 3 or d <= top + 3, (width, words, other)


@pytest.mark.parametrize("path", ["timeline/", "en/timeline/"])
def test_no_pole_runs_through_words(visit, path):
    tab = visit(path, viewport={"width": 960, "height": 900})
    poles = tab.eval_on_selector_all(
        ".story-year__pole",
        "all => all.map(e => { const b = e.getBoundingClientRect(); return [b.left, b.top, b.bottom]; })",
    )
    boxes = tab.eval_on_selector_all(".story-year__across text", f"all => all.map({BOX})")
    assert len(poles) == 6
    assert [
        words
        for x, top, bottom in poles
        for words, left, upper, right, lower in boxes
        if left < x - 1 and x + 1 < right and upper < bottom and top < lower
    ] == []


@pytest.mark.parametrize("width, shown", [(390, "down"), (1440, "across")])
def test_the_year_is_drawn_once_and_read_out_as_a_list_in_time_order(visit, width, shown):
    tab = visit("en/timeline/", viewport={"width": width, "height": 900})
    assert seen(tab, ".story-year svg[role=list]", "classList[0]") == [f"story-year__{shown}"]
    items = [
        item.text_content()
        for item in tab.get_by_role("list", name="2024 as a line").get_by_role("listitem").all()
        if item.is_visible()
    ]
    assert ["store opens" in items[1], "train" in items[2], "print" in items[5]] == [True] * 3 and len(
        items
    ) == 8


def test_a_day_a_month_and_a_range_look_different(visit):
    tab = visit("timeline/")
    shapes = {
        kind: tab.locator(f".story-timeline--dated .story-timeline__{kind}").first.evaluate(
            """e => {
                const style = getComputedStyle(e, '::before');
                return [style.width, style.height, style.borderRadius, style.borderTopWidth].join();
            }"""
        )
        for kind in ("day", "month", "range")
    }
    assert len(set(shapes.values())) == 3


def test_undated_and_background_are_told_apart_without_colour(visit):
    tab = visit("timeline/")
    styles = [
        tab.locator(f".story-timeline--{lane} li").first.evaluate(
            "e => getComputedStyle(e).borderInlineStartStyle"
        )
        for lane in ("dated", "undated")
    ]
    assert styles == ["solid", "dashed"]
    assert (
        tab.locator(".story-lane:has(.story-timeline--background)")
        .get_by_text("背景，非原文内容")
        .is_visible()
    )


# ── All of them ──────────────────────────────────────────────────────────────


@pytest.mark.parametrize("path, selector, ids", [("figures/", ROWS, FACTS), ("glossary/", WORDS, TERMS)])
def test_without_javascript_everything_is_shown_and_no_dead_form(visit, path, selector, ids):
    tab = visit(path, java_script_enabled=False)
    shown = tab.locator(selector).evaluate_all(
        "all => all.filter(e => e.checkVisibility() && e.getBoundingClientRect().height).length"
    )
    assert shown == tab.locator(selector).count() == len(ids)
    assert (
        not tab.locator(".story-filter").is_visible()
        and tab.locator(".story-letters >> visible=true").count() == 0
    )


@pytest.mark.parametrize("path", [lang + slug for slug in CONCOURSE for lang in ("", "en/")])
def test_large_type_on_a_small_phone_does_not_scroll_sideways(visit, path):
    tab = visit(path, viewport={"width": 320, "height": 600})
    tab.add_style_tag(content=".story-article { font-size: 150%; }")
    if tab.locator("[value=az]").count():
        tab.check("[value=az]")
    assert tab.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0


@pytest.mark.parametrize("path", ["figures/", "en/glossary/"])
def test_every_field_has_a_visible_label_and_is_large_enough_to_touch(visit, path):
    tab = visit(path, viewport=PHONE)
    tab.fill("[name=text]", "a")
    for field in tab.locator(".story-filter :is(input[type=search], select, button)").all():
        assert field.bounding_box()["height"] >= 44
    for label in tab.locator(".story-filter label").all():
        assert label.inner_text().strip() and label.bounding_box()["height"] >= 44
    assert (
        tab.locator(".story-filter :is(input, select)").evaluate_all(
            "all => all.filter(e => !e.labels.length).length"
        )
        == 0
    )


@pytest.mark.parametrize("path", ["measures/", "en/measures/"])
def test_a_measure_with_a_sequel_leads_to_it_and_the_others_say_nothing_of_it(visit, path):
    tab = visit(path)
    sequels = tab.locator(".story-outcome")
    assert sequels.count() == 6 and all(sequels.nth(index).locator("a").count() for index in range(6))
    assert tab.locator(".story-measures > li").count() == 20
