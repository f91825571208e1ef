"""Rules that mend what the parser is known to get wrong.

Each rule takes a sentence's tokens and yields the tokens it changes. Only what showed no harm on the treebank's test
sets and help on news stands here: docs/decisions/parser.md has the figures.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kg.records import Token
from kg.text.repair.absolutes import (
    clauses_behind_after,
    clauses_behind_with,
    conditions_taken_for_verbs,
    subjects_cut_in_two,
)
from kg.text.repair.charges import charges_behind_examples
from kg.text.repair.clauses import (
    explained_subjects,
    gapped_passives,
    infinitives_on_verbs,
    interrupted_subjects,
    second_subjects,
    subjects_taken_for_objects,
    subjects_taken_for_sentences,
    verbs_taken_for_modifiers,
)
from kg.text.repair.condemned import phrases_of_the_condemned
from kg.text.repair.dated import names_behind_dates, subjects_behind_dates
from kg.text.repair.hangings import (
    aims_behind_deeds,
    clauses_taken_for_subjects,
    deeds_taken_for_clauses,
    deeds_told_of_bystanders,
    particles_taken_for_prepositions,
    places_behind_times,
    relatives_taken_for_subjects,
    subjects_taken_for_phrases,
    verbs_joined_to_objects,
)
from kg.text.repair.harms import (
    deeds_taken_for_plurals,
    foes_taken_for_objects,
    harm_of_hiding_places,
    harms_joined,
    one_of_two_counted,
    seizers_taken_for_nouns,
    shot_dead,
    taken_behind_comma,
    taken_for_takers,
    tellers_taken_for_reports,
    victims_behind_deeds,
)
from kg.text.repair.headed import (
    counted_lists,
    headings_taken_for_subjects,
    places_behind_places,
    places_taken_for_subjects,
    qualifiers_taken_for_heads,
)
from kg.text.repair.infinitives import (
    infinitives_joined,
    infinitives_taken_for_nouns,
    infinitives_taken_for_phrases,
    pasts_joined_to_infinitives,
    prepositions_on_adjectives,
)
from kg.text.repair.inquits import (
    clauses_on_claims,
    clauses_on_statements,
    closing_reports,
    inserted_reports,
    joined_tellers,
    placed_reports,
    reports_behind_participles,
    sources_close_to,
    told_clauses,
)
from kg.text.repair.participles import (
    believed_to_belong,
    guises_taken_for_subjects,
    harms_taken_for_clauses,
    participles_before_nouns,
    participles_behind_agents,
    participles_behind_between,
    perfect_gerunds,
    results_taken_for_modifiers,
    states_behind_left,
)
from kg.text.repair.phrases import (
    adverbs_taken_for_nouns,
    agents,
    appositions,
    deeds_by,
    far_agents,
    hyphenated,
    lists,
    loose_lists,
    named_subjects,
    passives,
    times_taken_for_agents,
)
from kg.text.repair.presents import (
    clauses_on_objects,
    firing_taken_for_nouns,
    freeing_taken_for_adjectives,
    owners_of_verbs,
    shaken_taken_for_phrases,
    verbs_behind_and,
)
from kg.text.repair.roots import (
    openings_taken_for_sentences,
    participles_that_are_verbs,
    subjects_joined_to_places,
    verbs_taken_for_plurals,
)
from kg.text.repair.sides import (
    allies_taken_for_verbs,
    sides_of_between,
    sides_with_backers,
    singular_relatives,
)
from kg.text.repair.tree import Parsed, is_tree
from kg.text.repair.where import joined_prepositions, quarters_taken_for_nouns

Rule = Callable[[Parsed], Iterator[Token]]
Signs = tuple[frozenset[str], ...]


def _signs(text: str) -> Signs:
    return tuple(frozenset(group.split("|")) for group in text.split())


# Each rule with the words, tags and relations without which it finds nothing; of "a|b" one will do.
RULES: tuple[tuple[Rule, Signs], ...] = (
    (hyphenated, ()),
    (infinitives_taken_for_nouns, _signs("VB to")),
    (infinitives_taken_for_phrases, _signs("VB obl mark")),
    (prepositions_on_adjectives, _signs("case amod")),
    (particles_taken_for_prepositions, _signs("RP case")),
    (clauses_taken_for_subjects, _signs("VBG csubj|csubj:pass nsubj")),
    (
        deeds_taken_for_clauses,
        _signs("VBG csubj|csubj:pass|ccomp fighting|shelling|bombing|shooting|looting|rioting"),
    ),
    (
        places_behind_times,
        _signs("nmod in|near|at|around|outside|across|inside obl|nmod|obl:unmarked|nmod:unmarked"),
    ),
    (joined_prepositions, _signs("in|inside|at|near|around and|or around|near|outside")),
    (
        quarters_taken_for_nouns,
        _signs("north|south|east|west|northeast|northwest|southeast|southwest obl|nmod case"),
    ),
    (aims_behind_deeds, _signs("obl on|against nmod|obl")),
    (subjects_taken_for_phrases, _signs("after|before|until ccomp aux:pass obl")),
    (relatives_taken_for_subjects, _signs("which|whom nsubj|nsubj:pass")),
    (harms_taken_for_clauses, _signs("VBG advcl by|in aux:pass")),
    (
        places_taken_for_subjects,
        _signs("nsubj|nsubj:pass capital|city|town|village|port|province|district|region"),
    ),
    (places_behind_places, _signs("near case obl ,")),
    (headings_taken_for_subjects, _signs(": nsubj|nsubj:pass")),
    (names_behind_dates, _signs("obl conj|appos ,")),
    (subjects_behind_dates, _signs("CD|may|march on|in|between|since|from|by|until case obl")),
    (deeds_told_of_bystanders, _signs("acl:relcl which ,")),
    (harms_joined, _signs("CD kill|injure|wound|abduct|kidnap|capture|maim|displace|behead|execute and")),
    (deeds_taken_for_plurals, _signs("NNS a|an")),
    (one_of_two_counted, _signs("civilian|militant|extremist|national amod CD and")),
    (seizers_taken_for_nouns, _signs("seize compound")),
    (taken_for_takers, _signs("acl:relcl|those nsubj|nsubj:pass VBD|VBN")),
    (foes_taken_for_objects, _signs("obj|obl aux:pass|died|die|dies case with|between|against")),
    (tellers_taken_for_reports, _signs("conj|nmod report|claim that")),
    (verbs_joined_to_objects, _signs("VBD|VBN|VBZ|VBP conj obj cc")),
    (infinitives_joined, _signs("VB|VBP conj to and|or")),
    (pasts_joined_to_infinitives, _signs("VB VBD conj to")),
    (adverbs_taken_for_nouns, _signs("nsubj|nsubj:pass")),
    (verbs_taken_for_plurals, _signs("NNS obj")),
    (verbs_taken_for_modifiers, _signs("amod VBD|VBN nsubj|nsubj:pass")),
    (inserted_reports, _signs("VBD|VBZ|VBP nsubj|nsubj:pass ,")),
    (told_clauses, _signs("that iobj|obj acl:relcl|acl|ccomp")),
    (clauses_on_statements, _signs("that obl acl:relcl|acl mark")),
    (
        clauses_on_claims,
        _signs("that advcl|ccomp claims|claim|allegations|allegation|accusations|reports|report|charges"),
    ),
    (sources_close_to, _signs("close to nsubj")),
    (closing_reports, _signs("VBD|VBZ|VBP nsubj ccomp appos ,")),
    (joined_tellers, _signs("VBD|VBZ|VBP ccomp , cc")),
    (placed_reports, _signs("VBD|VBZ|VBP where ccomp ,")),
    (reports_behind_participles, _signs("VBD|VBZ|VBP acl nsubj ,")),
    (interrupted_subjects, _signs("VBD|VBN nsubj|nsubj:pass by")),
    (explained_subjects, _signs("VBD|VBN nsubj|nsubj:pass ,")),
    (second_subjects, _signs("nsubj|nsubj:pass ,")),
    (perfect_gerunds, _signs("having VBN aux")),
    (believed_to_belong, _signs("be to cop VBN|VBD")),
    (guises_taken_for_subjects, _signs("as mark nsubj|nsubj:pass")),
    (subjects_taken_for_sentences, ()),
    (participles_that_are_verbs, _signs("acl VBD|VBN")),
    (openings_taken_for_sentences, _signs("nsubj|nsubj:pass ,")),
    (subjects_taken_for_objects, _signs("ccomp obj")),
    (taken_behind_comma, _signs("VBN advcl ,")),
    (harm_of_hiding_places, _signs("where killing|wounding|injuring|maiming acl:relcl advcl ,")),
    (gapped_passives, _signs("VBD|VBN aux:pass conj cc acl|amod")),
    (infinitives_on_verbs, _signs("VB acl to")),
    (charges_behind_examples, _signs("of VBG ,")),
    (lists, _signs("conj cc ,")),
    (loose_lists, _signs("appos conj cc ,")),
    (appositions, _signs(",")),
    (counted_lists, _signs("nsubj|nsubj:pass cc , and")),
    (named_subjects, _signs("nsubj|nsubj:pass|csubj|csubj:pass|nsubj:outer|expl")),
    (passives, _signs("VBD|VBN aux|aux:pass")),
    (agents, _signs("VBD|VBN obl by")),
    (deeds_by, _signs("obl|obl:agent obj by")),
    (far_agents, _signs("VBD|VBN nmod by")),
    (times_taken_for_agents, _signs("obl:agent")),
    (participles_behind_agents, _signs("VBG advcl by aux:pass")),
    (participles_behind_between, _signs("between VBN acl conj")),
    (states_behind_left, _signs("left VBN conj aux:pass")),
    (sides_with_backers, _signs("VBN acl conj by")),
    (results_taken_for_modifiers, _signs("VBG acl killing|wounding|injuring")),
    (sides_of_between, _signs("between cc case")),
    (allies_taken_for_verbs, _signs("ally|rival|foe|enemy|backer|patron|sponsor|proxy|affiliate")),
    (singular_relatives, _signs("acl:relcl conj VBZ which|who")),
    (clauses_behind_after, _signs("after|before|since|until VBD|VBN case obl")),
    (
        victims_behind_deeds,
        _signs("appos of nmod killing|murder|assassination|death|execution|kidnapping|abduction|arrest ,"),
    ),
    (shot_dead, _signs("dead xcomp|amod obj shot|shoot|shoots|shooting")),
    (conditions_taken_for_verbs, _signs("provided|providing that")),
    (subjects_cut_in_two, _signs("cc nsubj|nsubj:pass ,")),
    (clauses_behind_with, _signs("with VBG ,")),
    (participles_before_nouns, _signs("VBN conj cc NNS VBG|VB|VBZ|VBP obj")),
    (subjects_joined_to_places, _signs("ccomp|xcomp|conj conj cc VBD|VBZ|VBP obl|obj|nmod")),
    (qualifiers_taken_for_heads, _signs("appos NNS amod|compound conj cc ,")),
    (shaken_taken_for_phrases, _signs("rock|shake|hit|strike|target|rip|jolt|kill case NNS")),
    (
        firing_taken_for_nouns,
        _signs("fire compound tear|rubber|live|warning|plastic|water|pepper|shots|rockets|missiles|rounds"),
    ),
    (freeing_taken_for_adjectives, _signs("free nsubj")),
    (
        verbs_behind_and,
        _signs(
            "arrest|capture|wound|rescue|release|free|detain|seize|burn|torch|loot|murder|shell|bomb NN conj and obj"
        ),
    ),
    (owners_of_verbs, _signs("nmod:poss VBZ|VBP|VBD nsubj|nsubj:pass")),
    (clauses_on_objects, _signs("VBG acl obj after|before|while|since")),
    (phrases_of_the_condemned, _signs("obj|obl in|at|near|on|of")),
)


def _bits() -> tuple[dict[str, int], tuple[int, ...]]:
    """For each sign the groups that it fills, as bits, and for each rule the bits that must be there.

    Most rules find nothing in a sentence; so few operations tell which may.
    """
    bits: dict[str, int] = {}
    needs = []
    group = 1
    for _, signs in RULES:
        need = 0
        for words in signs:
            for word in words:
                bits[word] = bits.get(word, 0) | group
            need |= group
            group <<= 1
        needs.append(need)
    return bits, tuple(needs)


BITS, NEEDS = _bits()
SIGNS = frozenset(BITS)
ALL_BITS = sum(set(NEEDS))  # of rules without signs the need is 0; no two others share a bit
NEEDED = tuple((rule, need) for (rule, _), need in zip(RULES, NEEDS, strict=True))


def repaired(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens with labels and heads mended; still one tree."""
    parsed = Parsed(tokens)
    missing = _missing(parsed)
    for rule, need in NEEDED:
        if need & missing:
            continue
        changes = list(rule(parsed))
        if changes:
            mended = Parsed(parsed)
            for token in changes:
                mended[token.i] = token
            if is_tree(mended):
                parsed, missing = mended, _missing(mended)
    return tuple(parsed)


def _missing(tokens: Parsed) -> int:
    """The bits that none of a sentence's words, tags and relations has."""
    words = {token.lower for token in tokens}
    words.update([token.tag for token in tokens])
    words.update([token.dep for token in tokens])
    present = 0
    for sign in SIGNS & words:
        present |= BITS[sign]
    return ALL_BITS & ~present
