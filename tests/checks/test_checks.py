"""Each check: the fault it finds at the right place, and a near miss it leaves alone."""

import pytest

import small
from story import checks
from story.findings import Faults


def found(site, rule):
    try:
        checks.run(site)
    except Faults as faults:
        return [finding for finding in faults.findings if finding.rule == rule]
    return []


def test_the_small_site_has_no_findings(site):
    checks.run(site)


@pytest.mark.parametrize("fact, hint", [("totl", "total"), ("whatever", "请在 docs/data/facts.yml 里查编号")])
def test_fact_unknown(site, fact, hint):
    small.put(site, "docs/train.md", small.HEAD + f"# 列车\n\n合计[九百元](figures.md#{fact})。\n")
    (finding,) = found(site, "fact-unknown")
    assert (finding.path, finding.line, finding.column) == ("docs/train.md", 7, 3)
    assert fact in finding.zh and hint in finding.zh


def test_fact_unknown_offers_the_entry_that_has_these_words(site):
    small.put(site, "docs/train.md", small.HEAD + "# 列车\n\n[100余种](figures.md#nothing-like-it)。\n")
    (finding,) = found(site, "fact-unknown")
    assert "是不是想写 products（docs/data/facts.yml:11）" in finding.zh


def test_fact_unknown_of_a_link_that_is_not_closed(site):
    small.put(
        site,
        "docs/train.md",
        small.HEAD + "# 列车\n\n合计[1788万元](figures.md#total，又有[100余种](figures.md#products)。\n",
    )
    (finding,) = found(site, "fact-unknown")
    assert (
        (finding.line, finding.column) == (7, 3)
        and "少了右括号 )，应在 total 后面" in finding.zh
        and "after total" in finding.en
    )


FORMS = [
    '[{words}](figures.md#{fact} "题")',
    "[{words}](figures.md#{fact} '题')",
    "[{words}](<figures.md#{fact}>)",
    "[{words}]( figures.md#{fact} )",
    "[{words}][a]\n\n[a]: figures.md#{fact} (题)",
    '<a href="figures.md#{fact}">{words}</a>',
]
"""A citation in the forms that once switched the rules of the ledger off."""


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    "words, fact, rule",
    [
        ("1888万元", "total", "fact-wording"),
        ("1788万元", "totl", "fact-unknown"),
        ("100种", "products", "bound-exact"),
    ],
)
def test_no_form_of_a_link_switches_the_rules_of_the_ledger_off(site, form, words, fact, rule):
    small.put(site, "docs/train.md", small.HEAD + f"# 列车\n\n{form.format(words=words, fact=fact)}\n")
    (finding,) = found(site, rule)
    assert (finding.path, finding.line, finding.column) == ("docs/train.md", 7, 1)


@pytest.mark.parametrize("form", FORMS)
def test_a_citation_in_any_form_accounts_for_its_figure(site, form):
    words = form.format(words="1788万元", fact="total")
    small.put(site, "docs/train.md", small.HEAD + f"# 列车\n\n共1788万元。\n\n{words}\n")
    assert found(site, "fact-uncited") == []


def test_fact_wording_names_both_wordings_and_the_line_of_the_ledger(site):
    small.put(site, "docs/train.md", small.HEAD + "# 列车\n\n合计[1888万元](figures.md#total)。\n")
    (finding,) = found(site, "fact-wording")
    assert (finding.line, finding.column) == (7, 3)
    assert "“1888万元”" in finding.zh and "“1788万元”" in finding.zh and "docs/data/facts.yml:2" in finding.zh


def test_fact_wording_finds_a_full_width_comma_between_wordings_in_the_ledger(site):
    small.alter(site, "docs/data/facts.yml", "zh: [1788万元]", "zh: [一笔钱， 1788万元]")
    (finding,) = found(site, "fact-wording")
    assert (
        (finding.path, finding.line) == ("docs/data/facts.yml", 6)
        and "请改成半角逗号加空格" in finding.zh
        and "ASCII comma" in finding.en
    )


def test_fact_wording_holds_each_language_against_its_own(site):
    small.put(site, "docs/train.en.md", small.HEAD + "# Train\n\n[1788万元](figures.md#total)\n")
    (finding,) = found(site, "fact-wording")
    assert finding.path == "docs/train.en.md"


