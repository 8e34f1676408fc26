"""A file that may not be published: of another kind than pages and pictures, in the place of another, or a
picture that is none."""

import warnings
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from story.checks import svg
from story.checks.rule import Findings, Pages, rule
from story.findings import Faults, Words
from story.pages.page import project, published
from story.site import addresses
from story.tables.reading import needed, unopened
from story.tables.tables import Tables, strings_of
from story.tables.yamlfile import Mark

RULE = rule("file-refused")
WITHOUT_TABLES = True
_KINDS = {".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG", ".webp": "WEBP", ".avif": "AVIF", ".gif": "GIF"}


def check(pages: Pages, tables: Tables | None) -> Findings:
    root = tables.root if tables else project(pages)
    docs, listed = root / "docs", set(_listed(root))
    taken: dict[str, str] = dict.fromkeys(addresses.FILES, "")
    files = [path for path in published(docs) if path.is_file()]  # of the rest another rule speaks
    # The page itself comes before one in a folder of its name, and before what MkDocs takes for an index.
    for path in sorted(files, key=lambda path: (len(path.parts), path.stem.startswith("README"), path)):
        inside = PurePosixPath(path.relative_to(docs).as_posix())
        shown = f"docs/{inside}"
        if inside.as_posix() in listed:
            continue
        placed = list(_placed(inside, taken))
        try:
            for mark, said in [*placed, *_held(path)]:
                yield RULE.finding(shown, mark, said)
        except OSError as error:
            yield unopened(shown, error)
        taken |= {} if placed else dict.fromkeys(_addresses(inside), shown)


def _listed(root: Path) -> Iterator[str]:
    """The style sheets and scripts that mkdocs.yml names."""
    for key in ("extra_css", "extra_javascript", "extra"):
        try:
            yield from (text for _, text in strings_of(needed(root, "mkdocs.yml", only=key)[0]))
        except Faults:
            return  # said where the tables are read


def _addresses(inside: PurePosixPath) -> list[str]:
    """Where a file is published: a page on the web and in the copy to keep, a picture under its own name."""
    if inside.suffix != ".md":
        return [inside.as_posix()]
    name = inside.stem.removesuffix(".en")
    folder = PurePosixPath("en" if inside.stem.endswith(".en") else "", inside.parent)
    if name in ("index", "README"):
        return [(folder / "index.html").as_posix()]
    return [(folder / name / "index.html").as_posix(), (folder / f"{name}.html").as_posix()]


def _placed(inside: PurePosixPath, taken: dict[str, str]) -> Iterator[tuple[Mark, Words]]:
    """Whether what is published of a file lies where something else does."""
    english = inside.suffix == ".md" and inside.stem.endswith(".en")
    for address in map(PurePosixPath, _addresses(inside)):
        around = [address, *address.parents]
        if clash := next((each for each in around if each.as_posix() in taken), None):
            other = taken[clash.as_posix()]
            owner = (other, other) if other else RULE.words("generated")
            yield (1, 1), RULE.words("taken", address=f"/{clash}", owner=owner)
            return
        folders = [] if english else [each.as_posix() for each in around[1:]]
        if reserved := next((each for each in folders if each in addresses.FOLDERS), None):
            yield (1, 1), RULE.words("reserved", folder=f"/{reserved}/")
            return


def _held(path: Path) -> Iterator[tuple[Mark, Words]]:
    """Whether a file is of a kind that may be published, and is what its name says."""
    suffix = path.suffix.lower()
    if suffix == ".md":
        return
    if suffix == ".svg":
        yield from svg.faults(path.read_bytes())
    elif suffix not in _KINDS:
        yield (1, 1), RULE.words("kind", name=path.name, cure=_cure(suffix))
    elif not (kind := _kind(path)):
        yield (1, 1), RULE.words("none", name=path.name)
    elif kind != _KINDS[suffix]:
        yield (1, 1), RULE.words("other", name=path.name, kind=kind)


def _cure(suffix: str) -> Words:
    if suffix in (".css", ".js"):
        return RULE.words("listed")
    return RULE.words("markdown") if suffix in (".html", ".htm") else RULE.words("elsewhere")


def _kind(path: Path) -> str:
    """What Pillow finds a picture to be by its first bytes; nothing if it is none."""
    from PIL import Image  # here: most checks look at no picture

    try:
        with warnings.catch_warnings(action="ignore"), path.open("rb") as file, Image.open(file) as image:
            return image.format or ""
    except Exception as error:  # a damaged file can make a decoder raise anything
        if isinstance(error, OSError) and error.errno:
            raise
        return ""
