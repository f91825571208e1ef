"""The benchmark of the whole way runs and names every stage. Its figures are no test's business."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

SCRIPT = Path(__file__).resolve().parents[2] / "benchmarks" / "speed.py"


def test_the_benchmark_prints_every_stage_and_the_whole() -> None:
    done = subprocess.run(
        [sys.executable, SCRIPT, "--sentences", "5"], capture_output=True, text=True, timeout=120, check=True
    )
    stages = {line.split()[0]: line for line in done.stdout.splitlines() if line.strip()}
    shares = [float(share) for share in re.findall(r" ([\d.]+)%", done.stdout)]
    assert {"load", "segment", "tokens", "names", "model", "repair", "extract", "whole"} <= set(stages)
    assert len(shares) == 6
    assert abs(sum(shares) - 100) < 1
    assert re.search(r"\d+ sentences/s", stages["whole"])
    assert "times the parser's own time" in done.stdout
