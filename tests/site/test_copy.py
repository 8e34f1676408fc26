"""The zip of the whole site: what is in it, when it is made anew, and that it is always the same."""

import zipfile

import pytest

import small
from story.site import offline

DRAWING = "![一幅画着山和路的小画 / A small drawing of hills and a road](assets/images/favicon.svg)"


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """A small site whose about page offers the copy, and shows a drawing of an editor's."""
    about = {
        f"docs/about{suffix}.md": small.FILES[f"docs/about{suffix}.md"]
        + f"\n{DRAWING}\n\n<!-- data: copy -->\n"
        for suffix in ("", ".en")
    }
    return small.warm(small.make(tmp_path_factory.mktemp("copy") / "project", about))


def test_the_copy_holds_pages_and_files_but_nothing_for_hosts_and_other_sites(project):
    found = zipfile.ZipFile(offline.run(project) / offline.FILE).namelist()
    assert {
        f"shangluo-nanjing/{name}" for name in ("index.html", "train.html", "en/train.html", "figures.csv")
    } <= set(found)
    assert found == sorted(found) and all(name.startswith("shangluo-nanjing/") for name in found)
    assert [
        name
        for name in found
        if name.endswith(("404.html", "feed.xml", "sitemap.xml", "llms.txt", ".md", ".zip", ".epub"))
        or "/posters/" in name
    ] == []
    assert [name for name in found if "/share/" in name and not name.endswith(".png")] == []


def test_a_picture_that_is_no_photograph_is_in_the_book_as_what_it_is(project):
    package = zipfile.ZipFile(offline.run(project) / offline.BOOKS["en"]).read("EPUB/package.opf").decode()
    assert 'href="assets/images/favicon.svg" media-type="image/svg+xml"' in package


def test_the_same_words_give_the_same_bytes_and_the_copy_does_not_hold_itself(project):
    folder = offline.run(project)
    assert offline.make(project) == {name: (folder / name).read_bytes() for name in offline.FILES}


def test_the_about_page_links_to_a_copy_of_its_own_words_and_to_no_other(project):
    first = offline.run(project)
    assert linked(project) == [True] * 8
    published = {name: (project / "site" / name).read_bytes() for name in offline.FILES}
    assert published == {name: (first / name).read_bytes() for name in offline.FILES}
    small.put(project, "docs/train.md", small.FILES["docs/train.md"] + "\n添一句。\n")
    assert linked(project) == [False] * 8
    assert [name for name in offline.FILES if (project / "site" / name).exists()] == []
    assert offline.run(project) != first and not first.exists(), "what was made of the former words goes"


def linked(project) -> list[bool]:
    """Whether the page offers copy and books, in each language."""
    assert small.build_here(project).returncode == 0
    return [
        f'{name}"' in small.page(project / f"site/{page}/index.html")
        for page in ("about", "en/about")
        for name in offline.FILES
    ]


def test_a_copy_that_is_up_to_date_is_not_made_again(project):
    first = offline.run(project)
    stamp = first.stat().st_mtime_ns
    assert offline.run(project).stat().st_mtime_ns == stamp


@pytest.mark.parametrize("name", ["SITE_URL", "REPO_URL", "EDIT_URI"])
def test_a_copy_that_names_other_addresses_is_not_up_to_date(project, monkeypatch, name):
    assert offline.ready(project) == offline.run(project)
    monkeypatch.setenv(name, "https://elsewhere.example.org/")
    assert offline.ready(project) is None
