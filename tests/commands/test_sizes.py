"""The report of sizes: what is counted, which page of a kind counts, and how a change is shown."""

import gzip
import subprocess
import sys

import sizes
import small

PAGE = '<link rel="stylesheet" href="{up}assets/a.css"><script src="{up}assets/b.js"></script><a href="https://x.example/c.js">{words}</a>'


def site(folder, **words):
    """A built site of a few pages, each as long as its words."""
    files = {
        "home": "index.html",
        "en": "en/index.html",
        "train": "train/index.html",
        "store": "store/index.html",
        "other": "other/index.html",
    }
    for name, text in words.items():
        small.put(folder, files[name], PAGE.format(up="../" * files[name].count("/"), words=text))
    small.put(folder, "assets/a.css", "a{}")
    small.put(folder, "assets/b.js", "let b")
    return folder


def packed(path) -> int:
    return len(gzip.compress(path.read_bytes(), 9))


def test_a_page_pays_for_itself_and_for_what_its_head_names_and_nothing_else(tmp_path):
    folder = site(tmp_path, home="x")
    small.put(folder, "assets/unused.js", "let unused = 'nobody names me'")
    assert sizes.weigh(folder) == {
        ("home", "zh"): {
            "HTML": packed(folder / "index.html"),
            "CSS": packed(folder / "assets/a.css"),
            "JS": packed(folder / "assets/b.js"),
            "字体 font": 0,
        }
    }


def test_a_font_is_counted_as_it_is(tmp_path):
    folder = site(tmp_path, home="x")
    small.put(folder, "assets/f.woff2", b"w" * 5000)
    small.put(folder, "index.html", '<link rel="preload" href="assets/f.woff2">')
    assert sizes.weigh(folder)["home", "zh"]["字体 font"] == 5000


def test_of_the_chapters_the_heaviest_counts_and_other_pages_do_not(tmp_path):
    folder = site(tmp_path, home="x", en="y", train="short", store="".join(map(str, range(200))), other="z")
    found = sizes.weigh(folder)
    assert list(found) == [("home", "zh"), ("home", "en"), ("chapter", "zh")]
    assert found["chapter", "zh"]["HTML"] == packed(folder / "store/index.html")


def test_a_change_stands_in_brackets_and_no_change_does_not(tmp_path):
    before, now = (
        sizes.weigh(site(tmp_path / "a", home="x", train="t")),
        sizes.weigh(site(tmp_path / "b", home="x", train="".join(map(str, range(99))))),
    )
    more = now["chapter", "zh"]["HTML"] - before["chapter", "zh"]["HTML"]
    home, chapter = sizes.table(now, before).splitlines()[2:]
    assert more > 0 and chapter.count(f"(+{more})") == 2 and "(" not in home


def test_a_page_that_is_new_is_not_compared(tmp_path):
    before, now = (
        sizes.weigh(site(tmp_path / "a", home="x")),
        sizes.weigh(site(tmp_path / "b", home="x", train="t")),
    )
    assert "章 chapter" in sizes.table(now, before) and "(" not in sizes.table(now, before)


def test_every_kind_of_page_of_the_real_site_is_in_the_table(built):
    assert set(sizes.weigh(built)) == {(kind, lang) for kind in sizes.NAMES for lang in ("zh", "en")}


def run(*arguments) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, str(small.ROOT / "scripts/sizes.py"), *map(str, arguments)],
        capture_output=True,
        text=True,
    )


def test_without_a_site_it_says_what_to_run(tmp_path):
    result = run(tmp_path)
    assert result.returncode == 1 and "make build" in result.stderr and result.stdout == ""


def test_a_version_that_is_not_there_leaves_the_table_without_comparison(tmp_path):
    result = run(site(tmp_path, home="x"), "--base", "no-such-version")
    assert (
        result.returncode == 0
        and "| 首页 home |" in result.stdout
        and "没有能生成 no-such-version" in result.stdout
    )
    assert "Traceback" not in result.stderr
