"""Search in a real browser. Tests are named after what could go wrong."""

import random
import re
from urllib.parse import quote

import pytest
from playwright.sync_api import expect

import axe
from screens import DESK, LANGS, PAGES, PHONE

BUTTON, DIALOG, FIELD, HIT = (
    ".story-header__search",
    "dialog.story-search",
    "dialog.story-search [name=q]",
    ".story-hit",
)
HERE = "document.activeElement"
CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
SEEN = """() => {
    const article = document.querySelector('.story-article');
    article.querySelectorAll('details').forEach(each => { each.open = true; });
    const between = document.documentElement.lang === 'en' ? ' ' : '';
    const drawn = [...article.querySelectorAll('svg text')].filter(each => each.checkVisibility())
        .map(each => [...each.childNodes].map(part => part.textContent).join(between));
    article.querySelectorAll('.story-source, .headerlink, form, svg').forEach(each => each.remove());
    return [...article.innerText.split(/[\\n\\t]/), ...drawn].map(line => line.trim())
        .filter(line => line.length > 1);
}"""
"""What a reader sees of a page, line by line, without the marks that search leaves out on purpose."""


@pytest.fixture
def visit(visit):
    """Opens a page with nothing in motion."""
    return lambda path, **options: visit(path, **{"reduced_motion": "reduce"} | options)


def ask(tab, words):
    """Type into the dialog, and wait for the answer to exactly these words."""
    if not tab.locator(DIALOG).is_visible():
        tab.click(BUTTON)
    answer = tab.locator(f"{DIALOG} output")
    tab.fill(FIELD, "")
    expect(tab.locator(f"{DIALOG} [aria-autocomplete]")).to_be_attached()
    expect(answer).to_have_text("")
    tab.fill(FIELD, words)
    expect(answer).not_to_have_text("")
    return hrefs(tab)


def hrefs(tab):
    return tab.eval_on_selector_all(HIT, "all => all.map(each => each.href)")


def opened(visit, path="train/", **options):
    tab = visit(path, **options)
    tab.click(BUTTON)
    return tab


# ── What is found ────────────────────────────────────────────────────────────


@pytest.mark.parametrize("lang", LANGS)
def test_any_two_hundred_pieces_of_what_can_be_seen_are_found_on_their_page(visit, address, lang):
    tab, chance, pieces = visit(LANGS[lang]), random.Random(5), []
    lines = {}
    for page in PAGES.values():
        tab.goto(address + LANGS[lang] + page)
        lines[page] = tab.evaluate(SEEN)
    pool = [(page, line) for page, own in lines.items() for line in own]
    assert len(pool) > 700 and all(lines.values())
    while len(pieces) < 200:
        page, line = chance.choices(pool, weights=[len(line) for _, line in pool])[0]
        start, length = chance.randrange(len(line)), chance.randint(2, 12)
        if len(piece := line[start : start + length].strip()) > 1:
            pieces.append((page, piece))
    tab.goto(f"{address}{LANGS[lang]}search/?q=2024")
    tab.wait_for_selector(HIT)
    lost = tab.evaluate(
        """pieces => {
        const field = document.querySelector('.story-results [name=q]');
        return new Promise(async done => {
            const lost = [];
            for (const [page, piece] of pieces) {
                field.value = piece;
                field.dispatchEvent(new InputEvent('input', { bubbles: true }));
                await new Promise(setTimeout);
                const found = [...document.querySelectorAll('.story-results .story-hit')]
                    .filter(hit => hit.href.split('#')[0] === page);
                if (!found.some(hit => hit.querySelector('mark'))) lost.push([page, piece]);
            }
            done(lost);
        });
    }""",
        [[address + LANGS[lang] + page, piece] for page, piece in pieces],
    )
    assert lost == []


@pytest.mark.parametrize(
    ("path", "words", "page"),
    [
        ("about/", "大城记住", "train/#title"),
        ("about/", "人来人往", "train/#line"),
        ("en/about/", "alf the sent", ""),
        ("about/", "秘", ""),
        ("about/", "句容 13", "train/#line"),
        ("about/", "13 句容", "train/#line"),
        ("en/", "line s6 Shangluo", "train/#line"),
        ("gallery/", "S6", "train/#line"),
        ("en/", "1788", ""),
    ],
)
def test_words_from_the_middle_of_a_sentence_numbers_and_several_at_once(visit, address, path, words, page):
    found = ask(visit(path), words)
    lang = "en/" if path.startswith("en/") else ""
    assert (f"{address}{lang}{page}" in found) if page else len(found) < 60


