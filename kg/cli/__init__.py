"""The command `kg`. Modules here parse arguments and print; the work is done elsewhere.

Heavy libraries are imported inside the commands that use them, so that `kg --help` answers at once.
"""

from __future__ import annotations

import io
import sys

from kg.errors import KgError, RuleError

# Exit codes: 0 done; 1 `kg check` and its like found something; 2 the user can mend it.
FOUND = 1
USER_ERROR = 2


def _printable(error: KgError) -> str:
    """One line; for several faults of rule files a heading and a line each, which begins with the place to go to."""
    if isinstance(error, RuleError) and len(error.faults) > 1:
        return "\n".join([f"kg: {len(error.faults)} faults in rule files:", *map(str, error.faults)])
    return f"kg: {' '.join(str(error).splitlines())}"


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
