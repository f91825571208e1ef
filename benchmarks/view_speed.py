"""How fast the network page opens and moves, and how large it is, beside pyvis as it comes.

    python benchmarks/view_speed.py [--limit SECONDS] [--runs N]

Prints, for the seeds, for 500 nodes with 1,500 lines and for 3,000 nodes with 9,000 lines: the time from navigation
to the first picture (median of the runs; a picture is there when a pixel of the canvas is no longer blank), frames per
second while panning, and the size of the file. pyvis gets the same networkx graph, its own template, physics and
defaults, and its requests to CDNs answered at once with nothing. It gives up after `--limit` seconds.
Needs Debian's Chromium; run it on a quiet machine.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, TimeoutError, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from view.browsing import ARGUMENTS, SIZE  # noqa: E402
from view.synthetic import synthetic  # noqa: E402

from kg.output import read_output  # noqa: E402
from kg.view.html import page  # noqa: E402
from kg.view.network import network  # noqa: E402

WATCH = """
(() => {
  const small = document.createElement('canvas');
  [small.width, small.height] = [240, 160];
  const ctx = small.getContext('2d', {willReadFrequently: true});
  const look = () => {
    const canvas = document.querySelector('canvas');
    if (canvas && canvas.width) {
      ctx.clearRect(0, 0, 240, 160);
      ctx.drawImage(canvas, 0, 0, 240, 160);
      if (ctx.getImageData(0, 0, 240, 160).data.some((v, i) => i % 4 === 3 && v)) {
        return done(performance.now());
      }
    }
    requestAnimationFrame(look);
  };
  let done;
  window.firstPicture = new Promise((resolve) => (done = resolve));
  requestAnimationFrame(look);
})();
"""
FRAMES = """() => new Promise((done) => {
  let n = 0;
  const start = performance.now();
  const count = () => {
    n++;
    const t = performance.now() - start;
    t < 1500 ? requestAnimationFrame(count) : done(n * 1000 / t);
  };
  requestAnimationFrame(count);
})"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--limit", type=float, default=60, help="seconds to wait for a first picture")
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    chromium = shutil.which("chromium") or sys.exit("chromium is missing: apt-get install chromium")
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    print(f"{'network':34} {'':14} {'first picture':>14} {'panning':>9} {'size':>9}")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        for name, claims, documents in cases(Path(folder)):
            ours, plain = Path(folder) / "ours.html", Path(folder) / "pyvis.html"
            ours.write_bytes(page(claims, documents).encode())
            graph = network(claims, documents)
            plain.write_bytes(as_it_comes(graph).encode())
            label = f"{name} ({graph.number_of_nodes()} nodes, {graph.number_of_edges()} lines)"
            report(label, "kg view", browser, ours, options.runs, options.limit)
            if graph.number_of_nodes() > 60:
                report("", "kg view, all", browser, ours, options.runs, options.limit, "#all=1")
            report(
                "",
                "pyvis",
                browser,
                plain,
                1 if graph.number_of_nodes() > 60 else options.runs,
                options.limit,
            )
        browser.close()


def cases(folder: Path) -> Any:
    """Name, claims and documents of the three networks; the seeds are read by `kg build`."""
    command = [sys.executable, "-m", "kg", "build", str(ROOT / "seeds"), "--output", str(folder / "out")]
    subprocess.run(command, check=True, cwd=ROOT, capture_output=True)
    yield "seeds", *read_output(folder / "out")
    yield "made, 500", *synthetic(500, 1_500)
    yield "made, 3,000", *synthetic(3_000, 9_000)


def as_it_comes(graph: Any) -> str:
    """The page pyvis makes of the graph without any advice: its template, its physics, labels and colours."""
    from pyvis.network import Network

    net = Network(directed=True, cdn_resources="in_line", height="850px")
    for node, data in graph.nodes(data=True):
        net.add_node(node, label=data["label"])
    for source, target, data in graph.edges(data=True):
        net.add_edge(source, target, title=data["what"])
    return str(net.generate_html())


def report(
    label: str, what: str, browser: Browser, path: Path, runs: int, limit: float, hash_: str = ""
) -> None:
    """One printed line: median of the first pictures, frames per second, size."""
    times, rate = [], None
    for run in range(runs):
        tab = browser.new_page(viewport=SIZE)  # type: ignore[arg-type]
        tab.route("**/*", lambda r: r.abort() if r.request.url.startswith("http") else r.continue_())
        tab.add_init_script(WATCH)
        seen = first_picture(tab, path.as_uri() + hash_, limit)
        if seen is not None:
            times.append(seen)
            rate = panning(tab) if run == 0 else rate
        tab.close()
        if seen is None:
            break
    first = f"{statistics.median(times):.2f} s" if times else f"none in {limit:.0f} s"
    frames = "" if rate is None else f"{rate:.0f} /s"
    print(f"{label:34} {what:14} {first:>14} {frames:>9} {path.stat().st_size / 1e6:>6.2f} MB", flush=True)


def first_picture(tab: Page, url: str, limit: float) -> float | None:
    """Seconds from navigation to the first pixel, or None."""
    try:
        tab.goto(url, timeout=limit * 1000, wait_until="commit")
        late = f"new Promise((done) => setTimeout(() => done(null), {limit * 1000}))"
        seen = tab.evaluate(f"Promise.race([window.firstPicture, {late}])")
        return None if seen is None else float(seen) / 1000
    except TimeoutError:
        return None


def panning(tab: Page) -> float | None:
    """Frames per second while the picture is dragged to and fro for a second and a half."""
    box = tab.locator("canvas").bounding_box()
    assert box
    x, y = box["x"] + 20, box["y"] + box["height"] * 0.5
    tab.mouse.move(x, y)
    tab.mouse.down()
    tab.evaluate(f"window.rate = ({FRAMES})()")
    for step in range(60):
        tab.mouse.move(x + (step % 20) * 12, y + (step % 7) * 9)
    rate = tab.evaluate("window.rate")
    tab.mouse.up()
    return float(rate)


if __name__ == "__main__":
    main()
