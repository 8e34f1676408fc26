"""What pages are drawn from: of their language, made once for all of them, and of one page."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from story.gallery.manifest import HERO, NIGHT
from story.pages.chapters import page_titles
from story.pages.line import stops
from story.parts.pictures import view
from story.tables.records import Fact
from story.tables.tables import FIGURES, Tables, strings


@dataclass(frozen=True)
class Common:
    """What all pages of one language (`zh` or `en`) show; each is made when it is first asked for."""

    tables: Tables
    lang: str

    @cached_property
    def words(self) -> dict[str, str]:
        """The words of the interface."""
        return strings(self.tables, self.lang)

    @cached_property
    def titles(self) -> dict[str, str]:
        """As `page_titles` has them. Raises `Faults` without a menu."""
        return page_titles(self.tables.root, self.lang)

    @cached_property
    def stops(self) -> list[dict]:
        """As `line.stops` has them."""
        return stops(self.tables, self.lang, self.titles)

    @cached_property
    def entries(self) -> dict[str, dict]:
        """The pictures of the manifest and the home page's, by id."""
        words = {"caption": {self.lang: ""}, "illustration": {self.lang: self.words["hero_alt"]}}
        hero = [{"id": source.id} | words for source in HERO]
        return {entry["id"]: entry for entry in [*self.tables.data["photos"]["photos"], *hero]}

    def by_page(self, figures: bool) -> dict[str, list[Fact]]:
        """Facts that are figures (or those that are not), grouped by their page."""
        groups: dict[str, list[Fact]] = defaultdict(list)
        for fact in self.tables.facts.values():
            if (fact["kind"] in FIGURES) is figures:
                groups[fact["page"]].append(fact)
        return groups

    @cached_property
    def known(self) -> dict:
        """What every fragment gets."""
        tables = self.tables
        return {
            "lang": self.lang,
            "tables": tables,
            "data": tables.data,
            "facts_schema": tables.fields,
            "chapters": tables.pages,
            "figures": self.by_page(figures=True),
            "words": self.by_page(figures=False),
            "t": self.words,
            "titles": self.titles,
            "stops": self.stops,
        }


@dataclass(frozen=True)
class Setting:
    """What a page is drawn from: the tables, its language (`zh` or `en`), the way to the site's root, the
    index of derivatives, the copy as `offline.offer` gives it, the ledger to take along as `dataset.Data` has
    it. With `forgiving`, for a preview, a part that cannot be drawn leaves a note in its place. `shared` is
    that of another page, to draw from the same."""

    tables: Tables
    lang: str = "zh"
    to_root: str = "."
    pictures: dict[str, dict] = field(default_factory=dict)
    copy: dict | None = None
    forgiving: bool = False
    ledger: dict | None = None
    shared: Common | None = None

    @cached_property
    def common(self) -> Common:
        return self.shared or Common(self.tables, self.lang)

    def at(self, to_root: str) -> "Setting":
        """The same for another page of the language."""
        return replace(self, to_root=to_root, shared=self.common)

    @cached_property
    def photos(self) -> Mapping[str, dict]:
        """The manifest's pictures by id, as templates show them."""
        return _Photos(self)


class _Photos(Mapping[str, dict]):
    """Each as `view` gives it, made when it is first asked for: few pages show many of them."""

    def __init__(self, setting: Setting):
        self._setting, self._shown = setting, dict[str, dict]()

    def __getitem__(self, name: str) -> dict:
        if name not in self._shown:
            here, entry = self._setting, self._setting.common.entries[name]
            words, made = here.common.words, here.pictures.get
            plate, night = words["plate"] + words["colon"], made(NIGHT.format(name))
            self._shown[name] = view(entry, made(name), here.lang, plate, here.to_root, night)
        return self._shown[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._setting.common.entries)

    def __len__(self) -> int:
        return len(self._setting.common.entries)