FORMS = {
    "": [
        ["S6", "s6", "Ｓ６", "ｓ６"],
        ["22℃", "22°C", "22°c", "２２℃"],
        ["1788万", "１７８８万"],
        ["2041231", "2,041,231", "２，０４１，２３１"],
        ["商洛 列车", "列车　商洛", "  列车 商洛 "],
        ["“惠民”", "“惠民”  ", '"惠民"', "「惠民」"],
        ["商洛·中国", "商洛・中国", "商洛•中國"],
        ["挂职", "掛職"],
        ["江苏与陕西", "江蘇與陝西"],
        ["干部", "幹部"],
        ["里面", "裡面", "裏面", "裡麵"],
        ["每周", "每週"],
    ],
    "en/": [["metro", "METRO", "Ｍｅｔｒｏ"], ["Shaanxi’s", "shaanxi's"], ["挂职", "掛職"]],
}


@pytest.mark.parametrize("path", FORMS)
def test_width_case_order_and_the_writing_make_no_difference(visit, path):
    tab = visit(path)
    for forms in FORMS[path]:
        # Behind many hits stands a link to all, which asks what was typed.
        answers = [[href for href in ask(tab, form) if "?q=" not in href] for form in forms]
        assert answers[0] and all(answer == answers[0] for answer in answers), forms


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("", "guazhi"),
        ("", "secondment"),
        ("", "GUAZHI"),
        ("", "挂职"),
        ("en/", "guazhi"),
        ("en/", "挂职"),
        ("en/", "secondment"),
    ],
)
def test_a_term_is_found_by_pinyin_and_by_the_other_language(visit, address, path, words):
    found = ask(visit(path), words)
    assert f"{address}{path}glossary/#guazhi" in found
    assert words in ("挂职", "secondment") or found[0] == f"{address}{path}glossary/#guazhi"


@pytest.mark.parametrize("typed", ["guazhi duanlian", "guazhiduanlian", "guazhi  duan"])
def test_pinyin_may_have_spaces_or_none(visit, address, typed):
    assert ask(visit("en/"), typed)[0] == f"{address}en/glossary/#guazhi-duanlian"


def test_pinyin_answers_from_its_beginning_only(visit):
    """Else “hiduan” would be a word."""
    tab = visit("")
    assert ask(tab, "hiduan") == [] and ask(tab, "duanlian")


@pytest.mark.parametrize(
    ("path", "meant", "slips"),
    [
        ("", "guazhi", ["guahzi", "guzhi", "guazhii", "gaazhi", "uazhi"]),
        ("en/", "secondment", ["secondmnet", "Secondent", "seccondment", "secondmint"]),
        ("en/", "Shangluo metro", ["Shanglou metro", "shangluo mtero"]),
    ],
)
def test_one_slip_in_a_word_is_forgiven_and_said(visit, path, meant, slips):
    tab = visit(path)
    right = ask(tab, meant)
    assert right and "最接近" not in (said := tab.inner_text(f"{DIALOG} output")) and "Nearest" not in said
    for slip in slips:
        assert ask(tab, slip) == right, slip
        said = tab.inner_text(f"{DIALOG} output")
        near = set(meant.lower().split()) - set(slip.lower().split())
        assert near and all(word in said for word in near) and ("Nearest" in said or "最接近" in said)
        marked = {words.lower() for words in tab.locator(f"{HIT} mark").all_inner_texts()}
        assert not marked or near & marked, slip


def test_two_slips_and_short_words_are_not_guessed_at(visit):
    tab = visit("")
    assert [typed for typed in ("gauhzi", "mtr", "qz 2024", "22 guahhzi") if ask(tab, typed)] == []


def test_titles_come_before_headings_and_headings_before_text(visit):
    tab = visit("search/?q=商洛")
    tab.wait_for_selector(HIT)
    kinds = tab.eval_on_selector_all(
        HIT,
        "all => all.map(e => !e.querySelector('b mark') ? 2 : e.querySelector('small').textContent ? 1 : 0)",
    )
    assert kinds == sorted(kinds) and set(kinds) == {0, 1, 2}


