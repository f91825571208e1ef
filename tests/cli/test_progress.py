"""The progress bar: after two seconds of work, on a terminal, and nowhere else."""

import os
import pty
import subprocess
import sys
import threading

import pytest

SCRIPT = """
import sys, time
from kg.cli.terminal import watched
for item in watched(range(4), 4, "Reading"):
    time.sleep(float(sys.argv[1]))
print("done")
"""


def on_a_terminal(seconds: float, stdout: int) -> str:
    """What the script wrote to its terminal (stderr)."""
    try:
        ours, theirs = pty.openpty()
    except OSError as error:
        pytest.skip(f"no pseudo-terminals here: {error}")
    seen: list[bytes] = []

    def drain() -> None:
        # A pseudo-terminal whose other end is closed raises EIO on Linux.
        try:
            while data := os.read(ours, 4096):
                seen.append(data)
        except OSError:
            pass

    reader = threading.Thread(target=drain)
    reader.start()
    environment = os.environ | {"TERM": "xterm", "COLUMNS": "80"}
    subprocess.run(
        [sys.executable, "-c", SCRIPT, str(seconds)],
        stdout=stdout or theirs,
        stderr=theirs,
        check=True,
        env=environment,
    )
    os.close(theirs)
    reader.join()
    os.close(ours)
    return b"".join(seen).decode()


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="pseudo-terminals as Linux has them")
def test_a_bar_on_long_work_and_none_on_short_work_or_into_a_pipe() -> None:
    assert "Reading" in on_a_terminal(0.7, 0)
    assert "Reading" not in on_a_terminal(0.1, 0)
    assert on_a_terminal(0.7, subprocess.PIPE) == ""


def test_nothing_on_stderr_when_it_is_no_terminal() -> None:
    done = subprocess.run([sys.executable, "-c", SCRIPT, "0"], capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("done\n", "")
