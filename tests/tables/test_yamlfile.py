import pytest

from story.tables.yamlfile import YamlFault, mark_of, parse


def test_a_value_knows_its_line_and_column():
    _, marks = parse("facts:\n- id: a\n  unit:\n    zh: 元\n")
    assert marks["facts", 0, "unit", "zh"] == (4, 9)


def test_a_missing_value_is_placed_at_its_entry():
    _, marks = parse("facts:\n- id: a\n")
    assert mark_of(marks, ("facts", 0, "source")) == (2, 3)


def test_a_date_stays_the_text_the_editor_typed_and_no_is_a_word():
    data, _ = parse("a: 2024-06-21\nb: no\nc: 12\n")
    assert data == {"a": "2024-06-21", "b": "no", "c": 12}


def test_a_key_written_twice_is_refused_where_it_stands_again():
    with pytest.raises(YamlFault) as fault:
        parse("a: 1\nb: 2\na: 3\n")
    assert fault.value.mark == (3, 1)


def test_broken_yaml_names_the_line():
    with pytest.raises(YamlFault) as fault:
        parse("a: 1\nb: [1, 2\nc: 3\n")
    assert fault.value.mark[0] == 3


@pytest.mark.parametrize("text", ["a: {{x}}\n", "? [a, b]\n: c\n"])
def test_a_name_that_is_no_text_is_a_fault_and_no_traceback(text):
    with pytest.raises(YamlFault):
        parse(text)


def test_one_part_of_a_file_is_read_whatever_tags_stand_around_it():
    data, marks = parse("a: !ENV [B, c]\nnav:\n  - x.md\nd: !!python/name:e.f\n", only="nav")
    assert data == {"nav": ["x.md"]} and marks["nav", 0] == (3, 5)
