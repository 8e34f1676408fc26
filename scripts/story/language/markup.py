"""A text's markup, as browsers read it, one mark after the other."""

from selectolax.lexbor import LexborHTMLParser

VOID = {"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}


class Markup:
    """Goes through the HTML of a text: every element begins and, unless it is void, ends. What a template
    holds is no part of the text."""

    def began(self, tag: str, attributes: dict[str, str | None]) -> None:
        """An element begins."""

    def ended(self, tag: str) -> None:
        """The element that began last and has not ended ends."""

    def said(self, words: str) -> None:
        """Words stand there."""

    def read(self, html: str) -> None:
        body = LexborHTMLParser(f"<body>{html}").body
        around = [("", body.iter(include_text=True))] if body else []
        while around:  # no recursion: nobody knows how deep an editor goes
            for node in around[-1][1]:
                if node.is_element_node:
                    tag = (node.tag or "").lower()
                    self.began(tag, node.attributes)
                    if tag not in VOID:
                        around.append((tag, node.iter(include_text=True)))
                        break
                elif node.tag == "-text":
                    self.said(node.text_content or "")
            else:
                tag, _ = around.pop()
                if around:
                    self.ended(tag)
