"""What the parser gets wrong where people come to harm: "kill two and injure six", "workers abducted in June attacked",
"bombed a house where rebels met, killing ten", "killed in a battle with rebels"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.english.closed import COUNTED
from kg.english.lemma import lemma
from kg.records import Token
from kg.text.repair.tree import SUBJECTS, Parsed, children, has, looks_past, preposition, under

# Bare forms that nothing but a verb has.
HARMING = frozenset("kill injure wound abduct kidnap capture maim displace behead execute".split())
# Who is "abducted in June" was taken by somebody, and does nothing.
TAKEN = frozenset("abduct kidnap capture seize detain arrest imprison jail kill behead injure wound".split())
KILLINGS = frozenset(("killing", "wounding", "injuring", "maiming"))
BLOWS = frozenset("bomb hit strike shell rocket attack target bombard blast storm raid pound".split())
FINITE = frozenset(("VBD", "VBP", "VBZ"))
# What an article in the singular rules out as a plural: "a bomber detonates".
DEEDS = frozenset(
    "detonates stabs shoots attacks storms kills strikes targets raids explodes hits rams".split()
)
COUNTING = frozenset("few couple dozen hundred thousand million number lot pair series".split())
PLAIN = frozenset(("VB", "VBP"))
KILLED = frozenset(
    "killing murder assassination death execution beheading kidnapping abduction arrest detention slaying".split()
)
CLASHES = frozenset(
    "battle clash fighting skirmish firefight gunfight gunbattle shootout encounter confrontation fight".split()
)
WITH = frozenset(("with", "between", "against"))
BEFORE_NUMBER = frozenset(
    ("at", "least", "more", "than", "about", "some", "around", "nearly", "up", "to", "over")
)


def harms_joined(tokens: Parsed) -> Iterator[Token]:
    """ "Militants kill two and injure six": the number behind a bare verb of harm is its object."""
    for second in tokens:
        conjunction = tokens[second.i - 1] if second.i else second
        if second.lower not in HARMING or conjunction.lower != "and" or has(tokens, second.i, *SUBJECTS):
            continue
        first = next((t for t in reversed(tokens[: second.i]) if t.pos == "VERB"), None)
        number = _number_behind(tokens, second.i)
        if first is None or number is None or first.tag not in PLAIN or first.lemma not in HARMING:
            continue
        between = tokens[first.i + 1 : second.i - 1]
        own = next((t for t in reversed(between) if t.tag == "CD" or t.pos == "NOUN"), None)
        if own is None or any(t.pos in ("PUNCT", "CCONJ", "VERB") for t in between):
            continue
        last = tokens[number.head] if number.dep == "nummod" and number.head > second.i else number
        if under(tokens, own.i, last.i) or not under(tokens, own.i, first.i):
            yield replace(own, head=first.i, dep="obj")
        yield replace(last, head=second.i, dep="obj")
        yield replace(conjunction, head=second.i)
        yield replace(second, tag="VBP", pos="VERB", lemma=second.lower, head=first.i, dep="conj")
        for t in children(tokens, second.i):
            if t.dep == "case" and t.i > second.i:
                yield replace(t, head=last.i)


def seizers_taken_for_nouns(tokens: Parsed) -> Iterator[Token]:
    """ "The Taliban seize control of Ghazni": "seize" is no noun, and "control" what they seize."""
    for verb in tokens:
        noun = tokens[verb.head]
        if verb.lower != "seize" or verb.dep != "compound" or noun.i != verb.i + 1 or verb.i == 0:
            continue
        own = [t for t in (*children(tokens, verb.i), *children(tokens, noun.i)) if t.i != verb.i]
        subject = next((t for t in own if t.dep in ("compound", "nmod", "nsubj") and t.i < verb.i), None)
        if subject is None or noun.dep not in ("root", "ccomp", "conj", "parataxis", "advcl"):
            continue
        head = verb.i if noun.head == noun.i else noun.head
        yield replace(verb, tag="VBP", pos="VERB", dep=noun.dep, head=head, lemma="seize")
        yield replace(noun, head=verb.i, dep="obj")
        yield replace(subject, head=verb.i, dep="nsubj")
        for t in own:
            if t.i < verb.i and t.dep in ("det", "amod"):
                yield replace(t, head=subject.i)
            elif t.i != subject.i and (t.i < verb.i or t.dep in ("punct", "conj", "obl")):
                yield replace(t, head=verb.i)


def deeds_taken_for_plurals(tokens: Parsed) -> Iterator[Token]:
    """ "A suicide bomber detonates a car", "a man stabs and kills": behind "a" stands no plural, but a verb."""
    for deed in tokens:
        if deed.tag != "NNS" or deed.lower not in DEEDS or deed.name is not None:
            continue
        own = children(tokens, deed.i)
        article = next((t for t in own if t.dep == "det" and t.lower in ("a", "an")), None)
        before = [t for t in own if t.i < deed.i and t.dep in ("compound", "amod", "nsubj")]
        if article is None or not before or before[-1].i != deed.i - 1 or deed.dep not in ("root", "nsubj"):
            continue
        if any(t.lower in COUNTING or t.tag == "CD" for t in tokens[article.i : deed.i]):
            continue
        doer, above = before[-1], tokens[deed.head]
        joined = deed.dep == "nsubj" and any(t.dep == "cc" for t in children(tokens, above.i))
        if deed.dep == "nsubj" and (not joined or above.tag != "VBZ"):
            continue
        is_root = deed.dep == "root" or above.dep == "root"
        dep, head = ("root", deed.i) if is_root else (above.dep, above.head)
        yield replace(deed, tag="VBZ", pos="VERB", dep=dep, head=head, lemma=lemma(deed.text, "VBZ", "VERB"))
        if joined:
            yield replace(above, dep="conj", head=deed.i)
        pos, tag = ("PROPN", "NNP") if doer.text[:1].isupper() else ("NOUN", "NN")
        yield replace(doer, head=deed.i, dep="nsubj", pos=pos, tag=tag)
        for t in own:
            if t.i < doer.i and t.dep in ("det", "compound", "amod", "nmod:poss"):
                yield replace(t, head=doer.i)
            elif t.dep == "nmod" and t.i > deed.i:
                yield replace(t, dep="obl")


def one_of_two_counted(tokens: Parsed) -> Iterator[Token]:
    """ "Killed one civilian and six militants": a civilian with a number before "and" qualifies no militants."""
    for one in tokens:
        if one.dep != "amod" or one.lower not in COUNTED or one.i == 0 or one.i + 2 >= len(tokens):
            continue
        number, conjunction, second = tokens[one.i - 1], tokens[one.i + 1], tokens[one.i + 2]
        noun = tokens[one.head]
        if number.tag != "CD" or conjunction.lower != "and" or second.tag != "CD" or noun.i <= second.i:
            continue
        yield replace(one, tag="NN", pos="NOUN", lemma=one.lower, head=noun.head, dep=noun.dep)
        yield replace(number, head=one.i, dep="nummod")
        yield replace(conjunction, head=noun.i, dep="cc")
        yield replace(second, head=noun.i, dep="nummod")
        yield replace(noun, head=one.i, dep="conj")
        for t in children(tokens, noun.i):
            if t.i < number.i and t.dep in ("case", "det", "punct"):
                yield replace(t, head=one.i)


def _number_behind(tokens: Parsed, i: int) -> Token | None:
    """The number right behind a word, past "at least", "more than"."""
    for t in tokens[i + 1 : i + 5]:
        if t.tag == "CD":
            return t
        if t.lower not in BEFORE_NUMBER:
            return None
    return None


def taken_for_takers(tokens: Parsed) -> Iterator[Token]:
    """ "Gunmen who hold two nurses kidnapped in May attacked a town": who were kidnapped are the nurses."""
    for taken in tokens:
        if (
            taken.tag not in ("VBD", "VBN")
            or taken.i == 0
            or not looks_past(taken)
            or _lemma(taken) not in TAKEN
        ):
            continue
        own = children(tokens, taken.i)
        subject = next((t for t in own if t.dep in ("nsubj", "nsubj:pass")), None)
        noun = tokens[taken.i - 1]
        helped = any(t.dep in ("aux", "aux:pass", "cop", "obj", "cc", "mark") for t in own)
        if subject is None or helped or not (noun.pos in ("NOUN", "PROPN") or noun.lower == "those"):
            continue
        clause = next((t for t in children(tokens, subject.i) if t.dep == "acl:relcl"), None)
        inside = clause is not None and subject.i < clause.i < noun.i and under(tokens, noun.i, clause.i)
        if not inside and not (noun.lower == "those" and under(tokens, noun.i, subject.i)):
            continue
        if (main := _main_behind(tokens, taken)) is None:
            continue
        root = taken.head in (taken.i, main.i)
        up = main.head if main.head != taken.i else taken.head
        is_root = root and (main.dep == "root" or taken.dep == "root")
        yield replace(main, head=main.i if is_root else up, dep="root" if is_root else taken.dep)
        yield replace(subject, head=main.i, dep="nsubj:pass" if has(tokens, main.i, "aux:pass") else "nsubj")
        yield replace(taken, head=noun.i, dep="acl", tag="VBN", lemma=_lemma(taken))
        for t in own:
            if t.i > main.i or t.dep == "punct":
                yield replace(t, head=main.i)


def _main_behind(tokens: Parsed, taken: Token) -> Token | None:
    """The finite verb behind a participle that the parser joined to it, or made it a clause of."""
    above = tokens[taken.head]
    if taken.dep == "ccomp" and above.i > taken.i and above.pos == "VERB":
        return above if not has(tokens, above.i, *SUBJECTS) else None
    for t in children(tokens, taken.i):
        finite = t.tag in FINITE or t.tag == "VBN" and has(tokens, t.i, "aux")
        joined = t.dep in ("conj", "parataxis", "ccomp", "advcl")
        if t.i > taken.i and joined and finite and not has(tokens, t.i, "cc", "mark", *SUBJECTS):
            return t
    return None


def taken_behind_comma(tokens: Parsed) -> Iterator[Token]:
    """ "Threatened to kill Somers, kidnapped in 2013": who was kidnapped stands before the comma."""
    for taken in tokens:
        if taken.tag != "VBN" or taken.dep != "advcl" or taken.i < 3 or taken.lemma not in TAKEN:
            continue
        noun, verb = tokens[taken.i - 2], tokens[taken.head]
        if tokens[taken.i - 1].text != "," or has(tokens, taken.i, "aux", "aux:pass", "mark", *SUBJECTS):
            continue
        if verb.i < noun.i and noun.pos in ("NOUN", "PROPN") and noun.dep in ("obj", "appos", "conj"):
            yield replace(taken, head=noun.i, dep="acl")


def victims_behind_deeds(tokens: Parsed) -> Iterator[Token]:
    """ "The killing of one teacher, Yusuf Osman": the name explains who was killed, not the killing."""
    for name in tokens:
        deed = tokens[name.head]
        if name.dep != "appos" or name.name is None or deed.lower not in KILLED or deed.i > name.i:
            continue
        if tokens[name.i - 1].text != ",":
            continue
        of = [t for t in children(tokens, deed.i) if t.dep == "nmod" and deed.i < t.i < name.i]
        if of and preposition(tokens, of[-1].i) == "of" and of[-1].pos == "NOUN":
            yield replace(name, head=of[-1].i)


def harm_of_hiding_places(tokens: Parsed) -> Iterator[Token]:
    """ "Bombed a house where rebels were hiding, killing ten": the bombing killed them."""
    for killing in tokens:
        if killing.lower not in KILLINGS or killing.dep != "advcl" or tokens[killing.i - 1].text != ",":
            continue
        clause = tokens[killing.head]
        while clause.dep in ("xcomp", "ccomp", "conj") and clause.head < clause.i:
            clause = tokens[clause.head]
        noun = tokens[clause.head]
        where = any(t.lower == "where" and tokens[t.i - 1].text != "," for t in children(tokens, clause.i))
        if clause.dep != "acl:relcl" or not where:
            continue
        verb = tokens[noun.head]
        if noun.dep in ("obj", "nsubj:pass") and verb.lemma in BLOWS and clause.lemma not in BLOWS:
            yield replace(killing, head=verb.i)


def foes_taken_for_objects(tokens: Parsed) -> Iterator[Token]:
    """ "Were killed in a battle with rebels": no passive has an object behind "with", and battles are with somebody."""
    for foe in tokens:
        verb = tokens[foe.head]
        if foe.dep not in ("obj", "obl") or preposition(tokens, foe.i) not in WITH:
            continue
        if not has(tokens, verb.i, "aux:pass") and verb.lemma != "die":
            continue
        mark = next(t for t in children(tokens, foe.i) if t.dep == "case")
        noun = tokens[mark.i - 1]
        if foe.dep == "obl" and (noun.lemma not in CLASHES or noun.head != verb.i):
            continue
        if noun.pos == "NOUN" and noun.dep in ("obl", "nmod"):
            yield replace(foe, head=noun.i, dep="nmod")
        else:
            yield replace(foe, dep="obl")


def tellers_taken_for_reports(tokens: Parsed) -> Iterator[Token]:
    """ "The Red Cross and a doctor report that jets bombed": two who report something, and no report of a doctor's."""
    root = next((t for t in tokens if t.head == t.i), None)
    if root is None or root.pos not in ("NOUN", "PROPN") or has(tokens, root.i, "case", "cop", *SUBJECTS):
        return
    for verb in children(tokens, root.i):
        mark = tokens[verb.i + 1] if verb.i + 1 < len(tokens) else verb
        if verb.dep not in ("conj", "nmod") or verb.lower not in ("report", "claim") or mark.lower != "that":
            continue
        of_many = (
            verb.dep == "nmod" and root.tag == "NNS"
        )  # "Doctors of the Gao Hospital report that ten died"
        if verb.dep == "nmod" and not of_many:
            continue
        own = children(tokens, verb.i)
        person = tokens[verb.i - 1]
        clause = next((t for t in own if t.dep in ("acl", "acl:relcl", "ccomp") and t.i > mark.i), None)
        if clause is None or person.head != verb.i or person.dep not in ("compound", "amod"):
            continue
        yield replace(verb, head=verb.i, dep="root", tag="VBP", pos="VERB", lemma=verb.lower)
        yield replace(root, head=verb.i, dep="nsubj")
        if of_many:
            yield replace(person, head=root.i, dep="nmod")
        else:
            noun = lemma(person.text, "NN", "NOUN")
            yield replace(person, head=root.i, dep="conj", tag="NN", pos="NOUN", lemma=noun)
        yield replace(clause, head=verb.i, dep="ccomp")
        yield replace(mark, head=clause.i, dep="mark")
        for t in own:
            if t.i < person.i:
                yield replace(t, head=person.i)
        for t in children(tokens, root.i):
            if t.i > clause.i:
                joined = t.dep == "conj" and t.pos == "VERB" and not has(tokens, t.i, *SUBJECTS)
                yield replace(t, head=clause.i if joined else verb.i)


def _lemma(token: Token) -> str:
    return token.lemma if token.pos == "VERB" else lemma(token.text, "VBN", "VERB")


def shot_dead(tokens: Parsed) -> Iterator[Token]:
    """ "Shot dead four people": those who are shot are the verb's object, not that of "dead"."""
    for dead in tokens:
        if dead.lower != "dead" or not dead.i:
            continue
        shot = tokens[dead.i - 1]
        if dead.dep == "amod" and dead.head > dead.i and shot.lemma == "shoot" and shot.pos == "VERB":
            yield replace(dead, dep="xcomp", head=shot.i)  # no "dead lawyers"
        if dead.dep != "xcomp" or tokens[dead.head].lemma != "shoot":
            continue
        for told in children(tokens, dead.i):
            if told.dep == "obj" and told.i > dead.i and not has(tokens, dead.head, "obj"):
                yield replace(told, head=dead.head)