def test_the_hit_is_marked_as_it_is_written(visit):
    tab = visit("")
    for words, marks in {
        "22℃": {"22℃"},
        "22°c": {"22℃"},
        "c商洛": {"℃商洛"},
        "ｓ６号": {"S6号"},
        "列车 车厢": {"列车", "车厢"},
        "「六朝古都」": {"“六朝古都”"},
        "掛職 幹部": {"挂职", "干部"},
    }.items():
        assert ask(tab, words)
        assert set(tab.locator(f"{HIT} mark").all_inner_texts()) == marks, words


def test_the_hit_is_shown_in_its_sentence(visit):
    tab = visit("about/")
    ask(tab, "大城记")
    assert tab.locator(f"{HIT} > span").all_inner_texts() == ["在山里长大的人，怎样让一座大城记住自己的家？"]
    ask(tab, "五十多天从哪一天")
    assert tab.locator(f"{HIT} > span").all_inner_texts() == [
        "五十多天从哪一天数起，发车在哪一站，这身装扮穿到哪一天。"
    ]


def test_chinese_in_english_results_carries_its_language(visit):
    tab = visit(f"en/search/?q={quote('掛職')}")
    tab.wait_for_selector(HIT)
    bare = tab.evaluate("""() => {
        const results = document.querySelector('#search-results');
        const walk = document.createTreeWalker(results, NodeFilter.SHOW_TEXT);
        const bare = [], chinese = /[\\u4e00-\\u9fff]/;
        for (let text; text = walk.nextNode();)
            if (chinese.test(text.data) && !text.parentElement.closest('[lang^=zh]')) bare.push(text.data);
        return bare;
    }""")
    assert bare == [] and tab.locator("#search-results [lang=zh-Hans]").count()


@pytest.mark.parametrize(("lang", "none"), [("zh", "没有找到“zz qq”"), ("en", "Nothing found for “zz qq”")])
def test_nothing_found_is_said_and_nothing_is_left_over(visit, lang, none):
    tab = visit(LANGS[lang])
    assert ask(tab, "2024") and ask(tab, "zz qq") == []
    assert none in tab.inner_text(f"{DIALOG} output") and not tab.locator("#search-hits").is_visible()
    assert tab.get_attribute(FIELD, "aria-expanded") == "false"


# ── Keys ─────────────────────────────────────────────────────────────────────


def chosen(tab):
    return tab.eval_on_selector_all(
        "#search-hits > *", "all => all.findIndex(e => e.matches('[aria-selected=true]'))"
    )


@pytest.mark.parametrize("lang", LANGS)
def test_results_are_walked_by_keyboard_while_the_focus_stays_in_the_field(visit, lang):
    tab = visit(f"{LANGS[lang]}about/")
    tab.focus(BUTTON)
    tab.keyboard.press("Enter")
    tab.keyboard.type("S6")
    tab.wait_for_selector(HIT)
    last = tab.locator(HIT).count() - 1
    assert last > 2 and chosen(tab) == -1 and tab.get_attribute(FIELD, "aria-expanded") == "true"
    assert str(last + 1) in tab.inner_text(f"{DIALOG} output")
    for key, place in [
        ("ArrowDown", 0),
        ("ArrowDown", 1),
        ("End", last),
        ("ArrowDown", 0),
        ("ArrowUp", last),
        ("Home", 0),
    ]:
        tab.keyboard.press(key)
        assert chosen(tab) == place, key
        assert tab.get_attribute(FIELD, "aria-activedescendant") == tab.locator(HIT).nth(place).get_attribute(
            "id"
        )
        assert tab.evaluate(f"{HERE}.name") == "q"
    href = hrefs(tab)[0]
    tab.keyboard.press("Enter")
    tab.wait_for_url(href)


def test_home_and_end_belong_to_the_field_until_a_result_is_chosen(visit):
    tab = visit("")
    ask(tab, "列车")
    tab.focus(FIELD)
    tab.keyboard.press("Home")
    assert chosen(tab) == -1 and tab.eval_on_selector(FIELD, "e => e.selectionStart") == 0


