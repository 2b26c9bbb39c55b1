"""One work on the index at a time; who can wait, waits."""

import threading
from pathlib import Path

from bot.storage.sqlite.index_lock import index_lock


def test_the_second_is_told_and_the_third_is_alone_again(tmp_path: Path) -> None:
    with index_lock(tmp_path / "quittex.db") as first, index_lock(tmp_path / "quittex.db") as second:
        assert (first, second) == (True, False)
    with index_lock(tmp_path / "quittex.db") as third:
        assert third


def test_who_has_patience_gets_it(tmp_path: Path) -> None:
    held, let_go = threading.Event(), threading.Event()

    def other() -> None:
        with index_lock(tmp_path / "quittex.db"):
            held.set()
            let_go.wait()

    thread = threading.Thread(target=other)
    thread.start()
    held.wait()
    threading.Timer(0.05, let_go.set).start()
    with index_lock(tmp_path / "quittex.db", patience=30.0) as alone:
        assert alone
    thread.join()
