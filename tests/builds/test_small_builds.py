"""Small sites, built: bad input stops the build in plain words and leaves the previous site alone."""

import re
import sys

import pytest

import small
from story.site import edition

BAD = {
    "an id that does not exist": (
        {"docs/train.md": small.HEAD + "# 列车\n\n合计[1788万元](figures.md#totall)。\n"},
        "docs/train.md:7:3 error fact-unknown",
    ),
    "a page without its twin": ({"docs/train.en.md": None}, "docs/train.md:1:1 error pair-missing"),
    "front matter that does not parse": (
        {"docs/train.md": "---\nrevised: [\n---\n\n# 列车\n"},
        "docs/train.md:3:",
    ),
    "front matter without its field": ({"docs/train.md": "# 列车\n"}, "docs/train.md:1:1 error schema"),
    "YAML that does not parse": ({"docs/data/facts.yml": "facts:\n- id: [\n"}, "docs/data/facts.yml:"),
    "YAML that misses a field": (
        {"docs/data/facts.yml": small.FILES["docs/data/facts.yml"].replace("          kind: money\n", "")},
        "docs/data/facts.yml:2:3 error schema",
    ),
    "words that disagree with the ledger": (
        {"docs/train.en.md": small.HEAD + "# Train\n\nIt was [18 million yuan](figures.md#total).\n"},
        "docs/train.en.md:7:8 error fact-wording",
    ),
    "a page that is not UTF-8": (
        {"docs/train.md": "# 列车".encode("gb18030")},
        "docs/train.md:1:1 error encoding",
    ),
    "a file name that would vanish": ({"docs/map.cn.txt": "x"}, "docs/map.cn.txt:1:1 error file-name"),
}