@pytest.mark.parametrize("closing", ["Escape", "button"])
def test_closing_gives_the_focus_back(visit, closing):
    tab = visit("train/")
    ask(tab, "商洛")
    tab.focus(FIELD)
    if closing == "Escape":
        for _ in range(2):  # a browser may empty the field first
            tab.keyboard.press("Escape")
    else:
        tab.click(f"{DIALOG} button[type=button]")
    assert not tab.locator(DIALOG).is_visible()
    assert tab.evaluate(f"selector => {HERE}.matches(selector)", BUTTON) and "/search/" not in tab.url
    tab.keyboard.press("Space")
    assert tab.locator(DIALOG).is_visible(), "as any button is pressed"


@pytest.mark.parametrize("lang", LANGS)
def test_enter_with_nothing_chosen_leads_to_all_results(visit, address, lang):
    tab = opened(visit, f"{LANGS[lang]}train/")
    tab.keyboard.type("2024 & 南")
    tab.wait_for_selector(f"{DIALOG} output:not(:empty)")
    tab.keyboard.press("Enter")
    tab.wait_for_url(f"{address}{LANGS[lang]}search/?q=2024%20%26%20{quote('南')}")
    assert tab.input_value(".story-results [name=q]") == "2024 & 南"


def test_more_results_than_fit_are_one_press_away(visit, address):
    tab = visit("")
    found = ask(tab, "商洛")
    assert len(found) == 31 and found[-1] == f"{address}search/?q={quote('商洛')}"
    tab.keyboard.press("ArrowUp")
    tab.keyboard.press("Enter")
    tab.wait_for_url(found[-1])
    tab.wait_for_selector(HIT)
    assert tab.locator(f".story-results {HIT}").count() > 31


def test_a_result_on_the_same_page_is_not_left_under_the_dialog(visit):
    tab = visit("train/")
    ask(tab, "一车的山")
    tab.click(f"{HIT} >> nth=0")
    assert tab.url.endswith("train/#carriage") and not tab.locator(DIALOG).is_visible()
    assert 0 <= tab.locator("#carriage").bounding_box()["y"] < DESK["height"]


def test_the_slash_opens_search_and_is_not_typed(visit):
    tab = visit("train/")
    tab.keyboard.press("/")
    assert tab.locator(DIALOG).is_visible() and tab.input_value(FIELD) == ""
    tab.keyboard.press("/")
    assert tab.input_value(FIELD) == "/"


def test_the_slash_is_left_to_fields_to_other_windows_and_to_modified_keys(visit):
    tab = visit("glossary/")
    for key in ("Control+/", "Alt+/", "Meta+/"):
        tab.keyboard.press(key)
    tab.focus(".story-filter [name=text]")
    tab.keyboard.press("/")
    assert tab.input_value(".story-filter [name=text]") == "/" and not tab.locator(DIALOG).is_visible()
    tab = visit("gallery/#store")
    tab.wait_for_selector("dialog.story-lightbox[open]")
    tab.keyboard.press("/")
    assert not tab.locator(DIALOG).is_visible()


def test_the_slash_can_be_switched_off_and_stays_off(visit):
    """WCAG 2.1.4."""
    tab = opened(visit)
    assert tab.get_attribute(BUTTON, "aria-keyshortcuts") == "/"
    tab.uncheck(".story-search__key input")
    tab.reload()
    tab.keyboard.press("/")
    assert not tab.locator(DIALOG).is_visible() and tab.get_attribute(BUTTON, "aria-keyshortcuts") is None
    tab.click(BUTTON)
    tab.check(".story-search__key input")
    tab.reload()
    tab.keyboard.press("/")
    assert tab.locator(DIALOG).is_visible()


def test_a_word_that_is_still_being_composed_is_not_searched(visit):
    tab = visit("")
    ask(tab, "2024")
    before = hrefs(tab)
    tab.eval_on_selector(
        FIELD,
        """e => {
            e.value = 'zzqq';
            e.dispatchEvent(new InputEvent('input', { isComposing: true, bubbles: true }));
        }""",
    )
    tab.evaluate("new Promise(done => setTimeout(done))")
    assert hrefs(tab) == before
    tab.eval_on_selector(
        FIELD, "e => e.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }))"
    )
    tab.wait_for_function("!document.querySelector('.story-hit')")


