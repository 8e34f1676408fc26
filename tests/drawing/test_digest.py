"""A picture is kept as long as what draws it does the same, and no longer."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from small import ROOT
from story.drawing.digest import _deeds
from story.drawing.palette import TOKENS

DRAWING = Path("scripts/story/drawing")


@pytest.fixture
def copy(tmp_path) -> Path:
    """What draws, and what it draws with, in a project of its own."""
    for folder in ("scripts/story", "scripts/fonts"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / TOKENS).parent.mkdir(parents=True)
    shutil.copy(ROOT / TOKENS, tmp_path / TOKENS)
    return tmp_path


def digest(project: Path) -> str:
    code = "from story.drawing.digest import drawing_digest; print(drawing_digest())"
    run = [sys.executable, "-c", code]
    done = subprocess.run(run, cwd=project / "scripts", capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (DRAWING / "palette.py", "(b - a) * share", "(b - a) * share / 2"),
        (DRAWING / "poster.py", "LEFT, BOTTOM = 104, 2420", "LEFT, BOTTOM = 104, 2400"),
        (DRAWING / "cards.py", "LEADING = 1.26", "LEADING = 1.3"),
        (DRAWING / "plates/store.py", "COUNTER, EDGE = 1080", "COUNTER, EDGE = 1090"),
        (TOKENS, "--azurite: #1d4f73", "--azurite: #1d4f74"),
    ],
    ids=["mixing", "poster", "card", "plate", "colour"],
)
def test_another_drawing_has_another_digest(copy, file, old, new):
    before = digest(copy)
    change(copy / file, old, new)
    assert digest(copy) != before


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (DRAWING / "cards.py", "\nMARGIN", "\n# For thumbs.\nMARGIN"),
        (DRAWING / "cards.py", '"""Share cards and icons."""', '"""Cards to be shared, and icons."""'),
        (DRAWING / "cards.py", "(words: Words, size", "(\n    words: Words,\n    size"),
        (
            DRAWING / "cards.py",
            '"""The one icon that must fill its square',
            '"""The icon that fills its square',
        ),
        (TOKENS, ":root {", ":root {\n  --a-length: 3rem;"),
    ],
    ids=["comment", "docstring", "layout", "remark on a constant", "token that is no colour"],
)
def test_the_same_drawing_in_other_words_has_the_same_digest(copy, file, old, new):
    before = digest(copy)
    change(copy / file, old, new)
    assert digest(copy) == before


def test_halving_what_mixes_colours_draws_every_kept_card_anew(copy):
    """The names of the files themselves: the former ones are not taken for what would be drawn now."""
    code = (
        "import json; from story.site import kept;"
        "print(json.dumps(kept.keep([kept.Wanted('icon', 'png', (), bytes)], kept.Path('../kept'))))"
    )

    def names() -> dict[str, str]:
        run = [sys.executable, "-c", code]
        done = subprocess.run(run, cwd=copy / "scripts", capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    before = names()
    assert names() == before
    change(copy / DRAWING / "palette.py", "(b - a) * share", "(b - a) * share / 2")
    assert names() != before


def test_every_python_gives_the_same_digest():
    """`ast.dump` writes more in 3.12 than in 3.11, less in 3.13: each named every card anew."""
    function = (
        "FunctionDef(name='f', args=arguments(args=[arg(arg='a')]), body=[Return(value=Constant(value=0))])"
    )
    assert _deeds(b"def f(a):\n    return 0\n") == f"Module(body=[{function}])"
