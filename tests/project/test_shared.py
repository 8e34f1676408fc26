"""What is made once for all processes is whole for each of them."""

import threading
import time

import pytest

import shared


def test_of_two_that_ask_at_once_one_makes_it_and_both_have_it_whole(tmp_path_factory):
    made, got = [], []

    def slowly(folder):
        made.append(folder)
        time.sleep(0.05)
        (folder / "page").touch()

    def ask():
        got.append((shared.once(tmp_path_factory, "asked-at-once", slowly) / "page").exists())

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(made) == 1 and got == [True] * 4


def test_what_failed_half_way_is_made_again_from_nothing(tmp_path_factory):
    def broken(folder):
        (folder / "half").touch()
        raise OSError("disk full")

    with pytest.raises(OSError, match="disk full"):
        shared.once(tmp_path_factory, "failed", broken)
    folder = shared.once(tmp_path_factory, "failed", lambda folder: (folder / "page").touch())
    assert [path.name for path in folder.iterdir()] == ["page"]
