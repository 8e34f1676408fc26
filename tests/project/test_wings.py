"""The wings of the house: each imports only those before it, and no page needs a rule of the check."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from small import ROOT

SCRIPTS = ROOT / "scripts"
STORY = SCRIPTS / "story"
WINGS = ("", "language", "tables", "pages", "drawing", "gallery", "graphics", "parts", "site", "checks")
"""In the order in which data flows; the empty one is `story/` itself, which all others may use."""
NEED_RULES = {"check.py", "manual.py"}
"""Commands that are about the rules."""


def wing(module: str) -> str:
    """`story.pages.links` as `pages`; `story.files` as the empty wing."""
    parts = module.split(".")
    return parts[1] if len(parts) > 1 and (STORY / parts[1]).is_dir() else ""


def imported(path: Path) -> Iterator[tuple[str, int]]:
    """Every module of `story` that a file imports, at its top or inside a function, with the line."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module == "story":
            yield from ((f"story.{alias.name}", node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("story."):
            yield node.module, node.lineno
        elif isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names if alias.name.startswith("story."))


def upward(path: Path) -> list[str]:
    """The imports of a file that reach into a wing above its own."""
    own = path.relative_to(STORY).parts[0] if path.parent != STORY else ""
    return [
        f"{path.relative_to(ROOT)}:{line} ({own or 'story'}) imports {module}"
        for module, line in imported(path)
        if WINGS.index(wing(module)) > WINGS.index(own)
    ]


def test_the_wings_are_those_that_the_guide_names():
    folders = {path.name for path in STORY.iterdir() if (path / "__init__.py").exists()}
    assert folders == set(WINGS[1:])
    guide = (SCRIPTS / "README.md").read_text(encoding="utf-8")
    places = [guide.index(f"`story/{name}/`") for name in WINGS[1:]]
    assert places == sorted(places), "the guide names the wings in the order in which data flows"


@pytest.mark.parametrize("name", WINGS)
def test_no_wing_reaches_up(name):
    files = STORY.glob("*.py") if not name else (STORY / name).rglob("*.py")
    assert [broken for path in sorted(files) for broken in upward(path)] == []


def test_nothing_imports_a_command_or_the_hooks():
    commands = {path.stem for path in SCRIPTS.glob("*.py")}
    for path in STORY.rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        names = {
            alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names
        }
        names |= {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
        assert names & commands == set(), path


def test_neither_a_page_nor_another_command_loads_the_rules_of_the_check():
    """Loading the Markdown extension once loaded 78 modules, a third of them rules."""
    below = [
        path
        for name in WINGS[:-1]
        for path in (STORY.glob("*.py") if not name else (STORY / name).rglob("*.py"))
    ]
    modules = [
        ".".join(path.relative_to(SCRIPTS).with_suffix("").parts).removesuffix(".__init__") for path in below
    ]
    commands = [path.stem for path in sorted(SCRIPTS.glob("*.py")) if path.name not in NEED_RULES]
    code = (
        f"import sys, importlib\nfor name in {modules + commands!r}: importlib.import_module(name)\n"
        "print(*sorted(name for name in sys.modules if name.startswith('story.checks')))"
    )
    result = subprocess.run([sys.executable, "-c", code], cwd=SCRIPTS, text=True, capture_output=True)
    assert result.returncode == 0, result.stderr
    assert result.stdout.strip() == ""
