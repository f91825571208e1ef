"""Made-up sentences of conflict news with their trees, to train the parser on words and constructions it rarely sees.

The treebank has few besieged towns and few subjects interrupted by appositions and reduced relatives ("the truce
brokered by X collapsed"). A small grammar makes such sentences by the thousand; no article is used. Labels follow the
habits of UD English EWT and GUM.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from training import lexicon as lex
from training.conllu import Row, Sentence


@dataclass(slots=True)
class Node:
    """A word with its dependents on either side, in the order of the sentence."""

    form: str
    tag: str
    pos: str
    left: list[tuple[str, Node]] = field(default_factory=list)
    right: list[tuple[str, Node]] = field(default_factory=list)


def comma() -> Node:
    return Node(",", ",", "PUNCT")


def word(form: str) -> Node:
    tag, pos = lex.FUNCTION[form]
    return Node(form, tag, pos)


def flattened(root: Node) -> Sentence:
    """The tree as rows; a comma before another mark or at the start is left out."""
    rows: list[tuple[Node, str, Node]] = []

    def walk(node: Node, dep: str, head: Node) -> None:
        for label, child in node.left:
            walk(child, label, node)
        rows.append((node, dep, head))
        for label, child in node.right:
            walk(child, label, node)

    walk(root, "root", root)
    kept = [
        row
        for i, row in enumerate(rows)
        if not (row[0].form == "," and (i == 0 or i + 1 == len(rows) or rows[i + 1][0].form in ",."))
    ]
    for (article, _, _), (following, _, _) in pairwise(kept):
        if article.form == "a" and following.form[0].lower() in "aeiou":
            article.form = "an"
    index = {id(node): i for i, (node, _, _) in enumerate(kept)}
    return tuple(
        Row(node.form[:1].upper() + node.form[1:] if i == 0 else node.form, "_", node.pos, node.tag,
            index[id(head)], dep, space=i + 1 < len(kept) and kept[i + 1][0].pos != "PUNCT")
        for i, (node, dep, head) in enumerate(kept)
    )  # fmt: skip


class Grammar:
    """Draws sentences; the same seed gives the same sentences. `name` is the parser's form of joined names."""

    def __init__(self, rng: random.Random, name: str) -> None:
        self.rng = rng
        self.name_form = name

    def sentences(self, number: int) -> Iterator[Sentence]:
        for _ in range(number):
            yield flattened(self.sentence())

    def pick(self, options: Sequence[str]) -> str:
        return self.rng.choice(options)

    def chance(self, share: float) -> bool:
        return self.rng.random() < share

    # -- noun phrases -------------------------------------------------------------------------------------------------

    def name(self, forms: Sequence[str]) -> Node:
        """A proper noun: the form of joined names, one of the list, or a name nobody has."""
        draw = self.rng.random()
        if draw < 0.35:
            return Node(self.name_form, "NNP", "PROPN")
        if draw < 0.8:
            return Node(self.pick(forms), "NNP", "PROPN")
        syllables = "".join(self.pick(lex.SYLLABLES) for _ in range(self.rng.randint(1, 3)))
        return Node(self.pick(lex.SYLLABLES).capitalize() + syllables, "NNP", "PROPN")

    def country(self) -> Node:
        return self.name(lex.COUNTRIES)

    def group(self) -> Node:
        node = self.name(lex.GROUPS)
        if self.chance(0.4):
            node.left.append(("det", word("the")))
        return node

    def person(self) -> Node:
        node = self.name(lex.PERSONS)
        if self.chance(0.2):
            title = Node(self.pick(lex.OFFICES), "NN", "NOUN")
            if self.chance(0.5):
                title.left.append(self.modifier())
            node.left.append(("nmod", title))
        return node

    def place(self) -> Node:
        if self.chance(0.7):
            return self.name(lex.CITIES)
        node = Node(self.pick(lex.PLACES), "NN", "NOUN")
        node.left.append(("det", word("the")))
        if self.chance(0.4):
            node.left.append(self.modifier())
        return node

    def modifier(self) -> tuple[str, Node]:
        """A word before a noun: demonym, adjective, hyphenated participle (its last part is shown) or noun."""
        draw = self.rng.random()
        if draw < 0.4:
            return "amod", Node(self.pick(lex.DEMONYMS), "JJ", "ADJ")
        if draw < 0.6:
            return "amod", Node(self.pick(lex.HYPHENATED), "VBN", "VERB")
        if draw < 0.8:
            return "amod", Node(self.pick(lex.ADJECTIVES), "JJ", "ADJ")
        return "compound", Node(self.pick(lex.COMPOUNDS), "NN", "NOUN")

    def collective(self) -> Node:
        """Armed people in the plural: "Turkish-backed rebels", "Russian and armed Syrian government forces"."""
        node = Node(self.pick(lex.FIGHTERS), "NNS", "NOUN")
        if self.chance(0.25):
            node.left.append(("det", word("the")))
        if self.chance(0.1):
            first = Node(self.pick(lex.DEMONYMS), "JJ", "ADJ")
            other = Node(self.pick(lex.HYPHENATED), "VBN", "VERB", left=[("cc", word("and"))])
            if self.chance(0.3):
                other = Node(self.pick(lex.DEMONYMS), "JJ", "ADJ", left=[("cc", word("and"))])
            first.right.append(("conj", other))
            node.left.append(("amod", first))
        elif self.chance(0.7):
            node.left.append(self.modifier())
        if self.chance(0.25):
            node.left.append(self.modifier())
        return node

    def institution(self) -> Node:
        """ "The army", "the country's defence ministry", "a US-led coalition"."""
        node = Node(self.pick(lex.INSTITUTIONS), "NN", "NOUN")
        if self.chance(0.2):
            owner = self.country()
            owner.right.append(("case", Node("'s", "POS", "PART")))
            node.left.append(("nmod:poss", owner))
        else:
            node.left.append(("det", word(self.pick(["the", "the", "the", "a"]))))
        if self.chance(0.4):
            node.left.append(self.modifier())
        return node

    def victims(self) -> Node:
        """A counted group: "at least 30 people", "dozens of soldiers", "two police officers"."""
        draw = self.rng.random()
        people = Node(self.pick(lex.PEOPLE), "NNS", "NOUN")
        if draw < 0.2:
            people.left.append(("case", word("of")))
            return Node(
                self.pick(["dozens", "hundreds", "thousands", "scores"]),
                "NNS",
                "NOUN",
                right=[("nmod", people)],
            )
        number = Node(self.pick(lex.NUMBERS), "CD", "NUM")
        bound = self.rng.random()
        if bound < 0.25:
            least = Node(self.pick(["least", "most"]), "JJS", "ADJ", left=[("case", word("at"))])
            number.left.append(("nmod", least))
        elif bound < 0.5:
            more = Node(self.pick(["more", "fewer"]), "JJR", "ADJ", right=[("fixed", word("than"))])
            number.left.append(("advmod", more))
        elif bound < 0.65:
            number.left.append(
                ("advmod", Node(self.pick(["about", "some", "around", "nearly"]), "RB", "ADV"))
            )
        people.left.append(("nummod", number))
        if self.chance(0.2):
            people.left.append(self.modifier())
        return people

    def actor(self, depth: int = 2, extended: bool = True) -> Node:
        """Whoever acts; with `depth` above 0 it may be explained or coordinated."""
        kinds: list[Callable[[], Node]] = [
            self.country,
            self.group,
            self.person,
            self.collective,
            self.institution,
        ]
        node = self.rng.choice(kinds)()
        if depth <= 0:
            return node
        draw = self.rng.random()
        if draw < 0.15:
            self.coordinate(node, lambda: self.actor(0))
        elif extended and draw < 0.6:
            self.explain(node, depth)
        elif draw < 0.7:
            case = self.pick(["from", "of", "in", "near"])
            node.right.append(
                ("nmod", self.cased(case, self.actor(0) if case in ("from", "of") else self.place()))
            )
        return node

    def named_group(self) -> Node:
        """ "The Iran-backed Hezbollah group", "state news agency SANA"."""
        if self.chance(0.3):
            agency = Node(self.pick(["agency", "channel", "newspaper", "monitor"]), "NN", "NOUN")
            agency.left = [
                ("compound", Node("news", "NN", "NOUN")),
                *([self.modifier()] if self.chance(0.3) else []),
            ]
            name = self.name(lex.GROUPS)
            name.left.append(("nmod", agency))
            return name
        node = Node(
            self.pick(["group", "movement", "militia", "organisation", "party", "coalition"]), "NN", "NOUN"
        )
        node.left = [("det", word("the")), *([self.modifier()] if self.chance(0.5) else [])]
        node.left.append(("compound", self.name(lex.GROUPS)))
        return node

    def possessed(self) -> Node:
        """ "Assad's forces", "their leader"."""
        node = Node(self.pick(lex.FIGHTERS), "NNS", "NOUN")
        if self.chance(0.3):
            owner = Node(self.pick(["its", "their", "his"]), "PRP$", "PRON")
        else:
            owner = self.name(lex.PERSONS + lex.COUNTRIES)
            owner.right.append(("case", Node("'s", "POS", "PART")))
        node.left.append(("nmod:poss", owner))
        return node

    def pronoun(self) -> Node:
        return Node(self.pick(["it", "they", "he", "it", "we"]), "PRP", "PRON")

    def events(self) -> Node:
        """Attacks in the plural: "Russian airstrikes", "the first strikes on Syrian soil"."""
        node = Node(self.pick(lex.EVENTS), "NNS", "NOUN")
        if self.chance(0.3):
            node.left.append(("det", word("the")))
            if self.chance(0.4):
                node.left.append(
                    ("amod", Node(self.pick(["first", "latest", "recent", "deadly"]), "JJ", "ADJ"))
                )
        if self.chance(0.6):
            node.left.append(self.modifier())
        if self.chance(0.3):
            node.right.append(("nmod", self.cased(self.pick(["on", "in", "against", "near"]), self.place())))
        if self.chance(0.15):
            node.right.append(("nmod", self.cased("by", self.actor(0))))
        return node

    def deed(self) -> Node:
        """ "The killing of Soleimani by US forces", "Iran's support for the group"."""
        node = Node(self.pick(lex.DEEDS), "NN", "NOUN")
        if self.chance(0.5):
            node.left.append(("det", word("the")))
        else:
            owner = self.country()
            owner.right.append(("case", Node("'s", "POS", "PART")))
            node.left.append(("nmod:poss", owner))
        if self.chance(0.7):
            case = "for" if node.form == "support" else self.pick(["of", "on", "against", "of"])
            node.right.append(("nmod", self.cased(case, self.actor(0))))
        if self.chance(0.25):
            node.right.append(("nmod", self.cased("by", self.actor(0))))
        return node

    def coordinate(self, first: Node, other: Callable[[], Node]) -> None:
        """Add "and B" or ", B and C"."""
        if self.chance(0.35):
            middle = other()
            middle.left.insert(0, ("punct", comma()))
            first.right.append(("conj", middle))
        last = other()
        last.left.insert(0, ("cc", word("and")))
        first.right.append(("conj", last))

    def cased(self, case: str, node: Node) -> Node:
        node.left.insert(0, ("case", word(case)))
        return node

    def explain(self, node: Node, depth: int) -> None:
        """Add an apposition, a reduced relative or a relative clause, between commas or not."""
        draw = self.rng.random()
        if draw < 0.3 and node.pos == "PROPN":
            child, dep = self.role(depth - 1), "appos"
            between = True
        elif draw < 0.7:
            child, dep = self.reduced_relative(), "acl"
            between = node.pos == "PROPN" or self.chance(0.35)
        else:
            child, dep = self.relative(depth - 1), "acl:relcl"
            between = node.pos == "PROPN" or self.chance(0.5)
        if between:
            child.left.insert(0, ("punct", comma()))
            child.right.append(("punct", comma()))
        node.right.append((dep, child))

    def role(self, depth: int) -> Node:
        """ "a key ally of Assad backed by Iran", "head of the ruling party"."""
        node = Node(self.pick(lex.ROLES), "NN", "NOUN")
        if self.chance(0.8):
            node.left.append(("det", word(self.pick(["a", "the", "the"]))))
        if self.chance(0.5):
            node.left.append(self.modifier())
        if self.chance(0.75):
            node.right.append(("nmod", self.cased("of", self.actor(0))))
        if depth > 0 and self.chance(0.45):
            node.right.append(("acl", self.reduced_relative()))
        return node

    def reduced_relative(self) -> Node:
        draw = self.rng.random()
        if draw < 0.6:
            node = Node(self.participle(self.pick(lex.ACTS)), "VBN", "VERB")
            agent = self.cased("by", self.actor(0))
            if self.chance(0.2):
                self.coordinate(agent, lambda: self.actor(0))
            node.right.append(("obl:agent", agent))
        elif draw < 0.9:
            verb, case = self.rng.choice(lex.TIES)
            node = Node(verb, "VBN", "VERB")
            other = self.actor(0)
            node.right.append(("obl", self.cased(case, other)))
        else:
            verb = self.pick(lex.ACTS)
            node = Node(lex.forms(verb)[4], "VBG", "VERB", right=[("obj", self.target())])
        if self.chance(0.3):
            node.left.append(("advmod", Node(self.pick(lex.ADVERBS), "RB", "ADV")))
        if self.chance(0.2):
            node.right.append(self.when_or_where())
        return node

    def relative(self, depth: int) -> Node:
        form = self.pick(["who", "which", "that", "which"])
        subject = Node(form, "WP" if form == "who" else "WDT", "PRON")
        if self.chance(0.4):
            return self.passive(subject, depth)
        return self.active(subject, depth, plural=self.chance(0.5))

    def target(self) -> Node:
        draw = self.rng.random()
        if draw < 0.35:
            return self.place()
        if draw < 0.6:
            return self.victims()
        node = Node(self.pick(lex.TARGETS), "NN", "NOUN", left=[("det", word(self.pick(["the", "a"])))])
        if self.chance(0.4):
            node.left.append(self.modifier())
        if self.chance(0.15):
            node.right.append(("acl", self.reduced_relative()))
        if self.chance(0.6):
            return node
        actor = self.named_group() if self.chance(0.3) else self.actor(0)
        if self.chance(0.2) and actor.tag != "NNS":
            role = self.role(0)
            role.left.insert(0, ("punct", comma()))
            role.right.append(("punct", comma()))
            actor.right.append(("appos", role))
        return actor

    # -- clauses ------------------------------------------------------------------------------------------------------

    def participle(self, verb: str) -> str:
        return lex.forms(verb)[3]

    def when_or_where(self) -> tuple[str, Node]:
        draw = self.rng.random()
        if draw < 0.3:
            return "obl", self.cased(self.pick(["in", "near", "outside", "in", "across"]), self.place())
        if draw < 0.55:
            return "obl", self.cased("on", Node(self.pick(lex.DAYS), "NNP", "PROPN"))
        if draw < 0.61:
            return "obl:unmarked", Node(self.pick(lex.DAYS), "NNP", "PROPN")
        if draw < 0.65:
            day = Node(self.pick(lex.DAYS), "NNP", "PROPN")
            part = Node(self.pick(["morning", "evening", "night"]), "NN", "NOUN", left=[("compound", day)])
            return "obl", self.cased(self.pick(["on", "by"]), part)
        if draw < 0.69:
            month = Node(self.pick(lex.MONTHS), "NNP", "PROPN")
            if self.chance(0.5):
                day = Node(str(self.rng.randint(1, 31)), "CD", "NUM", left=[("nmod:unmarked", month)])
                return "obl", self.cased("on", day)
            month.right.append(("nmod:unmarked", Node(str(self.rng.randint(1990, 2026)), "CD", "NUM")))
            return "obl", self.cased(self.pick(["in", "since"]), month)
        if draw < 0.75:
            last = Node(self.pick(["last", "this"]), "JJ", "ADJ")
            return "obl:unmarked", Node(
                self.pick(["week", "month", "year"]), "NN", "NOUN", left=[("amod", last)]
            )
        if draw < 0.9:
            return "obl", self.cased(
                self.pick(["since", "in"]), Node(str(self.rng.randint(1990, 2026)), "CD", "NUM")
            )
        event = Node(self.pick(lex.HAPPENINGS), "NN", "NOUN", left=[("det", word(self.pick(["a", "the"])))])
        return "obl", self.cased(self.pick(["after", "during", "in", "amid", "before"]), event)

    def helped(self, verb: str, subject: Node | None, plural: bool) -> Node:
        """The verb in some tense with its auxiliaries and its subject."""
        base, third, past, done, doing = lex.forms(verb)
        left: list[tuple[str, Node]] = [("nsubj", subject)] if subject else []
        draw = self.rng.random()
        if draw < 0.55:
            return Node(past, "VBD", "VERB", left=left)
        if draw < 0.7:
            return Node(base if plural else third, "VBP" if plural else "VBZ", "VERB", left=left)
        has = Node("have" if plural else "has", "VBP" if plural else "VBZ", "AUX")
        if draw < 0.85:
            return Node(done, "VBN", "VERB", left=[*left, ("aux", has)])
        if draw < 0.92:
            been = Node("been", "VBN", "AUX")
            return Node(doing, "VBG", "VERB", left=[*left, ("aux", has), ("aux", been)])
        modal = Node(self.pick(["will", "would", "could", "may"]), "MD", "AUX")
        return Node(base, "VB", "VERB", left=[*left, ("aux", modal)])

    def plural(self, node: Node) -> bool:
        return node.tag == "NNS" or any(dep == "conj" for dep, _ in node.right)

    def active(self, subject: Node, depth: int, plural: bool) -> Node:
        node = self.helped(self.pick(lex.ACTS), subject, plural)
        node.right.append(("obj", self.target()))
        self.extend(node, depth)
        return node

    def passive(self, subject: Node, depth: int) -> Node:
        plural = self.plural(subject)
        be = Node(self.pick(["were", "are"]) if plural else self.pick(["was", "is", "was"]), "VBD", "AUX")
        be.tag = {"were": "VBD", "was": "VBD", "are": "VBP", "is": "VBZ"}[be.form]
        node = Node(
            self.participle(self.pick(lex.ACTS)),
            "VBN",
            "VERB",
            left=[("nsubj:pass", subject), ("aux:pass", be)],
        )
        if self.chance(0.25):
            has = Node("have" if plural else "has", "VBP" if plural else "VBZ", "AUX")
            node.left[1:] = [("aux", has), ("aux:pass", Node("been", "VBN", "AUX"))]
        if self.chance(0.2):
            node.left.append(("advmod", Node(self.pick(lex.ADVERBS), "RB", "ADV")))
        if self.chance(0.2):
            node.right.append(("obl", self.cased(self.pick(["in", "from", "to", "near"]), self.place())))
        if self.chance(0.5):
            agent = self.cased("by", self.actor(0))
            if self.chance(0.3):
                self.coordinate(agent, lambda: self.actor(0))
            node.right.append(("obl:agent", agent))
        self.extend(node, depth)
        return node

    def extend(self, node: Node, depth: int) -> None:
        """Times, places and further clauses behind a clause."""
        if self.chance(0.5):
            node.right.append(self.when_or_where())
        if depth <= 0:
            return
        draw = self.rng.random()
        if draw < 0.1:
            node.right.append(("advcl", self.participial()))
        elif draw < 0.2:
            node.right.append(("conj", self.second_verb(node)))
        elif draw < 0.3:
            mark = self.pick(["as", "after", "while", "because", "when", "before"])
            clause = self.clause(0)
            clause.left.insert(0, ("mark", word(mark)) if mark != "when" else ("advmod", word("when")))
            if self.chance(0.4):
                clause.left.insert(0, ("punct", comma()))
            node.right.append(("advcl", clause))

    def participial(self) -> Node:
        """ ", killing 12 people"."""
        verb = Node(lex.forms(self.pick(lex.ACTS))[4], "VBG", "VERB", left=[("punct", comma())])
        verb.right.append(("obj", self.victims() if self.chance(0.6) else self.target()))
        return verb

    def second_verb(self, first: Node) -> Node:
        """ "and wounded dozens more" in the form of the first verb, active or passive."""
        place = {"VB": 0, "VBP": 0, "VBZ": 1, "VBD": 2, "VBN": 3, "VBG": 4}[first.tag]
        node = Node(lex.forms(self.pick(lex.ACTS))[place], first.tag, "VERB", left=[("cc", word("and"))])
        if any(dep == "aux:pass" for dep, _ in first.left):
            if self.chance(0.35):  # gapped: "and dozens wounded"
                node.left.append(("nsubj:pass", self.victims()))
            elif self.chance(0.5):
                node.right.append(("obl:agent", self.cased("by", self.actor(0))))
            if self.chance(0.5):
                node.right.append(self.when_or_where())
        else:
            node.right.append(("obj", self.target()))
        return node

    def clause(self, depth: int) -> Node:
        """A full clause of some kind."""
        draw = self.rng.random()
        if draw < 0.08:
            subject = self.events() if self.chance(0.6) else self.deed()
            return self.active(subject, depth, self.plural(subject))
        if draw < 0.16:
            return self.motion(depth)
        if draw < 0.2:
            subject = self.pronoun()
            return self.active(subject, depth, subject.form in ("they", "we"))
        if draw < 0.38:
            subject = self.actor(depth)
            return self.active(subject, depth, self.plural(subject))
        if draw < 0.6:
            subject = (
                self.actor(depth)
                if self.chance(0.6)
                else self.target()
                if self.chance(0.5)
                else self.victims()
            )
            return self.passive(subject, depth)
        if draw < 0.7:
            return self.agreement()
        if draw < 0.78:
            return self.happening()
        if draw < 0.86:
            return self.supply()
        if draw < 0.94:
            return self.control(depth)
        return self.predicate()

    def motion(self, depth: int) -> Node:
        """ "Fighters advanced from A into B", "the meeting focused on C"."""
        subject = self.actor(depth) if self.chance(0.8) else self.events()
        plural = self.plural(subject)
        if self.chance(0.5):
            verb = self.helped(self.pick(lex.FROM_TO), subject, plural)
            if self.chance(0.6):
                verb.right.append(("obl", self.cased("from", self.place())))
            if self.chance(0.6):
                verb.right.append(("obl", self.cased(self.pick(["to", "into", "towards"]), self.place())))
        else:
            base, case = self.rng.choice(lex.ABOUT)
            verb = self.helped(base, subject, plural)
            verb.right.append(("obl", self.cased(case, self.target())))
        self.extend(verb, depth)
        return verb

    def agreement(self) -> Node:
        """ "A truce brokered by X collapsed", "X and Y signed a deal"."""
        deal = Node(self.pick(lex.DEALS), "NN", "NOUN", left=[("det", word(self.pick(["a", "the", "the"])))])
        if self.chance(0.3):
            deal.left.append(self.modifier())
        if self.chance(0.6):
            node = Node(self.participle(self.pick(lex.BROKER)), "VBN", "VERB")
            agent = self.cased("by", self.actor(0))
            if self.chance(0.5):
                self.coordinate(agent, lambda: self.actor(0))
            node.right.append(("obl:agent", agent))
            if self.chance(0.3):
                node.right.append(self.when_or_where())
            deal.right.append(("acl", node))
        elif self.chance(0.6):
            party = self.cased("between", self.actor(0))
            self.coordinate(party, lambda: self.actor(0))
            deal.right.append(("nmod", party))
        if self.chance(0.5):
            verb = self.helped(self.pick(lex.INTRANSITIVE), deal, False)
        else:
            subject = self.actor(1)
            verb = self.helped(self.pick(lex.AGREE), subject, self.plural(subject))
            verb.right.append(("obj", deal))
        self.extend(verb, 0)
        return verb

    def happening(self) -> Node:
        """ "Clashes erupted between A and B near C", "An explosion in C killed 12 people"."""
        if self.chance(0.5):
            clashes = Node(
                self.pick(["clashes", "talks", "protests", "gunbattles", "skirmishes"]), "NNS", "NOUN"
            )
            verb = self.helped(self.pick(["erupt", "continue", "resume", "intensify", "rage"]), clashes, True)
            party = self.cased("between", self.actor(0))
            self.coordinate(party, lambda: self.actor(0))
            verb.right.append(("obl", party))
            self.extend(verb, 0)
            return verb
        blast = Node(self.pick(lex.HAPPENINGS), "NN", "NOUN", left=[("det", word(self.pick(["a", "the"])))])
        if self.chance(0.4):
            blast.left.append(self.modifier())
        blast.right.append(("nmod", self.cased(self.pick(["in", "on", "near", "at"]), self.place())))
        if self.chance(0.3):
            claim = Node("claimed", "VBN", "VERB", left=[("punct", comma())])
            claim.right += [("obl:agent", self.cased("by", self.group())), ("punct", comma())]
            blast.right.append(("acl", claim))
        verb = self.helped(self.pick(["kill", "wound", "injure", "destroy", "hit", "target"]), blast, False)
        verb.right.append(("obj", self.victims()))
        self.extend(verb, 1)
        return verb

    def supply(self) -> Node:
        """ "X supplied weapons to Y", "weapons were supplied to Y by X"."""
        goods = Node(self.pick(lex.GOODS), "NNS", "NOUN")
        receiver = self.actor(0)
        if self.chance(0.5):
            subject = self.actor(1)
            verb = self.helped(self.pick(lex.GIVE), subject, self.plural(subject))
            verb.right += [("obj", goods), ("obl", self.cased("to", receiver))]
        else:
            verb = Node(self.participle(self.pick(lex.GIVE)), "VBN", "VERB")
            verb.left = [("nsubj:pass", goods), ("aux:pass", Node("were", "VBD", "AUX"))]
            verb.right += [
                ("obl", self.cased("to", receiver)),
                ("obl:agent", self.cased("by", self.actor(0))),
            ]
        self.extend(verb, 0)
        return verb

    def control(self, depth: int) -> Node:
        """ "X accused Y of arming Z", "X urged Y to halt Z", "X vowed to retake Z", "X considers Y a group"."""
        subject = self.actor(depth)
        draw = self.rng.random()
        if draw < 0.35:
            verb = self.helped("accuse", subject, self.plural(subject))
            doing = Node(
                lex.forms(self.pick(lex.ACTS))[4], "VBG", "VERB", left=[("mark", Node("of", "IN", "SCONJ"))]
            )
            doing.right.append(("obj", self.target()))
            verb.right += [("obj", self.actor(0)), ("advcl", doing)]
            return verb
        if draw < 0.45:
            verb = self.helped("consider", subject, self.plural(subject))
            kind = Node(
                self.pick(["group", "organisation", "threat", "ally"]),
                "NN",
                "NOUN",
                left=[("det", word("a"))],
            )
            kind.left.append(self.modifier())
            verb.right += [("obj", self.actor(0)), ("xcomp", kind)]
            return verb
        base = Node(
            lex.forms(self.pick(lex.ACTS))[0], "VB", "VERB", left=[("mark", Node("to", "TO", "PART"))]
        )
        base.right.append(("obj", self.target()))
        if draw < 0.7:
            verb = self.helped(self.pick(["urge", "force", "allow", "order"]), subject, self.plural(subject))
            verb.right.append(("obj", self.actor(0)))
        else:
            verb = self.helped(
                self.pick(["vow", "pledge", "agree", "threaten", "refuse"]), subject, self.plural(subject)
            )
        verb.right.append(("xcomp", base))
        return verb

    def predicate(self) -> Node:
        """ "X is an ally of Y"."""
        subject = self.actor(1)
        node = self.role(0)
        node.left[:0] = [("nsubj", subject), ("cop", Node(self.pick(["is", "was"]), "VBZ", "AUX"))]
        node.left[1][1].tag = "VBZ" if node.left[1][1].form == "is" else "VBD"
        return node

    # -- sentences ----------------------------------------------------------------------------------------------------

    def sentence(self) -> Node:
        """A clause, reported or not, perhaps with a phrase before it; or a headline without full stop."""
        if self.chance(0.08):
            return self.headline()
        node = self.clause(2)
        draw = self.rng.random()
        if draw < 0.2:
            node = self.reported_behind(node)
        elif draw < 0.4:
            node = self.reported(node)
        elif draw < 0.5 and not any(dep == "punct" for dep, _ in node.left):
            dep, phrase = self.when_or_where()
            node.left[:0] = [(dep, phrase), ("punct", comma())]
        if not self.chance(0.07):
            node.right.append(("punct", Node(".", ".", "PUNCT")))
        return node

    def speaker(self) -> Node:
        if self.chance(0.6):
            return self.actor(1)
        return Node(
            self.pick(["police", "officials", "activists", "witnesses", "sources", "medics"]), "NNS", "NOUN"
        )

    def says(self, speaker: Node) -> Node:
        verb = self.pick(lex.SAY)
        plural = self.plural(speaker)
        past, now = lex.forms(verb)[2], lex.forms(verb)[0 if plural else 1]
        if self.chance(0.75):
            return Node(past, "VBD", "VERB", left=[("nsubj", speaker)])
        return Node(now, "VBP" if plural else "VBZ", "VERB", left=[("nsubj", speaker)])

    def reported(self, clause: Node) -> Node:
        """ "X said on Monday that ..."."""
        verb = self.says(self.speaker())
        if self.chance(0.3):
            verb.right.append(self.when_or_where())
        if self.chance(0.5):
            clause.left.insert(0, ("mark", Node("that", "IN", "SCONJ")))
        verb.right.append(("ccomp", clause))
        return verb

    def reported_behind(self, clause: Node) -> Node:
        """ "..., X said"."""
        verb = self.says(self.speaker())
        if self.chance(0.3):
            clause.left.insert(0, ("punct", Node('"', "``", "PUNCT")))
            clause.right += [("punct", comma()), ("punct", Node('"', "''", "PUNCT"))]
            verb.left[:0] = [("ccomp", clause)]
        else:
            verb.left[:0] = [("ccomp", clause), ("punct", comma())]
        if self.chance(0.3):
            verb.right.append(self.when_or_where())
        return verb

    def headline(self) -> Node:
        """ "Army seizes town from rebels", "Ten killed in Aleppo blast"."""
        where = self.name(lex.CITIES)
        if self.chance(0.4):
            who = Node(self.pick([n.capitalize() for n in lex.NUMBERS]), "CD", "NUM")
            if self.chance(0.6):
                who = Node(self.pick(lex.PEOPLE), "NNS", "NOUN", left=[("nummod", who)])
            verb = Node(self.participle(self.pick(lex.ACTS)), "VBN", "VERB", left=[("nsubj:pass", who)])
            blast = Node(self.pick(lex.HAPPENINGS), "NN", "NOUN", left=[("compound", where)])
            verb.right.append(("obl", self.cased("in", blast)))
            return verb
        bare = [
            Node(self.pick(lex.INSTITUTIONS), "NN", "NOUN"),
            Node(self.pick(lex.FIGHTERS), "NNS", "NOUN"),
            self.country(),
        ]
        subject = self.rng.choice(bare)
        forms = lex.forms(self.pick(lex.ACTS))
        plural = self.plural(subject)
        verb = Node(forms[0 if plural else 1], "VBP" if plural else "VBZ", "VERB", left=[("nsubj", subject)])
        noun = Node(self.pick(lex.TARGETS + lex.PLACES), "NN", "NOUN")
        verb.right.append(("obj", noun if self.chance(0.6) else where))
        if self.chance(0.5):
            case = self.pick(["from", "in", "near", "after"])
            other = (
                Node(self.pick(lex.HAPPENINGS), "NN", "NOUN") if case == "after" else self.name(lex.CITIES)
            )
            verb.right.append(("obl", self.cased(case, other)))
        return verb