# ── Where it works ───────────────────────────────────────────────────────────


def test_code_and_index_arrive_when_first_used(visit):
    tab = visit("train/")
    tab.asked.clear()
    assert tab.evaluate("[...document.scripts].every(script => !/search/.test(script.src))")
    ask(tab, "列车")
    ask(tab, "商洛")
    asked = [re.sub(r".*/|\.\w{10}", "", url) for url in tab.asked]
    assert [name for name in asked if name.endswith(".js")] == ["search.js", "zh.js"]


def test_letters_typed_before_the_code_is_there_are_answered(visit):
    tab = visit("train/")
    held = []
    tab.route("**/search.*.js", lambda route: held.append(route))
    with tab.expect_request("**/search.*.js"):
        tab.click(BUTTON)
    tab.keyboard.type("大城记住")
    held.pop().continue_()
    tab.wait_for_selector(HIT)


def test_an_index_that_does_not_arrive_is_told_and_asked_for_again(visit):
    tab = visit("train/")
    tab.route("**/assets/search/*", lambda route: route.abort())
    tab.click(BUTTON)
    tab.keyboard.type("列")
    tab.get_by_text("没能载入").wait_for()
    tab.unroute("**/assets/search/*")
    tab.keyboard.type("车")
    tab.wait_for_selector(HIT)


def test_the_language_switch_of_the_results_page_asks_the_same(visit):
    tab = visit(f"search/?q={quote('掛職')}")
    tab.wait_for_selector(HIT)
    assert tab.input_value(".story-results [name=q]") == "掛職", "as it was typed"
    tab.fill(".story-results [name=q]", "S6")
    tab.keyboard.press("Enter")
    tab.click(".story-switch [hreflang=en]")
    tab.wait_for_url("**/en/search/?q=S6")
    tab.wait_for_selector(HIT)


@pytest.mark.parametrize(
    "query",
    [
        "<img src=x onerror=window.struck=1>",
        '"><script>window.struck=1</script>',
        "商洛</b><mark>",
        "$& $1 {}",
    ],
)
def test_markup_in_a_query_stays_words(visit, query):
    tab = visit(f"search/?q={quote(query)}")
    tab.wait_for_selector(".story-results output:not(:empty)")
    tab.evaluate("new Promise(done => setTimeout(done))")
    assert (
        tab.evaluate("window.struck") is None and tab.locator(".story-results :is(img, script)").count() == 0
    )
    assert (
        query in tab.inner_text(".story-results output")
        and tab.input_value(".story-results [name=q]") == query
    )


def test_the_address_of_the_results_follows_the_question(visit, address):
    tab = visit("search/")
    tab.fill(".story-results [name=q]", "列车")
    tab.wait_for_selector(HIT)
    tab.press(".story-results [name=q]", "Enter")
    assert tab.url == f"{address}search/?q={quote('列车')}"
    tab.reload()
    tab.wait_for_selector(HIT)


@pytest.mark.parametrize("lang", LANGS)
def test_without_javascript_the_glossary_and_the_figures_are_offered(visit, address, lang):
    tab = visit(f"{LANGS[lang]}search/?q=2024", java_script_enabled=False)
    assert not any(tab.locator(selector).is_visible() for selector in (BUTTON, DIALOG, ".story-results"))
    links = tab.locator(".story-article p a")
    assert [link.get_attribute("href") for link in links.all() if link.is_visible()] == [
        "../glossary/",
        "../figures/",
    ]
    words = tab.inner_text(".story-article")
    assert "每一个字" not in words and "Every word" not in words, "it promises what it cannot do"


@pytest.mark.parametrize("lang", LANGS)
def test_a_page_opened_from_a_folder_finds_too(visit, built, lang):
    tab = visit(f"{(built / LANGS[lang] / 'search/index.html').as_uri()}?q=S6")
    tab.wait_for_selector(HIT)
    assert all(href.startswith((built / LANGS[lang]).as_uri()) for href in hrefs(tab))
    assert ask(tab, "guazhi")


