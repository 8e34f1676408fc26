"""What tells that a drawing kept from an earlier run is still what would be drawn."""

import ast
import hashlib
from functools import cache
from pathlib import Path

from story.drawing import FONT
from story.drawing.palette import palette


@cache
def drawing_digest() -> str:
    """Ten hexadecimal digits that change with what the code of this wing does, the font and the palette.

    Comments, docstrings and the layout of the code change nothing: no picture is drawn anew for them.
    """
    here = Path(__file__).parent
    found = hashlib.sha256(FONT.read_bytes() + repr(palette(here.parents[2])).encode())
    for path in sorted(here.rglob("*.py")):
        found.update(_deeds(path.read_text(encoding="utf-8")).encode())
    return found.hexdigest()[:10]


def _deeds(source: str) -> str:
    """A module's syntax without the strings that stand by themselves, which do nothing."""
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(body := getattr(node, "body", None), list):
            body[:] = [each for each in body if not _is_remark(each)]
    return _told(tree)


def _told(node: object) -> str:
    """A node with what it holds. `ast.dump` writes of what is empty more in one Python than in the next."""
    match node:
        case ast.AST():
            held = [
                f"{name}={_told(value)}" for name, value in ast.iter_fields(node) if value not in (None, [])
            ]
            return f"{type(node).__name__}({', '.join(held)})"
        case list():
            return f"[{', '.join(map(_told, node))}]"
    return repr(node)


def _is_remark(node: ast.stmt) -> bool:
    match node:
        case ast.Expr(value=ast.Constant(value=str())):
            return True
    return False
