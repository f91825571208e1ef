"""The command `kg`. Modules here parse arguments and print; the work is done elsewhere.

Heavy libraries are imported inside the commands that use them, so that `kg --help` answers at once.
"""

from __future__ import annotations

import io
import sys

from kg.errors import KgError

# Exit codes: 0 done; 1 `kg check` and its like found something; 2 the user can mend it.
FOUND = 1
USER_ERROR = 2


def _printable(error: KgError) -> str:
    """One line; for faults of rule files a heading and a line for each, as the place to jump to comes first."""
    lines = str(error).splitlines()
    return (
        f"kg: {lines[0]}"
        if len(lines) < 2
        else "\n".join([f"kg: {len(lines)} faults in rule files:", *lines])
    )


def main() -> None:
    """Run the command line of this process and exit with its code."""
    from kg.cli.app import app

    # A terminal that cannot show a character gets its number instead of an error.
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        app()
    except KgError as error:
        print(_printable(error), file=sys.stderr)
        sys.exit(USER_ERROR)
