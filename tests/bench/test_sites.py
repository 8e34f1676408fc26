"""The comparison with other generators: what is theirs to build, what a host sends, what the table says."""

import gzip
import os
import subprocess
import sys
import urllib.request

from sites.content import plain, widest
from sites.phone import Sent, hosted, weight
from sites.report import against, document, kilobytes, table
from small import ROOT, put

TWIN = """# 列车

> 出自一篇文章。

- 网址：<https://example.org/train/>
- 修订：2026-11-25

见[总\\[账\\]](https://example.org/figures/#a)和[别处](https://elsewhere.org/)。

![插图：\\[列车\\]](https://example.org/assets/photos/train-inside-98888263d8-960.jpg)
"""


def test_peers_get_the_words_of_a_page_and_nothing_that_only_we_can_build():
    assert plain(TWIN, "https://example.org/") == (
        "# 列车\n\n见总\\[账\\]和[别处](https://elsewhere.org/)。\n\n![插图：\\[列车\\]](train-inside.jpg)\n"
    )


def test_peers_get_the_widest_jpeg_not_the_last_by_name(tmp_path):
    for name in ("a-b-98888263d8-2400.jpg", "a-b-98888263d8-960.jpg", "a-b-98888263d8-3000.avif"):
        put(tmp_path, name, b"")
    assert {name: file.name for name, file in widest(tmp_path).items()} == {"a-b": "a-b-98888263d8-2400.jpg"}


def test_the_host_counts_text_packed_and_pictures_as_they_are(tmp_path):
    text, picture = "列车" * 999, b"x" * 999
    put(tmp_path, "train/index.html", text)
    put(tmp_path, "train/a.avif", picture)
    with hosted(tmp_path) as (address, sent):
        body = urllib.request.urlopen(f"{address}train/").read()
        assert urllib.request.urlopen(f"{address}train/a.avif").read() == picture
    assert gzip.decompress(body).decode() == text
    assert (weight(sent, "text"), weight(sent, "picture"), weight(sent)) == (len(body), 999, len(body) + 999)


def test_what_comes_ahead_of_a_click_is_no_weight_of_the_page_before_it(tmp_path):
    put(tmp_path, "next/index.html", "next")
    with hosted(tmp_path) as (address, sent):
        ahead = urllib.request.Request(f"{address}next/", headers={"Sec-Purpose": "prefetch"})
        urllib.request.urlopen(ahead).read()
    assert [each.ahead for each in sent] == [True] and weight([*sent, Sent("a.css", 7)]) == 7


def test_times_are_medians_against_the_base_and_sizes_that_agree_stand_once():
    taken = {"ours": [3.0, 90.0, 3.0], "theirs": [2.0, 2.0, 0.1]}
    assert against("theirs", taken) == {"ours": "1.50 (3.0 s)", "theirs": "1.00 (2.0 s)"}
    assert (kilobytes(1024, 2048), kilobytes(1024, 1025)) == ("1.0 / 2.0", "1.0")


def test_a_row_that_somebody_has_no_part_in_stays_a_row():
    rows = [("Save", {"ours": "1 s"})]
    assert table({"ours": "Ours", "theirs": "Theirs"}, rows).splitlines()[2] == "| Save | 1 s | – |"
    page = document({"save": {"date": "2026-11-25", "rows": rows}}, {"ours": "Ours"}, "2 cores")
    assert "| Save | 1 s |" in page and "save 2026-11-25" in page and "2 cores" in page


def test_without_npm_the_bench_says_what_to_install(tmp_path):
    said = subprocess.run(
        [sys.executable, "scripts/bench/sites"],
        cwd=ROOT,
        env=os.environ | {"PATH": str(tmp_path)},
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert said.returncode == 1 and "没有找到 npm" in said.stderr and "Traceback" not in said.stderr
