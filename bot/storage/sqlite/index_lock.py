"""Only one merge, build, rekey or check of the index at a time, whoever does it."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event

from bot.storage.sqlite.import_lock import held

POLL_SECONDS = 0.1


@contextmanager
def index_lock(path: Path, patience: float = 0.0) -> Iterator[bool]:
    """Whether this process is alone with the index of the database at `path`; it stays so inside. StorageError.

    Others are waited for up to `patience` seconds. The lock falls with the process, however that ends.
    """
    until, rest = time.monotonic() + patience, Event()
    while True:
        with held(path.with_name(f"{path.name}.index-lock")) as alone:
            if alone or time.monotonic() >= until:
                yield alone
                return
        rest.wait(POLL_SECONDS)
