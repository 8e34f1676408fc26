"""Style sheets and scripts: many small files for whoever reads them, one small one for whoever visits."""

import hashlib
import json
import re
from pathlib import Path

from rcssmin import cssmin
from rjsmin import jsmin

from story.site.ahead import RULES

_NIGHT = "@media (prefers-color-scheme: dark)"
_WIDTH = re.compile(r"@media ?(?=(?:\(m(?:in|ax)-width: ?[\d.]+rem\)(?: and )?)+ ?\{)([^{]+)")
_PLAIN = ("tokens.css", "plain.css")
FULL = "(container-type: inline-size) and selector(:has(a))"
"""What an engine must know for the full page; the head of tokens.css says why."""
_ROOT = 17 / 16
"""The size of our letters in those of a browser that nobody has set: `html` in plain.css."""


def joined(docs: Path, names: list[str], first: str = "", stem: str = "site") -> tuple[str, str]:
    """Files of one kind as one, after what comes `first`: its name, changing with its content, and that."""
    folder, suffix = Path(names[0]).parent.as_posix(), Path(names[0]).suffix
    files = [(docs / name).read_text(encoding="utf-8") for name in names]
    joint = _layered(names, files) if suffix == ".css" else _apart(files)
    content = (small if suffix == ".css" else jsmin)(first + joint)
    return f"{folder}/{stem}.{hashlib.sha256(content.encode()).hexdigest()[:10]}{suffix}", content


def small(css: str) -> str:
    """CSS as readers get it: for their scheme and their room, without what only its writers need."""
    # Inside rules it does not know the minifier takes `a :is(b)` for a declaration, and its space away.
    known = re.sub(r"@(container|supports)\b", r"@media \1", contained(chosen(css)))
    return re.sub(r"@media (container|supports)\b", r"@\1", cssmin(known))


def inline(docs: Path, name: str) -> str:
    """The script that stands in the pages themselves, so small that nothing there alters a letter of it."""
    return jsmin((docs / name).read_text(encoding="utf-8")).strip()


def spoken(strings: dict[str, dict[str, str]], *tools: str) -> str:
    """The words of some tools for their script: no page carries them before they are used."""
    own = {
        key.removeprefix(f"{tool}_"): words
        for tool in tools
        for key, words in strings.items()
        if key.startswith(f"{tool}_")
    }
    return f"window.storyWords = {literal(own)};\n" if own else ""


def code(tools: dict[str, tuple[str, str]]) -> str:
    """Where the script for every page finds the tools, which have names and contents: beside itself. And what
    may come before it is asked for."""
    places = {tool: "on-demand/" + Path(name).name for tool, (name, _) in tools.items()}
    found = f"window.storyCode = {literal(places)[:-1]},from:document.currentScript.src}};\n"
    return f"{found}window.storyAhead = {literal(RULES)};\n"


def styled(css: str) -> str:
    """A style sheet as part of a script: by an object, as a strict policy refuses a `style` element.

    A browser without such objects shows what search finds as it shows any list."""
    return (
        "if (document.adoptedStyleSheets) { const sheet = new CSSStyleSheet(); sheet.replaceSync("
        f"{literal(css)}); document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]; }}\n"
        if css
        else ""
    )


def tool(docs: Path, files: list[str], words: str) -> str:
    """What arrives when a tool is first used: its words, its style sheets and its scripts.

    Last it tells load.js that it has run, as neither half a file does nor what is sent in its place."""
    sheets = [(docs / name).read_text(encoding="utf-8") for name in files if name.endswith(".css")]
    scripts = [(docs / name).read_text(encoding="utf-8") for name in files if name.endswith(".js")]
    return jsmin("".join([words, styled(small("\n".join(sheets))), *scripts, "window.story.ran = true;"]))


def named(folder: str, stem: str, content: str) -> tuple[str, str]:
    """Name and content of a script; a name never stands for two contents."""
    return f"{folder}/{stem}.{hashlib.sha256(content.encode()).hexdigest()[:10]}.js", content


def literal(value) -> str:
    """A value of JSON as a script may hold it, wherever that stands."""
    words = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for sign in "<\u2028\u2029":
        words = words.replace(sign, f"\\u{ord(sign):04x}")
    return words


def chosen(css: str) -> str:
    """Rules for the dark: for the device that asks, unless its reader wants light, and for who wants dark."""

    def twice(block: re.Match) -> str:
        asked, chosen = _under(":not([data-scheme=light])", block[1]), _under("[data-scheme=dark]", block[1])
        return f"{_NIGHT} {{{asked}}}@media screen {{{chosen}}}"

    return re.sub(re.escape(_NIGHT) + r"\s*\{((?:[^{}]*\{[^{}]*\})*)\s*\}", twice, css)


def contained(css: str) -> str:
    """Rules that ask for room, in letters of the page and not of the window: else columns stay open for a
    reader who has set larger type, and their lines get short."""
    letters = lambda rem: f"{round(float(rem[1]) / _ROOT, 2)}em"
    return _WIDTH.sub(lambda query: "@container page " + re.sub(r"([\d.]+)rem", letters, query[1]), css)


def _under(where: str, rules: str) -> str:
    """The rules where the root element is so; they weigh what they weighed."""
    own, below = f":root:where({where})", f":where(:root{where}) "
    placed = lambda each: each.replace(":root", own, 1) if ":root" in each else below + each
    every = lambda selectors: ",".join(placed(each.strip()) for each in selectors[0].split(","))
    return re.sub(r"[^{}]+(?=\{)", every, rules)


def _apart(scripts: list[str]) -> str:
    """Scripts as one that waits for the page; each is called for itself: what fails in one stops no other."""
    return "".join(f"addEventListener('DOMContentLoaded', () => {{\n{each}\n}});\n" for each in scripts)


def _layered(names: list[str], sheets: list[str]) -> str:
    """Style sheets as one: those of the plain page for every engine, the others for those that can."""
    plain = [sheet for name, sheet in zip(names, sheets) if name.endswith(_PLAIN)]
    full = [sheet for sheet in sheets if sheet not in plain]
    return "\n".join([*plain, *([f"@supports {FULL} {{", *full, "}"] if full else [])])
