"""Prints docs/cli.md: what every command of `kg` says to --help. `make docs` writes it; a test compares."""

from __future__ import annotations

import sys

from typer.main import get_command
from typer.testing import CliRunner

from kg.cli.app import app

INTRODUCTION = """# The command line

Written by `make docs` from the help texts; edit those.

Exit codes: 0 done; 1 findings (`kg check`, `kg rules check`); 2 something the user can mend, said in one line on
stderr (usage, inputs, rules, queries, graphs). Warnings go to stderr and change no exit code. Output for programs:
`--json` where a command has it; `-` stands for stdin or stdout. A progress bar appears on stderr after two seconds,
never in a pipe.
"""


def reference() -> str:
    """The page, with a section for each command."""
    parts = [INTRODUCTION]
    for name in ("", *names()):
        title = f"kg {name}".strip()
        parts.append(f"## {title}\n\n```\n$ {title} --help\n{help_text(name)}\n```\n")
    return "\n".join(parts)


def names() -> list[str]:
    """Every command, those of a group behind it: "rules", "rules list"."""
    found = []
    for name, command in get_command(app).commands.items():
        found += [name, *(f"{name} {inner}" for inner in getattr(command, "commands", ()))]
    return found


def help_text(command: str) -> str:
    """The help of one command ("" for `kg` itself), 90 columns wide."""
    arguments = [*command.split(), "--help"]
    result = CliRunner().invoke(app, arguments, prog_name="kg", env={"COLUMNS": "90", "NO_COLOR": "1"})
    return "\n".join(line.rstrip() for line in result.output.strip().split("\n"))


if __name__ == "__main__":
    sys.stdout.write(reference())
