"""The pencil: every page leads to its own file, in its own language, where it can be changed."""

import re

import pytest

import small
from screens import ADDRESSES, UNLISTED

REPOSITORY = "https://github.com/example/shangluo-nanjing"
WORDS = {"zh": "改这一页", "en": "Edit this page"}


def pencils(html: str) -> list[tuple[str, str]]:
    """Address and words of each edit link."""
    return re.findall(r'<a href="([^"]*)" rel="edit">([^<]*)</a>', html)


def source(address: str) -> str:
    """The Markdown file that a page is made from, below the project."""
    name = address.removeprefix("en/").strip("/") or "index"
    return f"docs/{name}.en.md" if address.startswith("en/") else f"docs/{name}.md"


@pytest.mark.parametrize("address", [*ADDRESSES, *UNLISTED])
def test_the_pencil_of_a_page_opens_its_own_file_in_its_own_language(built, address):
    words = WORDS["en" if address.startswith("en/") else "zh"]
    html = small.page(built / address / "index.html")
    assert pencils(html) == [(f"{REPOSITORY}/edit/main/{source(address)}", words)]
    assert (small.ROOT / source(address)).exists()


def test_a_missing_page_has_no_pencil(built):
    html = small.page(built / "404.html")
    assert "/edit/" not in html and 'rel="edit"' not in html


def test_repository_and_way_of_editing_are_set_from_outside(site):
    assert (
        small.build_here(
            site, REPO_URL="https://git.example.org/us/site", EDIT_URI="-/edit/trunk/docs/"
        ).returncode
        == 0
    )
    found = [pencils(small.page(site / f"site/{page}index.html"))[0][0] for page in ("train/", "en/train/")]
    assert found == [
        f"https://git.example.org/us/site/-/edit/trunk/docs/{name}" for name in ("train.md", "train.en.md")
    ]