@pytest.mark.parametrize("words", ["17.88 million yuan", "17.88  million yuan", "**17.88 million yuan**"])
def test_fact_wording_does_not_mind_spaces_or_bold(site, words):
    small.put(site, "docs/train.en.md", small.HEAD + f"# Train\n\n[{words}](figures.md#total)\n")
    assert found(site, "fact-wording") == []


def test_fact_wording_looks_into_the_texts_of_tables(site):
    small.put(
        site,
        "docs/data/timeline.yml",
        """
        entries:
        - id: opening
          lane: dated
          fact: opened
          page: train
          text:
            zh: 卖[九百种](figures.md#products)
            en: It opens
          label: {zh: 开业, en: Opening}
        """,
    )
    (finding,) = found(site, "fact-wording")
    assert (finding.path, finding.line) == ("docs/data/timeline.yml", 7)


@pytest.mark.parametrize(
    "missing, left", [("docs/train.en.md", "docs/train.md"), ("docs/train.md", "docs/train.en.md")]
)
def test_pair_missing(site, missing, left):
    (site / missing).unlink()
    (finding,) = found(site, "pair-missing")
    assert finding.path == left and missing in finding.zh


def test_front_matter_that_does_not_parse(site):
    small.put(site, "docs/train.md", "---\nrevised: [2026\n---\n\n# 列车\n")
    (finding,) = found(site, "yaml")
    assert (finding.path, finding.line) == ("docs/train.md", 3)


def test_front_matter_that_is_never_closed(site):
    small.put(site, "docs/train.md", "---\nrevised: 2026-01-02\n\n# 列车\n")
    assert found(site, "yaml")[0].line == 1


def test_front_matter_that_is_never_closed_is_the_only_fault(site):
    text = (site / "docs/train.md").read_text(encoding="utf-8")
    small.put(site, "docs/train.md", text.replace("2026-01-02\n---\n", "2026-01-02\ntranslated: bcdfghjk\n"))
    (finding,) = checks.survey(site).findings
    assert (finding.rule, finding.line) == ("yaml", 1) and "translated 那一行" in finding.zh


@pytest.mark.parametrize(
    "front, words",
    [
        ("", "revised"),
        ("---\nrevised: 2026年1月2日\n---\n", "2026年1月2日"),
        ("---\nrevised: 2026-13-02\n---\n", "2026-13-02"),
        ("---\nrevised: 2026-01-02\nauthor: 某\n---\n", "author"),
    ],
)
def test_front_matter_fields(site, front, words):
    small.put(site, "docs/train.md", front + "\n# 列车\n")
    (finding,) = found(site, "schema")
    assert finding.path == "docs/train.md" and words in finding.zh


@pytest.mark.parametrize(
    "marker, words",
    [
        ("<!-- data: figure -->", "figures"),
        ("<!-- data: timeline datd -->", "dated"),
        ("<!-- data: timeline -->", "dated"),
        ("<!-- data：figures -->", "半角冒号"),
        ("见 <!-- data: figures -->", "单独占一行"),
        ("<!-- data: background s6-open -->", "s6-opening"),
        ("<!-- data: opening -->", "<!-- data: opening train -->"),
        ("<!-- data: opening store -->", "<!-- data: opening train -->"),
    ],
)
def test_marker_unknown(site, marker, words):
    small.put(site, "docs/train.md", small.HEAD + f"# 列车\n\n{marker}\n")
    (finding,) = found(site, "marker-unknown")
    assert finding.line == 7 and words in finding.zh


def test_reference_unknown(site):
    small.alter(site, "docs/data/facts.yml", "source: P02", "source: P22")
    (finding,) = found(site, "reference-unknown")
    assert (finding.path, finding.line) == ("docs/data/facts.yml", 9) and "P22" in finding.zh


GRAPHIC = """
    graphics:
    - id: goods
      kind: marks
      title: {zh: 货, en: Goods}
      caption: {zh: 一道一种。, en: One stroke each.}
      total: {fact: products, label: {zh: 种, en: products}, over: [products]}
      rows:
      - fact: products
        shape: time
        label: {zh: 产品, en: products}
        callout: {fact: total, label: {zh: 合计, en: in all}}
    """


def test_a_graphic_that_names_what_is_there_has_no_findings(site):
    small.put(site, "docs/data/graphics.yml", GRAPHIC)
    checks.run(site)


