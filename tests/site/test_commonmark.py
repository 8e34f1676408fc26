"""HTML as Markdown. Tests are named after what could go wrong."""

import re
from urllib.parse import unquote

import pytest
from markdown_it import MarkdownIt
from selectolax.lexbor import LexborHTMLParser

from screens import ADDRESSES, DATA
from story.site import commonmark, readable

HERE = "https://site.test/train/"
READ = MarkdownIt("commonmark").enable("table")
"""As others read it: CommonMark with tables. What is HTML to it comes back as HTML."""
PAGES = [*ADDRESSES, *DATA]
CASES = {
    "<p>a</p><div>b<p>c</p>d</div>": "a\n\nb\n\nc\n\nd",
    "<p>1788 *x* [y] `z` a_b c|d &amp;amp; &lt;b></p>": r"1788 \*x\* \[y\] \`z\` a\_b c\|d \&amp; \<b>",
    "<p># a<br>- b<br>2024. c<br>> d</p>": "\\# a\\\n\\- b\\\n2024\\. c\\\n\\> d",
    "<p>它<strong>“山珍”</strong>和<em>山居</em>，<em>live</em>ly</p>": "它“山珍”和*山居*，*live*ly",
    "<p><a href='../store/#x'>店</a><a href='(a b)'>乙</a><a href='#y'></a></p>": (
        "[店](https://site.test/store/#x) [乙](https://site.test/train/%28a%20b%29)"
    ),
    "<h2 id=a><a href='#a'>店\n<br>铺</a><a class=headerlink href='#a'>#</a></h2>": "## 店 铺",
    "<ul><li>a<li>b<ol start=9><li>c<li value=20>d</ol></ul>": "- a\n\n- b\n\n  9. c\n  20. d",
    "<dl><div><dt>词<dd><p>一</p><p>二</p></div><dt>字<dd>三</dl>": "- 词\n\n  一\n\n  二\n\n- 字\n\n  三",
    "<blockquote><p>a<blockquote>b</blockquote></blockquote>": "> a\n>\n> > b",
    "<table><tr><th>a<th>b|<tr><td><p>c<p>d</table>": "| a | b\\| |\n| --- | --- |\n| c d |  |",
    "<pre><code>a\n```\n  b</code></pre><p><code>`x`</code></p>": "````\na\n```\n  b\n````\n\n`` `x` ``",
    "<p><img src=a.jpg alt='[插图] 店'></p><hr>": "![\\[插图\\] 店](https://site.test/train/a.jpg)\n\n***",
    "<div class=story-background><p>背景</p></div>": "> 背景",
    "<form>x</form><p hidden>x</p><!-- x --><template>x</template><p>a<svg><title>x</title></svg></p>": "a",
}


def markdown(html: str) -> str:
    return commonmark.written(readable.article(html, HERE))


@pytest.mark.parametrize("html", CASES)
def test_each_thing_is_written_as_commonmark_has_it(html):
    assert markdown(html) == f"{CASES[html]}\n"


def told(body) -> tuple:
    """What a text says: its words, where its links lead, its pictures, headings and items."""
    links = [unquote(link.attributes["href"]) for link in body.css("a") if link.text().strip()]
    pictures = [(image.attributes["alt"], image.attributes["src"]) for image in body.css("img")]
    headings = [(node.tag, node.text().split()) for node in body.css("h1, h2, h3, h4, h5, h6")]
    return (
        re.sub(r"\s", "", body.text()),
        links,
        pictures,
        headings,
        len(body.css("li, dt")),
        len(body.css("tr")),
    )


@pytest.mark.parametrize("source", [*CASES, *PAGES])
def test_read_again_it_says_the_same(built, source):
    """Nothing lost, nothing taken for a mark that is a letter, no HTML left over."""
    html = source
    if source in PAGES:
        page = LexborHTMLParser((built / source / "index.html").read_text(encoding="utf-8"))
        html = page.css_first("article").inner_html
    again = READ.render(markdown(html))
    assert told(LexborHTMLParser(again).body) == told(readable.article(html, HERE))
