"""Progress bars on long work, on stderr, when that is a terminal; otherwise nothing."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from types import TracebackType


class Bar:
    """One piece of work, in whatever unit its caller counts."""

    def __init__(self, rich: Any, what: str, total: int | None) -> None:
        self._rich = rich
        self._task = rich.add_task(what, total=total) if rich else None

    def reach(self, done: int) -> None:
        """So much is done."""
        if self._rich and self._task is not None:
            self._rich.update(self._task, completed=done)

    def advance(self, more: int) -> None:
        """So much more is done."""
        if self._rich and self._task is not None:
            self._rich.advance(self._task, more)


class Progress:
    """The bars of one command."""

    def __init__(self) -> None:
        self._stack = ExitStack()
        self._rich: Any = None

    def __enter__(self) -> Progress:
        if sys.stderr.isatty():
            from rich.console import Console
            from rich.progress import Progress as RichProgress

            self._rich = self._stack.enter_context(RichProgress(console=Console(stderr=True), transient=True))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.close()

    @contextmanager
    def bar(self, what: str, total: int | None) -> Iterator[Bar]:
        """A bar for one piece of work, full when it ends well; without a total it only shows that there is life."""
        bar = Bar(self._rich, what, total)
        yield bar
        if total is not None:
            bar.reach(total)
