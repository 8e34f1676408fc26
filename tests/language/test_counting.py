from story.language.counting import length, reading_text


def test_han_characters_and_latin_words_are_counted_not_split_on_non_letters():
    assert length("南京S6号线，22℃") == 4 + 2
    assert length("Shaanxi’s team met 12 times; 17.88 million yuan") == 8
    assert length("，。—“”") == 0


def test_source_marks_and_permalinks_are_not_part_of_the_length():
    mark = '<small class="story-source"><a href="#">P05</a></small>'
    html = f'<h2>标题<a class="headerlink" href="#x">#</a></h2><p>正文{mark}完</p>'
    assert length(reading_text(html)) == 5


def test_words_on_either_side_of_a_line_break_stay_two_words():
    assert length(reading_text("<p>one<br>two</p>")) == 2
