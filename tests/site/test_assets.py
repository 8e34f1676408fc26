"""Style sheets and scripts as readers get them."""

import pytest

from story.site.assets import chosen, contained, inline, small, spoken, tool
from story.site.foot import slim

NIGHT = "@media (prefers-color-scheme: dark) { :root { --paper: #000; } .story-a img, b { top: 0; } }"


def test_what_holds_by_night_holds_for_whoever_chose_it_and_not_for_whoever_chose_light():
    device, _, reader = chosen(NIGHT).replace(" {", "{").partition("@media screen")
    assert (
        ":root:where(:not([data-scheme=light])){ --paper: #000; }" in device
        and "prefers-color-scheme" in device
    )
    assert ":root:where([data-scheme=dark]){ --paper: #000; }" in reader
    assert (
        ":where(:root[data-scheme=dark]) .story-a img,:where(:root[data-scheme=dark]) b{ top: 0; }" in reader
    )


def test_other_rules_stay_as_they_are():
    others = (
        "a { top: 0; } @media (prefers-contrast: more) { :root { --muted: #000; } } "
        "@media print { a { top: 1px; } }"
    )
    assert chosen(others) == others


@pytest.mark.parametrize("at", ["@container (min-width: 1em)", "@supports (top: 0)", "@media print"])
def test_inside_a_condition_of_any_kind_a_selector_keeps_its_meaning(at):
    assert (
        ".a :is(b){top:0}" in small(f"{at} {{ .a :is(b) {{ top: 0; }} }}") and small(at + "{}")[:6] == at[:6]
    )


def test_room_is_asked_for_in_letters_of_the_page():
    """In those of the window columns stayed open in twice the type, seven characters wide."""
    assert contained("@media (min-width: 68rem) { a { top: 0; } }") == (
        "@container page (min-width: 64.0em) { a { top: 0; } }"
    )
    both = "@media (min-width: 34rem) and (max-width: 68rem) {"
    assert contained(both) == "@container page (min-width: 32.0em) and (max-width: 64.0em) {"
    others = "@media print { } @media screen and (min-width: 46rem) { } @media (max-height: 30rem) { }"
    assert contained(others) == others


def test_a_tool_brings_its_style_sheet(tmp_path):
    (tmp_path / "a.css").write_text(".story-a { top: 0; }", encoding="utf-8")
    (tmp_path / "a.js").write_text("go();", encoding="utf-8")
    made = tool(tmp_path, ["a.js", "a.css"], "")
    assert 'sheet.replaceSync(".story-a{top:0}")' in made and "go();" in made


def test_nothing_in_a_page_can_alter_its_script(tmp_path):
    """Pages lose their indents: of a script that had any, the policy would not know the hash."""
    (tmp_path / "first.js").write_text(
        "// Why.\n(function () {\n  go();\n\n  on();\n})();\n", encoding="utf-8"
    )
    script = inline(tmp_path, "first.js")
    assert script == "(function(){go();on();})();" and script in slim(f"<script>{script}</script>")


def test_a_tools_words_come_with_its_script():
    words = {"aloud_play": {"zh": "播放", "en": "Play"}, "menu": {"zh": "目录", "en": "Menu"}}
    assert spoken(words, "aloud") == 'window.storyWords = {"play":{"zh":"播放","en":"Play"}};\n'
    assert spoken(words, "search") == ""
    assert spoken(words, "aloud", "search") == spoken(words, "aloud")
