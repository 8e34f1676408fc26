"""The judge: whatever is typed, and wherever, only what is listed is published."""

from pathlib import Path

import pytest

import small
from story.checks.rendered import rendered
from story.pages.page import Page
from story.site import allowed
from story.tables.tables import load

RUN = "<img src=x onerror=alert(1)>"
WAYS = {
    "backticks that are escaped": rf"\`{RUN}\`",
    "backticks that are escaped, in pairs": rf"\\`a\\` \`{RUN}\`",
    "a fence that is never closed": f"```\n{RUN}",
    "a block after a line of text": f"字\n<div>\n{RUN}\n</div>",
    "backticks in a block": f"<div>`{RUN}`</div>",
    "an attribute list": "字\n{: onclick=alert(1) }",
    "an attribute list with a bracket in it": "字\n{: onclick=alert(1) {}",
    "an attribute list of a word": "*字*{: onmouseover='a(1)' {}",
    "an attribute list of a link": "[字](about.md){: onclick=a(1) .b }",
    "an attribute list of a heading": "## 节 { #a onclick=alert(1) }",
    "an attribute list of a cell": "| 甲 |\n|---|\n| 乙 {: onclick=alert(1) } |",
    "a marked section": f"<![CDATA[x]]>{RUN}<!]]>",
    "a marked section in a block": f"<div>\n<![CDATA[>{RUN}]]>\n</div>",
    "an instruction": f"<?x >{RUN}?>",
    "a declaration": f"<!x >{RUN}>",
    "a comment that ends at once": f"<!-->{RUN}-->",
    "a comment that ends nearly at once": f"<!--->{RUN}-->",
    "a comment that ends with an exclamation": f"<!-- a --!>{RUN}-->",
    "a comment in backticks": f"`<!--`{RUN}`-->`",
    "a comment over code": f"<!-- `-->` {RUN} -->",
    "a link with brackets in it": "[a [b](c) d](javascript:alert(1))",
    "a link with brackets in brackets": "[a[b]c](javascript:alert(1))",
    "a link in a picture": "[![x](assets/a.png)](javascript:alert(1))",
    "a link in angle brackets": "[a](<javascript:alert(1)>)",
    "a link that stands for itself": "<javascript:alert(1)>",
    "a link that is named below": "[a][b]\n\n[b]: javascript:alert(1)",
    "a link that is named over two lines": '[a][b]\n\n[b]:\n    javascript:alert(1)\n    "x"',
    "a link that is named by itself": "[a]\n\n[a]: <javascript:alert(1)>",
    "a link with entities": "<a href='&#x6a;ava&Tab;script&colon;alert(1)'>字</a>",
    "a link with signs of control": "<a href='\x01javascript:alert(1)'>字</a>",
    "a link in capitals": "<A HREF=JAVASCRIPT:alert(1)>字</A>",
    "a link in a box": '!!! note "[a](javascript:alert(1))"\n    字\n\n<p><a href=vbscript:x>',
    "a link in a footnote": "字[^1]\n\n[^1]: [a](data:text/html,x)",
    "a definition": f"词\n:   {RUN}",
    "an abbreviation": f"*[字]: {RUN}\n\n字 {RUN}",
    "a quotation": f"> {RUN}",
    "a table": f"| {RUN} | 乙 |\n|---|---|\n| 丙 | 丁 |",
    "a heading": f"## {RUN}",
    "a block that is read as Markdown": f'<div markdown="1" onclick="a(1)">\n{RUN}\n</div>',
    "a title": f"字 <span title='{RUN}' onclick=a(1)>字</span>",
    "a tag over lines": "<img\nsrc=x\nonerror\n=\nalert(1)>",
    "a tag without spaces": "<img/src/onerror=alert(1)>",
    "a form": "<form action=about.md></form>",
    "a button that brings a script": "<button data-load=assets/javascripts/on-demand/notes.js>字</button>",
    "a script of ours": "<p data-twin=assets/both/a.js>字</p>",
    "a refresh": "<meta http-equiv=refresh content='0;url=https://example.org'>",
    "a base": "<base href=https://example.org/>",
    "a dialogue": "<dialog open>字</dialog>",
    "a popover": "<div popover id=a>字</div>",
    "a drawing": "<svg><animate onbegin=alert(1) attributeName=x></svg>",
    "a drawing that links": "<svg><a xlink:href=javascript:alert(1)><text>字</text></a></svg>",
    "a formula": "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img onerror=a()&gt;'>",
    "what stays hidden without a script": f"<noscript><p title='</noscript>{RUN}'></noscript>",
    "a template": f"<template>{RUN}</template>",
    "plain text": "<plaintext>",
    "an end too many": "字</div></article><p>",
    "an element that is never closed": "字 <b>字",
    "a name that scripts have": "## 节 { #storyWords }",
    "a name of the page": "## 节 { #menu }",
    "a name of the page, by its words": "## Menu",
    "a name twice": "<p id=a>字</p><p id=a>字</p>",
    "a name of a form": "<img name=body src=assets/a.png alt=字>",
    "a look of the page": "字\n{: .story-header }",
    "a window of its own": "<a href=about.md target=_blank>字</a>",
    "a message on every click": "<a href=about.md ping=https://example.org>字</a>",
    "a picture of another site": "<img src=//example.org/a.png alt=字>",
    "a picture of another site, backwards": r"<img src='\\example.org\a.png' alt=字>",
    "a picture of another site in a set": "<img src=a.png srcset='a.png 1x, //example.org/a.png 2x' alt=字>",
    "a look": "<p style='position:fixed;inset:0'>字</p>",
}

SHOWN = {
    "code": f"`{RUN}`",
    "a fence": f"```html\n{RUN}\n```",
    "a fence closed by another": f"~~~\nx\n~~~ a\n{RUN}\n\n```\n{RUN}\n~~~",
    "a fence in a list": f"- a\n\n  ```\n{RUN}\n  ```",
    "a fence set in too far": f"a\n    ```\n{RUN}\n    ```",
    "a comment": f"<!-- {RUN} -->",
    "a comment that is never closed": "<div>字</div>\n<!-- 字",
    "a tag that is never closed": "字 <img src=x onerror=alert(1) ",
    "a heading of signs": "## ！",
    "a paragraph of HTML that is never closed": "<p>字",
}
"""What readers see as words, or never."""


@pytest.fixture(scope="module")
def tables(tmp_path_factory):
    return load(small.make(tmp_path_factory.mktemp("allowed") / "project", code=False))


def judged(text: str, tables) -> list[allowed.Fault]:
    story = rendered(Page(Path("train.md"), text), tables)
    return allowed.article(story.marked, story.mark)


@pytest.mark.parametrize("way", WAYS)
def test_what_is_smuggled_is_refused(tables, way):
    assert judged(f"# 列车\n\n{WAYS[way]}\n", tables), way


@pytest.mark.parametrize("way", SHOWN)
def test_what_is_only_shown_is_left_alone(tables, way):
    assert judged(f"# 列车\n\n{SHOWN[way]}\n", tables) == []
