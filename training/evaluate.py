"""Scores of a parser on the treebank's test sets: tags, heads, labels, and the facts of verbs.

`python -m training.evaluate TREEBANK [--parser FOLDER] [--sets EWT_test GUMnews_test] [--no-repair]`

Each set is scored twice: words as they stand in the treebank ("plain"), and joined as kg feeds them ("fed"). Sentences
are given. A fact of a verb is (verb, role, word) with role subject, object, passive subject or agent.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

from kg.records import Token, Word
from kg.text.parse import SpacyParser, load_parser
from kg.text.tokens import NAME_NORM, parser_norm
from training.conllu import Sentence, join_hyphens, join_names, sentences

ROLES = {
    "nsubj": "subject",
    "csubj": "subject",
    "obj": "object",
    "nsubj:pass": "passive",
    "obl:agent": "agent",
}
SETS = ("EWT_dev", "GUMnews_dev", "EWT_test", "GUMnews_test")


def words_of(sentence: Sentence) -> list[Word]:
    """The sentence's words as kg.text would hand them to the parser, names numbered."""
    found: list[Word] = []
    offset = names = 0
    for row in sentence:
        name = row.joined == "name"
        norm = NAME_NORM if name else parser_norm(row.form)
        found.append(Word(row.form, offset, offset + len(row.form), norm, names if name else None))
        names += name
        offset += len(row.form) + row.space
    return found


def facts(heads: Sequence[int], deps: Sequence[str], verbs: Sequence[bool]) -> set[tuple[int, str, int]]:
    return {
        (head, ROLES[dep], i)
        for i, (head, dep) in enumerate(zip(heads, deps, strict=True))
        if dep in ROLES and verbs[head]
    }


def scores(gold: Sequence[Sentence], parses: Iterator[tuple[Token, ...]]) -> dict[str, float]:
    """Percentages of tags, parts of speech, UAS, LAS and facts; `fact_*` as recall, precision and F1."""
    tags = pos = uas = las = total = right = wanted = found = 0
    for sentence, tokens in zip(gold, parses, strict=True):
        verbs = [row.pos == "VERB" for row in sentence]
        expected = facts([r.head for r in sentence], [r.dep for r in sentence], verbs)
        predicted = facts([t.head for t in tokens], [t.dep for t in tokens], verbs)
        right, wanted, found = (
            right + len(expected & predicted),
            wanted + len(expected),
            found + len(predicted),
        )
        for row, token in zip(sentence, tokens, strict=True):
            total += 1
            tags += row.tag == token.tag
            pos += row.pos == token.pos
            uas += row.head == token.head
            las += row.head == token.head and row.dep == token.dep
    recall, precision = right / max(wanted, 1), right / max(found, 1)
    result = {"tags": tags / total, "pos": pos / total, "UAS": uas / total, "LAS": las / total}
    result |= {"fact_R": recall, "fact_P": precision}
    result["fact_F1"] = 2 * recall * precision / max(recall + precision, 1e-9)
    return {key: round(100 * value, 2) for key, value in result.items()}


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("treebank", type=Path)
    options.add_argument("--parser", type=Path, default=Path("parser/en_ud_news"))
    options.add_argument("--sets", nargs="+", default=SETS)
    options.add_argument("--no-repair", action="store_true")
    chosen = options.parse_args()
    parser = load_parser(chosen.parser)
    if chosen.no_repair and isinstance(parser, SpacyParser):
        parser = SpacyParser(parser.nlp, repair=lambda tokens: tokens)
    for name in chosen.sets:
        plain = list(sentences(chosen.treebank / f"{name}.conllu"))
        for mode, gold in (("plain", plain), ("fed", [join_names(join_hyphens(s)) for s in plain])):
            result = scores(gold, parser.parse(map(words_of, gold)))
            print(f"{name:14}{mode:7}" + "  ".join(f"{key} {value:5.2f}" for key, value in result.items()))


if __name__ == "__main__":
    main()
