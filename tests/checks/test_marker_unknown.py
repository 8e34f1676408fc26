"""The certain cure of a marker: colon, spaces, indentation. What is wrong otherwise is left to the editor."""

from pathlib import Path

import pytest
import small

from story import checks
from story.checks import marker_unknown
from story.pages import Page

TABLES = checks.inspect(small.ROOT)[0]


def fixed(text: str) -> str:
    return marker_unknown.fix(Page(Path("docs/train.md"), text), TABLES)


@pytest.mark.parametrize("typed", ["<!-- data：timeline  dated -->", "<!--data: timeline dated-->", "  <!-- data: timeline dated -->  "])
def test_a_marker_that_is_only_out_of_shape_is_cured(typed):
    assert fixed(f"前\n\n{typed}\n\n后\n") == "前\n\n<!-- data: timeline dated -->\n\n后\n"


@pytest.mark.parametrize("typed", ["<!-- data: figure -->", "<!-- data：timeline datd -->", "见 <!-- data：figures -->", "<!-- data: -->", "<!-- data: figures -->", "<!-- 说明 -->"])
def test_whatever_is_not_certain_is_left_alone(typed):
    assert fixed(f"{typed}\n") == f"{typed}\n"
