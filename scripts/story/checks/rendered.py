"""The text of a page as it will be published, for the rule that looks at that and not at how it was typed."""

from functools import lru_cache
from typing import Any

import yaml
from markdown import Markdown
from pymdownx.slugs import slugify

from story.pages.page import Page, split
from story.parts.extension import StoryExtension
from story.parts.setting import Setting
from story.tables import menu
from story.tables.tables import Tables

_BUILTIN = ("toc", "tables", "fenced_code")
"""What MkDocs adds to the extensions of mkdocs.yml."""


def rendered(page: Page, tables: Tables) -> StoryExtension:
    """What MkDocs makes of a page, before it resolves links and without pictures. Raises what
    Python-Markdown and its extensions do."""
    names, settings = _extensions((tables.root / menu.FILE).read_text(encoding="utf-8"))
    story = StoryExtension(Setting(tables, page.lang, forgiving=True))
    Markdown(extensions=[*names, story], extension_configs=settings).convert(split(page.text)[1])
    return story


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """Knows the one function that mkdocs.yml names, and calls no other."""


_Loader.add_constructor(
    "tag:yaml.org,2002:python/object/apply:pymdownx.slugs.slugify", lambda *_: slugify(case="lower")
)
_Loader.add_multi_constructor("", lambda *_: None)


@lru_cache(maxsize=2)
def _extensions(config: str) -> tuple[list[str], dict[str, dict]]:
    """Names of Markdown extensions, and the settings of those that have some."""
    listed: list[Any] = yaml.load(config, _Loader).get("markdown_extensions") or []
    settings = {name: held or {} for each in listed if isinstance(each, dict) for name, held in each.items()}
    names = [*_BUILTIN, *(next(iter(each)) if isinstance(each, dict) else each for each in listed)]
    return list(dict.fromkeys(names)), settings
