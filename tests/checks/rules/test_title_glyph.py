"""A title that the font of the share cards cannot set is found by the check, and by the build no second
time."""

import pytest

import small
from planted import found


def title(site, heading: str, head: str = small.HEAD) -> None:
    small.put(
        site,
        "docs/train.md",
        small.FILES["docs/train.md"].replace("# 列车", heading, 1).replace(small.HEAD, head),
    )


def test_a_character_that_the_font_lacks_is_named_where_the_title_stands(site):
    title(site, "# 核桃、木耳与鳜鱼")
    (finding,) = found(site, "title-glyph")
    assert (finding.path, finding.line, finding.column) == ("docs/train.md", 5, 3)
    assert "“鳜”" in finding.zh and "“鳜”" in finding.en


def test_a_page_without_a_head_too(site):
    title(site, "# 鳜鱼", "")
    assert found(site, "title-glyph")[0].line == 1


def test_the_usual_characters_are_left_alone(site):
    title(site, "# 核桃、木耳与鱼：“洛”字 S6 { #title }")
    assert found(site, "title-glyph") == []


@pytest.mark.long  # it builds
def test_the_build_says_it_once(site):
    title(site, "# 鳜鱼")
    result = small.build_here(site)
    assert result.returncode != 0 and result.stdout.count("error title-glyph") == 1, result.stdout


def test_a_remark_in_the_head_is_not_where_the_title_stands(site):
    title(site, "# 鳜鱼", "---\nrevised: 2026-01-02\n# 译者备注\n---\n\n")
    (finding,) = found(site, "title-glyph")
    assert (finding.line, finding.column) == (6, 3)
