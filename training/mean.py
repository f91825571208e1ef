"""The mean of two models of one training run: `python -m training.mean FIRST SECOND --output FOLDER`.

Weights from two points of a run, averaged, err less than either. Both must have the same labels in the same order, as
models have of which one continues the other.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language

from training.train import save


def _nodes(nlp: Language, name: str) -> list[Any]:
    """The layers of a component's network, in a fixed order."""
    component: Any = nlp.get_pipe(name)
    return list(component.model.walk())


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("first", type=Path)
    options.add_argument("second", type=Path)
    options.add_argument("--output", type=Path, default=Path("parser/en_ud_news"))
    chosen = options.parse_args()
    first, second = spacy.load(chosen.first), spacy.load(chosen.second)
    for name in first.pipe_names:
        for node, other in zip(_nodes(first, name), _nodes(second, name), strict=True):
            for param in node.param_names:
                if node.has_param(param):
                    node.set_param(param, (node.get_param(param) + other.get_param(param)) / 2)
    save(first, chosen.output)
    print(f"written: {chosen.output}")


if __name__ == "__main__":
    main()
