"""The oracle: the words and links that our reader finds in a text are those of the page that Python-Markdown
makes of it."""

import random
import re
from html.parser import HTMLParser

import markdown
import pytest
import yaml

import small
from story.pages.links import links
from story.pages.page import FRONT, find, plain

PAGES = [*find(small.ROOT / "docs"), *sorted((small.ROOT / "tests" / "kitchen_sink").glob("*.md"))]
SEEDS = range(400)
Seen = list[tuple[str, str, bool]]
"""Target, words and whether it is a picture."""


class _Config(yaml.SafeLoader):
    """Reads mkdocs.yml without running what its tags name."""


_Config.add_multi_constructor("", lambda loader, suffix, node: None)


def extensions() -> list[str]:
    """The Markdown extensions of the site, without the story's own and with the usual settings."""
    config = yaml.load((small.ROOT / "mkdocs.yml").read_text(encoding="utf-8"), _Config)
    return [each if isinstance(each, str) else next(iter(each)) for each in config["markdown_extensions"]]


class _Rendered(HTMLParser):
    """Links and pictures of a page, without the marks of footnotes and what addresses itself."""

    def __init__(self, html: str):
        super().__init__()
        self.seen: Seen = []
        self._open: list[tuple[str | None, list[str]]] = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        if tag == "img":
            alt = values.get("alt") or ""
            self.seen.append((values.get("src") or "", even(alt), True))
            self.handle_data(alt)
        if tag == "a":
            note = "footnote" in (values.get("class") or "")
            self._open.append((None if note else values.get("href"), []))

    def handle_data(self, data):
        for _, words in self._open:
            words.append(data)

    def handle_endtag(self, tag):
        if tag == "a":
            target, words = self._open.pop()
            if target is not None and not (target == "".join(words) and "://" in target):
                self.seen.append((target, even("".join(words)), False))


def even(words: str) -> str:
    return " ".join(words.split())


def rendered(text: str) -> Seen:
    page = markdown.markdown(FRONT.sub("", text), extensions=extensions())
    return sorted(_Rendered(page).seen)


def read(text: str) -> Seen:
    words = re.compile(r"<[^<>]*>")
    return sorted((link.target, words_of(link, words), link.image) for link in links(text) if link.used)


def words_of(link, tags: re.Pattern) -> str:
    return even(tags.sub("", plain(link.words)))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_the_links_of_a_page_are_those_of_its_html(path):
    text = path.read_text(encoding="utf-8")
    assert read(text) == rendered(text)


# Generated texts: a small grammar of links in every form, of what looks like one, and of what stands about
# them.
# No bracket is left open: what belongs to it then depends on all that follows, up to the end of the
# paragraph.


def a_text(seed: int) -> str:
    dice = random.Random(seed)
    names = ["甲", "b c", "Total", "x1"]
    parts = [paragraph(dice, names) for _ in range(dice.randint(1, 4))]
    parts += [definition(dice, name) for name in names if dice.random() < 0.6]
    return "\n\n".join(parts) + "\n"


def paragraph(dice: random.Random, names: list[str]) -> str:
    begin = dice.choice(["", "", "", "- ", "> ", "## ", "1. "])
    return begin + "".join(dice.choice(KINDS)(dice, names) for _ in range(dice.randint(1, 5)))


def words(dice: random.Random) -> str:
    return dice.choice(["十八人", "a b", "**18**", "*x*", "x [y] z", "一“二”", r"a \] b", "a_b", "(c)"])


def address(dice: random.Random) -> str:
    return dice.choice(
        [
            "figures.md#total",
            "train.md",
            "b_(c).md",
            "glossary.md#guazhi",
            "https://example.org/a?b=c",
            "../x.md",
        ]
    )


def title(dice: random.Random) -> str:
    return dice.choice(["", "", ' "题"', " '题'", ' "t (u) v"', "  'a \"b\" c'", ' "x)"', " (t)"])


def inline(dice, names):
    where = address(dice)
    where = dice.choice([where, where, f"<{where}>", f" {where}"])
    return f"[{words(dice)}]({where}{title(dice)}{dice.choice(['', ' '])})"


def picture(dice, names):
    return f"![{dice.choice(['柜台', 'a b', ''])}]({address(dice)}{title(dice)})"


def linked_picture(dice, names):
    return f"[{picture(dice, names)}]({address(dice)})"


def named(dice, names):
    name = dice.choice(names)
    form = dice.choice(
        ["[{words}][{name}]", "[{words}] [{name}]", "[{name}][]", "[{name}]", "![{words}][{name}]。"]
    )
    return form.format(words=dice.choice(["十八", "a b"]), name=dice.choice([name, name.upper()]))


def html_link(dice, names):
    return f'<a href="{address(dice).replace("&", "")}">{dice.choice(["十八", "a b"])}</a>'


def no_link(dice, names):
    return dice.choice(
        ["`[a](b.md)`", "[a] (b.md)", r"\[a](b.md)", "a](b.md)", "]]", "<!-- [a](b.md) -->", "(x)"]
    )


def prose(dice, names):
    return dice.choice(["，又有", " and ", "。\n", "一", " x "])


KINDS = [inline, inline, inline, picture, linked_picture, named, html_link, no_link, prose, prose]


def definition(dice: random.Random, name: str) -> str:
    where = dice.choice(["figures.md#total", "<train.md>"])
    return f"[{name}]: {where}" + dice.choice(["", ' "题"', " '题'", " (题)"])


@pytest.mark.parametrize("seed", SEEDS)
def test_the_links_of_a_generated_text_are_those_of_its_html(seed):
    text = a_text(seed)
    assert read(text) == rendered(text)
