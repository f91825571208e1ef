"""What commands say on stdout and stderr."""

from __future__ import annotations

import json
import os
import stat
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from threading import Timer
from typing import Any, TypeVar

from kg.errors import InputError

PATIENCE = 2.0  # seconds of work before a progress bar appears
STDOUT = Path("-")
T = TypeVar("T")


def warn(message: str) -> None:
    """One line on stderr about something that did not stop the work."""
    print(f"kg: warning: {message}", file=sys.stderr)


def note(message: str) -> None:
    """One line on stderr about how the work was done."""
    print(f"kg: {message}", file=sys.stderr)


def print_json(value: Any) -> None:
    """Indented JSON on stdout, in UTF-8 whatever the terminal speaks, keys in the order given."""
    write(json.dumps(value, ensure_ascii=False, indent=2) + "\n", STDOUT)


def write(text: str, output: Path) -> None:
    """Write to a file, or to stdout for "-". A file is replaced whole or not at all."""
    if output == STDOUT:
        sys.stdout.buffer.write(text.encode("utf-8"))
        sys.stdout.buffer.flush()
        return
    draft = output.with_name(f".{output.name}.draft-{os.getpid()}")
    try:
        draft.write_text(text, encoding="utf-8", newline="")
        draft.replace(output)
    except OSError as error:
        with suppress(OSError):
            draft.unlink()
        raise InputError(f"{output}: cannot be written ({error.strerror or error})") from error


def watched(items: Iterable[T], total: int | None, label: str) -> Iterator[T]:
    """The items, with a progress bar on stderr once the work has taken two seconds; none when piped."""
    if not _shows_progress():
        yield from items
        return
    from rich.console import Console
    from rich.progress import Progress

    bar = Progress(console=Console(stderr=True), transient=True)
    task = bar.add_task(label, total=total)
    later = Timer(PATIENCE, bar.start)
    later.daemon = True
    later.start()
    try:
        for item in items:
            yield item
            bar.advance(task)
    finally:
        later.cancel()
        if bar.live.is_started:
            bar.stop()


def _shows_progress() -> bool:
    """A person watches stderr, and stdout does not feed another program that may use the terminal too."""
    with suppress(OSError, ValueError):
        return sys.stderr.isatty() and not stat.S_ISFIFO(os.fstat(sys.stdout.fileno()).st_mode)
    return False