@pytest.mark.parametrize(
    "right, wrong, line, hint",
    [
        ("- fact: products", "- fact: prodcts", 8, "products"),
        ("- fact: products", "- background: s6-open", 8, "s6-opening"),
        ("callout: {fact: total", "callout: {fact: totl", 11, "total"),
        ("total: {fact: products", "total: {fact: produts", 6, "products"),
        ("over: [products]", "over: [total]", 6, "total"),
    ],
)
def test_reference_unknown_looks_into_the_graphics(site, right, wrong, line, hint):
    small.put(site, "docs/data/graphics.yml", GRAPHIC.replace(right, wrong))
    finding = next(finding for finding in found(site, "reference-unknown") if finding.line == line)
    assert finding.path == "docs/data/graphics.yml" and hint in finding.zh


@pytest.mark.parametrize(
    "right, wrong, words",
    [
        ("- fact: products", "- fact: opened", "2024-06-21"),
        ("        shape: time\n", "", "person"),
        ("shape: time", "shape: days", "days"),
        (
            "- fact: products\n        shape: time\n",
            "- background: s6-opening\n        shape: time\n",
            "fact",
        ),
    ],
)
def test_graphic_undrawable(site, right, wrong, words):
    assert right in GRAPHIC
    without_total = GRAPHIC.replace(
        "      total: {fact: products, label: {zh: 种, en: products}, over: [products]}\n", ""
    )
    small.put(site, "docs/data/graphics.yml", without_total.replace(right, wrong))
    (finding,) = found(site, "graphic-undrawable")
    assert (finding.path, finding.line) == ("docs/data/graphics.yml", 7) and words in finding.zh


@pytest.mark.parametrize("name", ["map.cn.png", "page.fr.md", "app.ui.js"])
def test_file_name_that_looks_like_a_language_is_refused_before_it_vanishes(site, name):
    small.put(site, f"docs/assets/{name}", "x")
    assert name in found(site, "file-name")[0].path


@pytest.mark.parametrize("name", ["p.v2.png", "v1.2.txt", "chart.en.svg"])
def test_file_names_that_are_safe(site, name):
    small.put(site, f"docs/assets/{name}", "x")
    assert found(site, "file-name") == []


def test_all_faults_are_reported_at_once_sorted_and_counted(site):
    small.put(site, "docs/train.md", "---\nrevised: [\n---\n# 列车\n")
    small.put(site, "docs/data/facts.yml", "facts: 3\n")
    (site / "docs/about.en.md").unlink()
    with pytest.raises(Faults) as caught:
        checks.run(site)
    paths = [finding.path for finding in caught.value.findings]
    assert paths == sorted(paths) and {"docs/train.md", "docs/data/facts.yml", "docs/about.md"} == set(paths)
    assert "共3处错误" in str(caught.value)


LINE = small.FILES["docs/data/line.yml"]


@pytest.mark.parametrize(
    "right, wrong, rule, words",
    [
        ("fact: products", "fact: product", "reference-unknown", "products"),
        ("page: train", "page: trian", "reference-unknown", "train"),
        ("fact: products", "fact: opened", "graphic-undrawable", "不是数"),
    ],
)
def test_a_stop_of_the_line_that_leads_nowhere_or_counts_nothing(site, right, wrong, rule, words):
    small.put(site, "docs/data/line.yml", LINE.replace(right, wrong))
    (finding,) = found(site, rule)
    assert (finding.path, finding.line) == ("docs/data/line.yml", 2) and words in finding.zh


def test_timeline_undated(site):
    small.alter(site, "docs/data/timeline.yml", "fact: opened", "fact: products")
    (finding,) = found(site, "timeline-undated")
    assert (finding.path, finding.line) == ("docs/data/timeline.yml", 2) and "不是日期" in finding.zh


def test_a_graphic_of_many_rows_that_cannot_be_drawn_is_named_and_not_thrown(site):
    small.put(
        site,
        "docs/data/graphics.yml",
        """
        graphics:
        - id: ring
          kind: year
          title: {zh: 一年, en: A year}
          caption: {zh: 一圈, en: A ring}
          rows: [{fact: products, group: undated, label: {zh: 产品, en: products}}]
        """,
    )
    (finding,) = found(site, "graphic-undrawable")
    assert finding.line == 2 and "ring" in finding.zh
