"""CoNLL-U sentences, and their words joined as kg/text feeds them to the parser."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Row:
    """A word of the treebank. `head` is an index of the sentence, the root's its own; `joined` tells why it is one."""

    form: str
    lemma: str
    pos: str
    tag: str
    head: int
    dep: str
    space: bool
    joined: str = ""


Sentence = tuple[Row, ...]


def sentences(path: Path) -> Iterator[Sentence]:
    """The sentences of a CoNLL-U file, without multiword tokens and empty nodes."""
    rows: list[list[str]] = []
    for line in [*path.read_text(encoding="utf-8").split("\n"), ""]:
        if line.startswith("#"):
            continue
        cells = line.split("\t")
        if len(cells) == 10 and cells[0].isdigit():
            rows.append(cells)
        elif not line and rows:
            yield tuple(_row(i, cells) for i, cells in enumerate(rows))
            rows = []


def _row(i: int, cells: Sequence[str]) -> Row:
    head = int(cells[6])
    return Row(
        form=cells[1],
        lemma=cells[2],
        pos=cells[3],
        tag=cells[4],
        head=head - 1 if head else i,
        dep=cells[7],
        space="SpaceAfter=No" not in cells[9],
    )


def join_hyphens(sentence: Sentence) -> Sentence:
    """Words written with hyphens ("Iran - backed") as one."""
    runs: list[tuple[int, int]] = []
    for i in range(1, len(sentence) - 1):
        if sentence[i].form == "-" and not sentence[i].space and not sentence[i - 1].space:
            if runs and runs[-1][1] == i:
                runs[-1] = (runs[-1][0], i + 2)
            elif sentence[i - 1].form[-1:].isalnum() and sentence[i + 1].form[:1].isalnum():
                runs.append((i - 1, i + 2))
    return merged(sentence, runs, "hyphen")


def name_runs(sentence: Sentence) -> list[tuple[int, int]]:
    """Runs of two or more proper nouns that hang together by flat or compound."""
    runs: list[tuple[int, int]] = []
    first = 0
    while first < len(sentence):
        last = first
        while last < len(sentence) and sentence[last].pos == "PROPN":
            last += 1
        runs.extend(_name_parts(sentence, first, last))
        first = max(last, first + 1)
    return runs


def _name_parts(sentence: Sentence, first: int, last: int) -> list[tuple[int, int]]:
    """The stretches of a run of proper nouns in which every word but one depends on another by flat or compound."""
    parts: list[tuple[int, int]] = []
    start = first
    for i in range(first + 1, last + 1):
        together = i < last and any(_tied(sentence, a, i) or _tied(sentence, i, a) for a in range(start, i))
        if not together:
            if i - start > 1:
                parts.append((start, i))
            start = i
    return parts


def _tied(sentence: Sentence, word: int, head: int) -> bool:
    return sentence[word].head == head and word != head and sentence[word].dep in ("flat", "compound")


def join_names(sentence: Sentence) -> Sentence:
    """Names of several words as one."""
    return merged(sentence, name_runs(sentence), "name")


def merged(sentence: Sentence, runs: Sequence[tuple[int, int]], why: str) -> Sentence:
    """Each run as one word, where it hangs on the rest by one head; other runs stay as they are."""
    place = list(range(len(sentence)))
    heads: dict[int, int] = {}
    for first, last in runs:
        tops = [
            i for i in range(first, last) if not first <= sentence[i].head < last or sentence[i].head == i
        ]
        if len(tops) == 1:
            heads[first] = tops[0]
            place[first:last] = [first] * (last - first)
    starts = sorted(set(place))
    index = {start: number for number, start in enumerate(starts)}
    rows: list[Row] = []
    for start in starts:
        end = next((i for i in range(start + 1, len(sentence)) if place[i] != start), len(sentence))
        top = sentence[heads.get(start, start)]
        form = "".join(
            r.form + (" " if r.space and r is not sentence[end - 1] else "") for r in sentence[start:end]
        )
        rows.append(
            replace(
                top,
                form=form,
                head=index[place[top.head]],
                space=sentence[end - 1].space,
                joined=why if end - start > 1 else top.joined,
            )
        )
    return tuple(rows)


Transform = Callable[[Sentence], Sentence]
