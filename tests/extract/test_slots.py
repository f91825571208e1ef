"""Who, whom, where, when and by whom told: every slot of the happenings of a text, and nothing in those left open.

Each line is a claim, in an article of Thursday, 5 March 2020: "Shelling rebels @ Gao on 2020-03-02 by Oxfam".
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest

from kg.evaluation.summary import summary
from kg.records import Claim, Relation

Read = Callable[[str], Iterable[Claim]]

# What is counted from the day told last.
COUNTED = [
    (
        "The army shelled Gao on Monday. The following day, rebels attacked Menaka. Later that day, the army withdrew"
        " from Kidal. That evening, a bomb killed three soldiers in Mopti.",
        "Shelling Malian Armed Forces @ Gao on 2020-03-02; Attack Malian rebels @ Menaka on 2020-03-03;"
        " Withdrawal Malian Armed Forces @ Kidal on 2020-03-03; Bombing -> Malian Armed Forces @ Mopti on 2020-03-03;"
        " killed exact 3 Malian Armed Forces @ Mopti on 2020-03-03",
    ),
    (
        "Jihadists captured Gao in June 2012. The following month, they seized Menaka.",
        "Capture jihadists in Mali @ Gao on 2012-06; Capture jihadists in Mali @ Menaka on 2012-07",
    ),
    (
        "In 2012, jihadists captured Gao. In the same year, they seized Menaka.",
        "Capture jihadists in Mali @ Gao on 2012; Capture jihadists in Mali @ Menaka on 2012",
    ),
    (
        "A UN team visited Gao on Monday. The previous day, rebels had attacked the town.",
        "Attack Malian rebels @ Gao on 2020-03-01",
    ),
    # not from what is said in passing, nor roughly, nor past another date
    (
        "The rebels, who took Gao on 3 May 2015, attacked Menaka. Two days later, they left.",
        "Capture Malian rebels @ Gao on 2015-05-03; Attack Malian rebels @ Menaka; Withdrawal Malian rebels",
    ),
    (
        "Rebels attacked Gao on Monday. About a week earlier, they had attacked Menaka.",
        "Attack Malian rebels @ Gao on 2020-03-02; Attack Malian rebels @ Menaka",
    ),
    (
        "Rebels attacked Gao on 3 May 2015. Years later, they attacked Menaka. The next day, they left Kidal.",
        "Attack Malian rebels @ Gao on 2015-05-03; Attack Malian rebels @ Menaka; Withdrawal Malian rebels @ Kidal",
    ),
]

# A day at the head is of all that "and" or "while" joins, and of the participles behind.
HEADED = [
    (
        "On 3 May 2015, rebels shelled Gao and the army bombed Menaka.",
        "Shelling Malian rebels @ Gao on 2015-05-03; Airstrike Malian Armed Forces @ Menaka on 2015-05-03",
    ),
    (
        "On Tuesday, rebels shelled Gao, killing three people, while the army bombed Menaka.",
        "Shelling Malian rebels @ Gao on 2020-03-03; Airstrike Malian Armed Forces @ Menaka on 2020-03-03;"
        " killed exact 3 < Malian rebels @ Gao on 2020-03-03",
    ),
    (
        "Late on 21 February 2016, rebels launched a raid, in an attempt to retake the city, entering Gao.",
        "Attack Malian rebels on 2016-02-21; Capture Malian rebels planned; Advance Malian rebels @ Gao on 2016-02-21",
    ),
    (
        "On Monday, a meeting of several ministers in Cairo denounced the deal.",
        "Talks ministers @ Cairo on 2020-03-02",
    ),
    # not of what came later, or has a date of its own
    (
        "On 3 May 2015, rebels shelled Gao, and the army then bombed Menaka.",
        "Shelling Malian rebels @ Gao on 2015-05-03; Airstrike Malian Armed Forces @ Menaka",
    ),
    (
        "Rebels shelled Gao on Monday and the army bombed Menaka.",
        "Shelling Malian rebels @ Gao on 2020-03-02; Airstrike Malian Armed Forces @ Menaka",
    ),
    (
        "In 1990, Iraq seized Kuwait but was driven out in the war of 1991.",
        "Capture Iraq @ Kuwait on 1990; Withdrawal Iraq",
    ),
    (
        "It was agreed at a NATO summit in Warsaw last year.",
        "Talks NATO @ Warsaw on 2019",
    ),
    (
        "It was the worst attack since bombings in April 2004. On January 27, rebels attacked Gao.",
        "Attack Malian rebels @ Gao on 2020-01-27",
    ),
]

# What the deeds of a sentence come to.
RESULTS = [
    (
        "Shelling by rebels on Tal Rifaat resulted in the deaths of 10 civilians.",
        "Shelling Syrian rebels @ Tal Rifaat;"
        " killed exact 10 civilians in Syria < Syrian rebels @ Tal Rifaat",
    ),
    (
        "Activists reported that shelling carried out by rebels on Tal Rifaat killed ten civilians.",
        "Shelling Syrian rebels -> civilians in Syria @ Tal Rifaat by activists in Syria;"
        " killed exact 10 civilians in Syria < Syrian rebels @ Tal Rifaat by activists in Syria",
    ),
    (
        "Troops exchanged gunfire with rebels near Gao, resulting in the deaths of 15 rebels and one soldier.",
        "ArmedClash Malian rebels @ Gao; killed exact 15 Malian rebels @ Gao; killed exact 1 soldiers @ Gao",
    ),
    (
        "Iraq fought a campaign against Islamic State in Anbar.",
        "Offensive Iraq -> Islamic State @ Anbar province",
    ),
    ("Residents fought the blockade of Gao.", "Siege @ Gao"),
    ("Iraq was driven out of Kuwait.", "Withdrawal Iraq @ Kuwait"),
]

# Who speaks.
SPEAKERS = [
    (
        "Jake Sullivan met Boris Johnson in London. Rebels took Gao, Sullivan said. Rebels left Kidal, Johnson added.",
        "Talks Jake Sullivan, Boris Johnson @ London; Capture Malian rebels @ Gao by Jake Sullivan;"
        " Withdrawal Malian rebels @ Kidal by Boris Johnson",
    ),
    (
        "Pat White spoke. Rebels took Gao, the White House said. White said rebels left Kidal.",
        "Capture Malian rebels @ Gao by United States; Withdrawal Malian rebels @ Kidal by Pat White",
    ),
    (
        "Ahmad Massoud and Ahmad Shah Massoud fought in Panjshir. The army left Kabul, Massoud said.",
        "Withdrawal Afghan Armed Forces @ Kabul",
    ),
    (
        "The strikes hit three positions in Mosul; damaged 13 roads; and killed six fighters, the spokesman added.",
        "Attack @ Mosul by spokesman; killed exact 6 fighters in Iraq @ Mosul by spokesman",
    ),
    (
        "Rebels shelled Gao; soldiers killed six fighters, the spokesman added.",
        "Shelling Malian rebels @ Gao; killed exact 6 fighters in Mali by spokesman",
    ),
    (
        'The attack near Gao was described by the army as "a raid by rebels that killed three soldiers".',
        "Attack @ Gao; Attack Malian rebels by Malian Armed Forces;"
        " killed exact 3 soldiers < Malian rebels by Malian Armed Forces",
    ),
    ("Lindsey Graham spoke. \"If I'm an ISIS fighter, I've got a second lease on life,\" Graham said.", ""),
]

# Who carries out the raids in which he kills.
KILLERS = [
    (
        "Turkish jets killed a rebel commander in air strikes near Kadugli.",
        "Airstrike Turkish Armed Forces @ Kadugli;"
        " killed exact 1 rebel commanders in Sudan < Turkish Armed Forces @ Kadugli",
    ),
    (
        "Ten soldiers were killed by rebels in an ambush near Gao.",
        "Attack Malian rebels @ Gao; killed exact 10 soldiers < Malian rebels @ Gao",
    ),
    (
        "Mali lost ten soldiers in an ambush by rebels near Gao.",
        "Attack Malian rebels @ Gao; killed exact 10 soldiers < Malian rebels @ Gao",
    ),
    (
        "Two commanders, Ali Mussa and Omar Diallo, were killed during the siege of Timbuktu.",
        "Killing -> Ali Mussa, Omar Diallo @ Timbuktu; Siege @ Timbuktu;"
        " killed exact 2 commanders in Mali @ Timbuktu period",
    ),
]

# Where, and of each of several towns.
PLACES = [
    (
        "Air strikes on Saada and Hodeidah killed 12 people.",
        "Airstrike @ Saada; Airstrike @ Hodeidah; killed exact 12",
    ),
    (
        "Turkish forces shelled the villages of Khaldiyah and Tal Mura in northern Raqqa.",
        "Shelling Turkish Armed Forces @ Khaldiyah; Shelling Turkish Armed Forces @ Tal Mura",
    ),
    ("An attack on the towns of Gao and Kidal killed two.", "Attack @ Gao; killed exact 2 @ Gao"),
    (
        "The army attacked Kidal, destroying weapons, vehicles, VBIEDs and tunnels.",
        "Attack Malian Armed Forces @ Kidal",
    ),
    (
        "Two car bombs exploded in Sharifa, a village near Kirkuk, killing six soldiers.",
        "Bombing @ Sharifa; killed exact 6 soldiers @ Sharifa",
    ),
    (
        "Envoys visited Gao, where civilians were facing attacks by Boko Haram.",
        "Attack Boko Haram -> civilians @ Gao",
    ),
]

# Whom, from whom, and who does nothing of the kind.
SIDES = [
    (
        "The army captured several villages in northern Hama overlooking Maan from Ahrar al-Sham on 3 May 2015.",
        "Capture Syrian Armed Forces -> Ahrar al-Sham @ Hama province on 2015-05-03",
    ),
    ("Near Palmyra, one strike destroyed an ISIL-held tank.", "Attack -> Islamic State @ Palmyra"),
    (
        "The UNIFIL base attack in Tyre on Monday killed two.",
        "Attack @ Tyre on 2020-03-02; killed exact 2 @ Tyre on 2020-03-02",
    ),
    (
        "A suicide bomber detonated his explosives amid a crowd of pilgrims, killing 53.",
        "Bombing suicide bombers; killed exact 53 < suicide bombers",
    ),
    (
        "In 2019 the ruling coalition merged into the Prosperity Party; however, the TPLF declined to join.",
        "Rejection Tigray People's Liberation Front",
    ),
]

# Dates of clauses and of years that follow one another; who did what, by one word or by its tellers.
MORE = [
    (
        "The government and the rebels signed a truce, and in 2018, the signatories formed a new cabinet.",
        "Ceasefire rebels",
    ),
    (
        "In 2017 and 2018, the Houthis conducted missile attacks against targets in Saudi Arabia.",
        "Shelling Houthi movement @ Saudi Arabia on ..",
    ),
    (
        "Between 1990 and 2017, there have been 900 incidents in Kashmir, and more than 4,000 people were killed.",
        "killed more_than 4000 period on ..",
    ),
    (
        "Barkhane was an operation conducted by French forces in early November 2015 against the rebels.",
        "Offensive French Armed Forces -> rebels on 2015-11",
    ),
    (
        "Niger suffered its first ISIS-claimed attack in 2018.",
        "Attack Islamic State -> Niger @ Niger on 2018 by Islamic State",
    ),
    ("Yemen al-Qaeda attack leaves twelve dead", "Attack Al-Qaeda; killed exact 12 < Al-Qaeda"),
    (
        "Duels continued, with the UN reporting that rebels had captured Gao.",
        "Capture Malian rebels @ Gao by United Nations",
    ),
]


def line(claim: Claim) -> str:
    """A claim with its date and who says so."""
    date = claim.when or ".." * bool(claim.since or claim.until)
    speaker = claim.attribution
    return (
        summary(claim)
        + (f" on {date}" if date else "")
        + (f" by {speaker.entity.label}" if speaker is not None else "")
    )


@pytest.mark.parametrize(
    ("text", "wanted"), [*COUNTED, *HEADED, *RESULTS, *SPEAKERS, *KILLERS, *PLACES, *SIDES, *MORE]
)
def test_slots(text: str, wanted: str, read: Read) -> None:
    assert "; ".join(line(c) for c in read(text) if not isinstance(c, Relation)) == wanted
