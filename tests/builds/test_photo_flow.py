"""From a photograph dropped into the folder to the page, and back."""

import io
import re

import pytest
from PIL import Image

import small
from pictures import corners

MANIFEST = """
    photos:
    - id: shop
      source: P01
      page: train
      caption: {zh: 店里, en: The shop}
      alt: {zh: 一家店的柜台, en: The counter of a shop}
      illustration: {zh: 柜台, en: A counter}
      plate: store
"""
CREDITED = MANIFEST + "      credit: 王某\n      licence: CC BY 4.0\n"
PAGES = {
    "docs/data/photos.yml": MANIFEST,
    "docs/train.md": small.HEAD + "# 列车\n\n导语。\n\n![](photos/shop.jpg)\n",
    "docs/train.en.md": small.HEAD + "# Train\n\nIntroduction.\n\n![](photos/shop.jpg)\n",
}


def photograph() -> bytes:
    file = io.BytesIO()
    Image.linear_gradient("L").resize((1200, 800)).convert("RGB").save(file, "JPEG")
    return file.getvalue()


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """Its plates are drawn quickly: what they show is of no account here."""
    project = small.warm(small.make(tmp_path_factory.mktemp("flow") / "project", PAGES))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("story.drawing.plates.draw", lambda name, root, night=False: corners(960, 600))
        yield project


def figure(project, address):
    html = small.page(project / "site" / address / "index.html")
    return re.search(r'<figure class="story-photo.*?</figure>', html, re.S)[0]


def build(project):
    result = small.build_here(project)
    assert result.returncode == 0, result.stdout
    return figure(project, "train"), figure(project, "en/train")


def test_a_photograph_takes_the_place_of_its_plate_and_gives_it_back(project):
    zh, en = build(project)
    assert 'alt="插图：柜台"' in zh and 'alt="Illustration: A counter"' in en

    small.put(project, "docs/photos/shop.jpg", photograph())
    small.put(project, "docs/data/photos.yml", CREDITED)
    zh, en = build(project)
    assert 'alt="一家店的柜台"' in zh and "摄影：王某" in zh and "插图" not in zh
    assert 'width="1200"' in zh and "1290w" not in zh, "never upscaled"
    assert not (project / "site/photos").exists(), "originals are not published"
    for address in ("train", "en/train"):
        for srcset in re.findall(r'srcset="([^"]+)"', figure(project, address)):
            for part in srcset.split(", "):
                assert (project / "site" / address / part.split()[0]).resolve().exists()

    small.put(project, "docs/photos/shop.jpg", None)
    zh, en = build(project)
    assert "插图：柜台" in zh and "王某" not in zh


def test_a_photograph_without_credit_stops_the_build(project):
    small.put(project, "docs/photos/shop.jpg", photograph())
    small.put(project, "docs/data/photos.yml", MANIFEST)
    result = small.build_here(project)
    assert (
        result.returncode != 0
        and "docs/data/photos.yml:2:" in result.stdout
        and "photo-credit" in result.stdout
    )
    small.put(project, "docs/photos/shop.jpg", None)


def test_a_photograph_that_is_not_one_is_named_with_its_file(project):
    small.put(project, "docs/photos/shop.jpg", b"not a picture at all")
    small.put(project, "docs/data/photos.yml", CREDITED)
    result = small.build_here(project)
    assert (
        result.returncode != 0
        and "docs/photos/shop.jpg:1:1 error photo-unusable" in result.stdout
        and "Traceback" not in result.stdout
    )
    small.put(project, "docs/photos/shop.jpg", None)


def test_a_page_that_shows_an_unknown_photograph_is_named(project):
    small.put(project, "docs/train.md", PAGES["docs/train.md"].replace("shop.jpg", "shopp.jpg"))
    result = small.build_here(project)
    assert "docs/train.md:9:1 error photo-unknown" in result.stdout and "是不是想写 shop" in result.stdout
    small.put(project, "docs/train.md", PAGES["docs/train.md"])


def test_a_title_that_the_font_cannot_set_stops_the_build_by_name(project):
    small.put(project, "docs/about.md", small.HEAD + "# 关于𠮷\n\n导语。\n\n<!-- data: article -->\n")
    result = small.build_here(project)
    assert (
        result.returncode != 0
        and "docs/about.md:5:3 error title-glyph" in result.stdout
        and "𠮷" in result.stdout
    )
    small.put(project, "docs/about.md", small.FILES["docs/about.md"])
