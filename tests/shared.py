"""What is dear to make is made once, for all the processes that run tests side by side."""

import fcntl
import os
from collections.abc import Callable
from pathlib import Path

import pytest


def once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """The folder `name` of this run of the tests, filled by `make` in whichever process asks first.

    The others wait until it is whole. Nobody changes what is in it. If `make` raises, the next to ask tries
    again in a folder that is empty.
    """
    place = _of_the_run(factory) / name
    place.mkdir(exist_ok=True)
    with (place / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (place / "whole").exists():
            folder = place / f"try-{len(list(place.iterdir()))}"
            folder.mkdir()
            make(folder)
            (place / "whole").symlink_to(folder.name)
    return (place / "whole").resolve()


def _of_the_run(factory: pytest.TempPathFactory) -> Path:
    """The temporary folder of the run. A process of xdist has one of its own inside it."""
    base = factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
