"""Runs the commands of README.md on the seeds and writes what they print below them. `make docs` calls it.

    python docs/readme.py            print the README with fresh output
    python docs/readme.py --write    put it in place

A test compares, so what the README shows is what happens.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BLOCK = re.compile(r"(?<=```console\n)(.*?)(?=```)", re.DOTALL)


def commands(text: str) -> list[str]:
    """The commands of the console blocks, in order."""
    return [line[2:] for block in BLOCK.findall(text) for line in block.splitlines() if line.startswith("$ ")]


def printed(command: str, folder: Path) -> str:
    """What a command prints in the folder; RuntimeError with its complaint when it fails."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {command}"],
        cwd=folder,
        env=os.environ | {"PATH": path},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    # A reader that stops early (`| head`) is no failure.
    if done.returncode not in (0, 141):
        raise RuntimeError(f"$ {command}\n{done.stderr}")
    return done.stdout


def refreshed(text: str) -> str:
    """The README with the output of its commands, run one after the other in an empty folder beside the seeds."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "seeds").symlink_to(ROOT / "seeds")
        printed("kg build seeds --output out", folder)  # what `make demo` has done

        def block(found: re.Match[str]) -> str:
            return "".join(f"$ {c}\n{printed(c, folder)}" for c in commands(f"```console\n{found[0]}```"))

        return BLOCK.sub(block, text)


if __name__ == "__main__":
    readme = ROOT / "README.md"
    fresh = refreshed(readme.read_text(encoding="utf-8"))
    if "--write" in sys.argv:
        readme.write_text(fresh, encoding="utf-8")
    else:
        sys.stdout.write(fresh)
