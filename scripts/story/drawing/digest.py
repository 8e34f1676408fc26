"""What tells that a drawing kept from an earlier run is still what would be drawn."""

import ast
import hashlib
import sys
from functools import cache
from pathlib import Path

from story.drawing import FONT
from story.drawing.palette import palette
from story.files import recall, remember


@cache
def drawing_digest() -> str:
    """Ten hexadecimal digits that change with what the code of this wing does, the font and the palette.

    Comments, docstrings and the layout of the code change nothing: no picture is drawn anew for them.
    """
    here = Path(__file__).parent
    root, sources = here.parents[2], [path.read_bytes() for path in sorted(here.rglob("*.py"))]
    ground = FONT.read_bytes() + repr(palette(root)).encode()
    key = hashlib.sha256(b"\0".join([sys.version.encode(), ground, *sources])).hexdigest()
    known = recall(root / ".cache" / "drawing", key)
    return known or remember(root / ".cache" / "drawing", key, _digest(ground, sources))


def _digest(ground: bytes, sources: list[bytes]) -> str:
    """To read what a module does takes a tenth of a build."""
    found = hashlib.sha256(ground)
    for source in sources:
        found.update(_deeds(source).encode())
    return found.hexdigest()[:10]


def _deeds(source: bytes) -> str:
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
