"""The small site of the tests: nobody writes into what is lent to it, and built here it is the same."""

import os

import small


def test_a_file_that_is_put_changes_in_no_other_small_site(site, tmp_path):
    other = small.make(tmp_path / "other")
    name = "docs/assets/stylesheets/tokens.css"
    before = (other / name).read_bytes()
    small.put(site, name, "changed")
    assert (other / name).read_bytes() == before == (small.ROOT / name).read_bytes()


def test_a_lent_file_that_is_written_into_is_named(site):
    path = site / "docs/data/strings.yml"
    before = path.stat()
    path.touch()
    try:
        assert [name.endswith("docs/data/strings.yml") for name in small.spoilt()] == [True]
    finally:
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def tree(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def test_built_in_this_process_it_is_the_same_to_the_byte_and_settings_from_outside_leave_with_it(
    site, tmp_path
):
    other = small.make(tmp_path / "other")
    assert small.build_here(site, SITE_URL="https://else.example.org/").returncode == 0
    assert "https://else.example.org/" in small.page(site / "site/train/index.html")
    assert small.build_here(site).returncode == small.build(other).returncode == 0
    assert tree(site / "site") == tree(other / "site")


def test_what_a_build_in_this_process_says_is_what_a_process_says(site):
    small.put(site, "docs/train.md", small.HEAD + "# 列车\n\n[x](nowhere.md)\n")
    here, there = small.build_here(site), small.build(site)
    assert here.returncode == there.returncode == 1
    assert "nowhere.md" in here.stdout and here.stdout == there.stdout