def test_a_strict_policy_stops_nothing(visit, address):
    """Not even sending the form, which `form-action 'none'` forbids."""
    tab = visit("about:blank")

    def guarded(route):
        answer = route.fetch()
        route.fulfill(response=answer, headers=answer.headers | {"content-security-policy": CSP})

    tab.route("**/*", guarded)
    tab.goto(f"{address}en/train/")
    ask(tab, "metro")
    tab.press(FIELD, "Enter")
    tab.wait_for_url("**/en/search/?q=metro")
    tab.wait_for_selector(HIT)
    assert [words for words in tab.complaints if "Content Security Policy" in words] == []


# ── How it looks ─────────────────────────────────────────────────────────────


@pytest.mark.parametrize("lang", LANGS)
def test_search_has_no_barrier(still, address, lang):
    found = []
    for screen, scheme in ((PHONE, "light"), (DESK, "dark")):
        still.set_viewport_size(screen)
        still.emulate_media(color_scheme=scheme)
        axe.visit(still, f"{address}{LANGS[lang]}train/")
        still.click(BUTTON)
        found += axe.findings(still, f"empty dialog {screen['width']}")
        ask(still, "S6")
        still.keyboard.press("ArrowDown")
        found += axe.findings(still, f"dialog {screen['width']}")
        for query in ("", "?q=S6"):
            axe.visit(still, f"{address}{LANGS[lang]}search/{query}")
            if query:
                still.wait_for_selector(HIT)
            found += axe.findings(still, f"results {query} {screen['width']}")
    assert not found, "\n".join(found)


@pytest.mark.parametrize("lang", LANGS)
def test_on_a_phone_search_fills_the_screen_and_fingers_hit_it(visit, lang):
    tab = visit(f"{LANGS[lang]}train/", viewport=PHONE)
    rows = tab.eval_on_selector_all(
        ".story-header > :is(p, button), .story-header__search, .story-switch",
        "all => all.map(e => { const b = e.getBoundingClientRect(); return (b.top + b.bottom) / 2; })",
    )
    assert len(rows) == 4 and max(rows) - min(rows) < 4, "the header is one row"
    targets = [tab.locator(BUTTON).bounding_box()]
    ask(tab, "商洛" if lang == "zh" else "Shangluo")
    box = tab.locator(DIALOG).bounding_box()
    assert [box[side] for side in ("x", "y", "width", "height")] == [0, 0, PHONE["width"], PHONE["height"]]
    targets += [
        each.bounding_box()
        for each in tab.locator(f"{DIALOG} :is([type=search], button, .story-search__key, {HIT})").all()
    ]
    assert [target for target in targets if target["width"] < 44 or target["height"] < 44] == []
    assert tab.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    key = tab.locator(".story-search__key").bounding_box()
    assert key["y"] + key["height"] <= PHONE["height"], "results scroll, and what is under them stays"


@pytest.mark.parametrize(("width", "height"), [(320, 256), (740, 360)])
def test_what_is_found_can_be_read_in_400_per_cent_zoom_and_on_a_phone_on_its_side(visit, width, height):
    """It said 72 found, and the list of them was 0 pixels high."""
    tab = visit("en/train/", viewport={"width": width, "height": height})
    ask(tab, "Shangluo")
    box = tab.locator("#search-hits").bounding_box()
    assert box["height"] >= height * 0.6 and box["y"] + box["height"] <= height
    tab.keyboard.press("End")
    tab.keyboard.press("ArrowUp")
    option = tab.locator(f"{HIT}[aria-selected]").bounding_box()
    assert option["y"] >= box["y"] and option["y"] + option["height"] <= height, "where the keys have led"
    assert tab.locator(f"{DIALOG} button[type=button]").is_visible(), "the way out"


@pytest.mark.parametrize("path", ["train/", "en/train/", "search/?q=S6", "en/search/?q=S6"])
def test_search_does_not_scroll_sideways_in_large_type_on_a_small_phone(visit, path):
    tab = visit(path, viewport={"width": 320, "height": 600})
    tab.evaluate("document.documentElement.style.fontSize = '34px'")
    if "?" in path:
        tab.wait_for_selector(HIT)
    else:
        ask(tab, "S6")
    for part in (".story-header", ".story-results" if "?" in path else DIALOG):
        assert (
            tab.locator(part).evaluate(
                "e => Math.max(e.scrollWidth - e.clientWidth, e.getBoundingClientRect().right - innerWidth)"
            )
            <= 0
        ), part
