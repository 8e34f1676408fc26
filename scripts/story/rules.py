"""The rules: what each is called, how grave a breach is, and all its words, which stand in `rules.yml`.

The file is read when a rule is first asked for: a run that has nothing to say does not wait for it.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from story.findings import Finding, Words

FILE = Path(__file__).with_name("rules.yml")


@dataclass(frozen=True)
class Rule:
    """`id` is the slug that findings print and that its section of `docs/rules/README.md` is named after.

    `zh` and `en` say in one sentence what is asked; `why_zh` and `why_en` why, and what happens otherwise;
    `wrong` and `right` are what an editor might type. `says` are the sentences of its findings, by a key.
    `severity` is `error` (stops a strict build) or `warning`.
    `always_on` says that no page can switch it off: without it a page would break, or not be safe.
    """

    id: str
    zh: str
    en: str
    why_zh: str
    why_en: str
    wrong: str
    right: str
    says: dict[str, Words]
    severity: str = "error"
    always_on: bool = False

    def words(self, key: str = "", /, **fields: object) -> Words:
        """One of its sentences, its first without a key, with the fields filled in.

        A field that differs by language is a pair. A space before nothing, at the end, is dropped.
        Raises `KeyError` for a sentence that does not exist and a field that is not given.
        """
        zh, en = self.says[key or next(iter(self.says))]
        return zh.format(**_of(0, fields)).rstrip(), en.format(**_of(1, fields)).rstrip()

    def finding(
        self, path: str, mark: tuple[int, int], said: str | Words = "", /, **fields: object
    ) -> Finding:
        """A breach of this rule at a line and column of a file, said by the key and the fields of a sentence,
        as `words` takes them, or by the sentence itself."""
        zh, en = self.words(said, **fields) if isinstance(said, str) else said
        return Finding(path, *mark, self.id, zh, en, self.severity)


def _of(language: int, fields: dict[str, object]) -> dict[str, object]:
    """The fields as one language has them."""
    return {name: value[language] if isinstance(value, tuple) else value for name, value in fields.items()}


@cache
def rules() -> dict[str, Rule]:
    """Every rule by its id, sorted: whatever a finding can be called."""
    import yaml  # here, not above: looking at pictures that are all done needs no YAML

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    entries = yaml.load(FILE.read_text(encoding="utf-8"), loader)
    return {name: _rule(name, **entries[name]) for name in sorted(entries)}


def _rule(
    name: str, asked: dict[str, str], why: dict[str, str], says: dict[str, dict[str, str]], **rest
) -> Rule:
    sentences = {key: _pair(said) for key, said in says.items()}
    return Rule(name, *_pair(asked), *_pair(why), says=sentences, **rest)


def _pair(said: dict[str, str]) -> Words:
    return said["zh"], said["en"]


def rule(name: str) -> Rule:
    """The rule of that id. Raises `KeyError` if `rules.yml` has none."""
    return rules()[name]