def tree(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """One small project, built once, whose faults are mended again after each test."""
    folder = small.make(tmp_path_factory.mktemp("small") / "project")
    assert small.build_here(folder).returncode == 0
    return folder


@pytest.mark.parametrize("fault", BAD)
def test_bad_input_stops_the_build_and_leaves_the_previous_site(project, fault):
    files, expected = BAD[fault]
    before = tree(project / "site")
    try:
        for name, text in files.items():
            small.put(project, name, text)
        result = small.build_here(project)
    finally:
        for name in files:
            small.put(project, name, small.FILES.get(name))
    assert result.returncode != 0 and expected in result.stdout, result.stdout
    assert "Traceback" not in result.stdout
    assert re.search(r"error [\w-]+ .*[\u4e00-\u9fff].*\n    .*[A-Za-z]{3}", result.stdout), (
        "Chinese first, English under it"
    )
    assert tree(project / "site") == before


def test_without_the_theme_the_site_is_the_same_to_the_byte(project, tmp_path, monkeypatch):
    """The theme's end: one word in mkdocs.yml, and nothing of it is imported, by nobody."""
    for module in ("material", "material.templates"):
        monkeypatch.setitem(sys.modules, module, None)
    result = small.build_here(project, "--site-dir", str(tmp_path / "site"), THEME="null")
    assert result.returncode == 0, result.stdout
    assert tree(tmp_path / "site") == tree(project / "site")


def test_faults_of_both_languages_come_in_one_report(tmp_path):
    """Fault 18: MkDocs counts per language and stops at the first one that fails."""
    bad = dict.fromkeys(("docs/train.md", "docs/train.en.md"), small.HEAD + "# T\n\n[x](figures.md#nope)\n")
    result = small.build_here(small.make(tmp_path / "p", bad))
    assert (
        "docs/train.md:7:1" in result.stdout
        and "docs/train.en.md:7:1" in result.stdout
        and "2 errors found" in result.stdout
    )


def test_a_broken_link_and_a_missing_anchor_stop_a_strict_build(tmp_path):
    links = small.HEAD + "# 列车\n\n[x](nowhere.md)\n\n[x](glossary.md#nobody)\n"
    result = small.build_here(small.make(tmp_path / "p", {"docs/train.md": links}))
    assert result.returncode != 0 and "nowhere.md" in result.stdout and "nobody" in result.stdout


PICTURE = "![a line with two stops](assets/images/favicon.svg)\n"


@pytest.fixture(scope="module")
def deep(tmp_path_factory):
    """A small site under a sub-path, with what has gone wrong on pages; its folder."""
    pages = {
        "docs/train.md": "# 列车\n\n!!! note\n    说明。\n\n文[^1]。\n\n[^1]: 注。\n\n" + PICTURE,
        "docs/train.en.md": "# Train\n\nText.\n\n" + PICTURE,
    }
    files = {name: small.HEAD + text for name, text in pages.items()}
    folder = small.make(tmp_path_factory.mktemp("deep") / "project", files)
    assert small.build_here(folder, SITE_URL="https://example.org/deep/er/").returncode == 0
    return folder / "site"


def page(site, address):
    return small.page(site / address / "index.html")


def test_no_english_is_left_on_a_chinese_page(deep):
    """Fault 8: “Note”, “Permanent link” and “Jump back to footnote 1 in the text”."""
    html = page(deep, "train")
    assert ">说明<" in html and not re.search(r"Note|Permanent|Jump back", html)


def test_a_site_under_a_sub_path_keeps_its_links(deep):
    """Fault 15."""
    assert 'href="https://example.org/deep/er/en/train/"' in page(deep, "train")
    assert 'href="/deep/er/en/"' in small.page(deep / "404.html")


def test_a_shared_asset_is_found_from_both_languages(deep):
    """Fault 6: `fallback_to_default: false` hides shared assets from the second language."""
    for address in ("train", "en/train"):
        source = re.search(r'<img alt="a line with two stops" src="([^"]+)"', page(deep, address))[1]
        assert (deep / address / source).resolve().exists()


def test_events_speak_the_language_of_the_page_they_are_at(project):
    """Fault 10: hooks run once per language and `config` still shows the previous one."""
    zh, en = (page(project / "site", address) for address in ("train", "en/train"))
    assert "出自原文" in zh and "From para" not in zh and "From para" in en and "出自原文" not in en


def test_the_configuration_leaves_off_what_breaks_this_stack():
    """Faults 1 and 16: `navigation.instant` and the blog plugin."""
    config = (small.ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    assert not re.search(r"^\s+- (navigation\.instant|blog)", config, re.M)


def test_a_title_with_signs_of_html_says_them_wherever_it_stands(tmp_path, monkeypatch):
    """Neither unescaped nor escaped twice, whoever prints it. Cards are not what this is about."""
    for drawn in (edition.share, edition.posters):
        monkeypatch.setattr(drawn, "run", lambda *arguments: {})
    files = {
        "docs/train.md": "# 列车 &lt;b&gt; & 站\n\n说明。\n",
        "docs/train.en.md": "# Train &lt;b&gt; & stop\n\nWords.\n",
    }
    folder = small.make(tmp_path / "p", {name: small.HEAD + text for name, text in files.items()})
    assert (result := small.build_here(folder)).returncode == 0, result.stdout
    own = small.page(folder / "site/train/index.html")
    said = "列车 &lt;b&gt; &amp; 站"
    assert f"<title>{said} · 从商洛到南京</title>" in own and f'content="{said}" property="og:title"' in own
    assert '"headline":"列车 \\u003cb> & 站"' in own and f'href="./">{said}</a>' in own
    before = small.page(folder / "site/index.html")
    assert f"<strong>{said}</strong>" in before and f"<title>{said}</title>" not in before
    assert f"<title>{said}</title>" in (folder / "site/feed.xml").read_text(encoding="utf-8")


def test_what_a_template_smuggles_is_not_published(tmp_path):
    """No rule reads templates: what is judged are the pages, as they are written."""
    main = (small.ROOT / "overrides" / "main.html").read_text(encoding="utf-8")
    smuggled = '<meta http-equiv="refresh" content="0;url=https://example.org">'
    changed = main.replace("{% block footer %}", "{% block footer %}\n" + smuggled)
    folder = small.make(tmp_path / "p")
    (folder / "overrides" / "main.html").unlink()
    (folder / "overrides" / "main.html").write_text(changed, encoding="utf-8")
    result = small.build_here(folder)
    assert result.returncode and "overrides/main.html:" in result.stdout, result.stdout
    assert result.stdout.count("html-refused <meta>") == 1
    assert not any("refresh" in page.read_text(encoding="utf-8") for page in folder.glob("site/**/*.html"))
