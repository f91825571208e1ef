"""What somebody's office says of him: that he leads a group, holds a position in it, or belongs to it."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.drafts import Draft
from kg.extract.grammar.frames import Frame
from kg.extract.grammar.tree import Tree
from kg.extract.relations.appointments import resigns
from kg.extract.relations.denoted import ONE_OF_MANY
from kg.extract.relations.office_owners import HOLDERS, LED, is_local, is_part_of_forces, part_of_forces
from kg.records import Argument, RelationStatus

TOP = (
    "supreme",
    "top",
    "overall",
    "former",
    "acting",
    "opposition",
    "general",
    "chief",
    "commander-in-chief",
)
# "Hamas member X" holds no office, but belongs to it.
BELONGING = (
    "member",
    "fighter",
    "militant",
    "rebel",
    "operative",
    "mercenary",
    "guerrilla",
    "soldier",
    "airman",
    "corporal",
    "sergeant",
)
BANDS = ("ArmedForces", "ArmedGroup")
# A country's rebel leaders and warlords hold none of its offices.
OUTLAWS = frozenset(
    """rebel militant jihadist jihadi militia guerrilla insurgent separatist secessionist warlord gang terrorist
    islamist extremist faction resistance dissident mercenary""".split()
)


def office(
    tree: Tree, frame: Frame, cue: tuple[int, int], person: Argument, holder: Argument, kind: str,
    position: str, status: RelationStatus | None, one_of_many: bool = False,
) -> Iterator[Draft]:  # fmt: skip
    """The draft of somebody's office: leads, holdsPosition, or memberOf where it only tells that he belongs there."""
    if kind == "occupations" and holder.entity.type in ("State", "Government", "Collective", "Facility"):
        return  # "a Syrian author" tells where she is from
    if status in (None, "current") and resigns(tree, frame.trigger):
        status = "former"
    held = holder.entity.type in HOLDERS or (holder.entity.type == "Place" and is_local(position))
    if not held or holder.entity.id == person.entity.id:
        return
    if position.split()[-1].lower() in BELONGING:
        if holder.entity.type in LED:
            yield Draft("member", frame, cue, "memberOf", subject=person, object=holder, status=status)
        return
    if holder.entity.type in ("State", "Government") and OUTLAWS & set(position.lower().split()):
        return  # "Chadian rebel leader", "Afghan warlord": no office of the state
    said = {tree.tokens[k].lower for k in tree.kids(frame.trigger, "det", "amod")}
    one_of_many = one_of_many or bool(ONE_OF_MANY & {*said, *position.lower().split()})
    is_deputy = any(word in position.lower().split() for word in ("deputy", "vice", "assistant"))
    special = (
        holder.entity.type == "Organisation"
        and len(position.split()) > 1
        and position.split()[0].lower() not in TOP
    )
    if kind == "leads" and holder.entity.type == "ArmedForces" and is_part_of_forces(holder.mention):
        # who leads a country's special forces has an office in its forces, but does not lead them
        kind, position = "offices", f"{position} of {part_of_forces(holder.mention)}"
    if kind == "leads" and holder.entity.type in LED and not is_deputy and not special:
        yield Draft(
            "office-leads",
            frame,
            cue,
            "memberOf" if one_of_many else "leads",  # "a commander of Hezbollah" is one of several
            subject=person,
            object=holder,
            status=status,
            position=position,
        )
    else:
        yield Draft(
            "office",
            frame,
            cue,
            "holdsPosition",
            subject=person,
            object=holder,
            position=position,
            status=status,
        )
