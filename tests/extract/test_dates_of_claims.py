"""Dates of claims: which date of a sentence, in an article of Thursday, 5 March 2020, is whose.

"Attack 2020-03-03; Accusation -" names a date for a claim of each kind, "-" that none has any, ".." an interval.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest

from kg.records import Claim

Read = Callable[[str], Iterable[Claim]]

TABLE = [
    (
        "Appeal 2020-03-02",
        "The envoy Geir Pedersen appealed on Monday for the truce agreed in 2018 to be kept.",
    ),
    (
        "Appeal 2020-03-02; Attack 2020-02-28",
        "Turkey on Monday urged NATO to respond to last Friday's attack on its troops.",
    ),
    (
        "Accusation 2020-03-03; Airstrike 2020-02-27",
        "Turkey on Tuesday accused Russia of the air strike that killed its soldiers on February 27.",
    ),
    ("Appeal -", "Mali urged Chad to wait, in line with its duties under the December 25, 2011 agreement."),
    ("Attack 1980..1999", "Rebels attacked villages near Gao in the 1980s and 1990s."),
    (
        "linkedTo -; controls 2019-08..",
        "The town of Gao has been held by insurgents linked to the Islamic State since August 2019.",
    ),
    ("Accusation -; Attack 2020-02-03", "Egypt condemned the attack in Mogadishu on 3 February."),
    (
        "Accusation 2020-03-03",
        "On Tuesday Chad denounced the attack on Gao of 20 February.",
    ),
    ("Accusation 2020-03-02", "Egypt condemned the attack on Monday."),
    ("Killing 2008", "Abu Omar was killed in a 2008 raid."),
    ("Attack 2020-02-28", "Gunmen attacked a base in Gao late Friday."),
    ("Attack 2020-03-03", "Gunmen attacked a base in Gao on Tuesday night."),
    ("Attack 2020-02-29..2020-03-01", "Gunmen attacked a base in Gao over the weekend."),
    ("Attack 2020-03", "Gunmen attacked a base in Gao earlier this month."),
    ("Attack 2020-03-03", "Gunmen attacked a base in Gao two days ago."),
    ("Attack 2012", "Gunmen attacked a base in Gao in early 2012."),
    ("Offensive 2019", "The 2019 offensive by Haftar on Tripoli failed."),
    ("Attack 2019-03..2019-05", "Gunmen attacked the base in Gao between March and May."),
    ("besieges 2012..2016", "Rebels besieged Gao from 2012 to 2016."),
    ("Attack 2020-02-27..", "Gunmen attacked three bases in Gao in the past week."),
    ("Attack 2020-03-05", "Gunmen attacked a base in Gao overnight."),
    ("Capture 2019", "Rebels captured Gao last year."),
    ("Capture 2020-03-02..2020-03-08", "Rebels captured Gao this week."),
    ("Capture 2019-07-24", "Rebels captured Gao on July 24."),
    ("Attack 2019-07-17..2019-07-22", "Rebels attacked Gao on 17-22 July."),
    ("Capture 2020-03-05", "Rebels captured Gao on Thursday."),
    ("Capture 2020-03-04", "Rebels captured Gao on Wednesday."),
    ("Capture 2019-03-24", "Rebels captured Gao on March 24."),
    ("Capture 2020-02-24", "Rebels captured Gao on February 24."),
    ("Capture 2020-03-06", "Rebels will capture Gao on Friday, they said."),
    ("Talks 2020-03-09", "Russia and Turkey will hold talks on Monday."),
    ("Talks 2020-03-10", "Russia and Turkey are to meet on March 10."),
    ("Talks 2020-03-10", "Talks between Russia and Turkey are scheduled for March 10."),
    ("Withdrawal 2020-03-11", "The army will withdraw from Gao by Wednesday."),
    ("Withdrawal 2020-03-04", "The army had withdrawn from Gao by Wednesday."),
    ("Killing 2008-10-26", "Abu Ghadiya was killed in a raid by the army on October 26, 2008."),
    ("Offensive 2005-11", "The offensive was conducted by American troops in early November 2005 in Anbar."),
    (
        "Advance 2016-11-06",
        "The Syrian Democratic Forces said that they began their advance on Raqqa on Nov. 6, 2016.",
    ),
    ("Attack 2020-03-03", "The president said on Wednesday that rebels had attacked Gao on Tuesday."),
    ("Attack -", "The president said on Wednesday that rebels had attacked Gao."),
    ("Attack 2020-03-03", "The attack on Gao on Tuesday was condemned by France on Wednesday."),
    ("Accusation 2020-03-04", "The attack on Gao on Tuesday was condemned by France on Wednesday."),
    ("Accusation 2020-03-04; Attack 2020-03-03", "France on Wednesday condemned Tuesday's attack on Gao."),
    ("Attack 2020-03-03", "Gunmen who attacked Gao on Tuesday killed two soldiers."),
    ("Capture 2014; Attack 2020-03-03", "Rebels who captured Gao in 2014 attacked Kidal on Tuesday."),
    ("Capture 2014; Withdrawal 2016", "Rebels captured Gao in 2014 and withdrew from the town in 2016."),
    ("Capture 2014; Withdrawal 2016", "Rebels, who captured Gao in 2014, withdrew from the town in 2016."),
    ("Attack 2020-03-03; Capture 2014", "On Tuesday, rebels attacked Gao, a town they captured in 2014."),
    ("Attack 2020-03-03", "Two days after the attack on Gao on Tuesday, troops arrived."),
    ("Withdrawal 2020-03-04", "Rebels withdrew from Gao on Wednesday, a day after troops attacked the town."),
    ("Arrest 2020-03-04", "Police arrested Omar Diallo, who was born in 1980, on Wednesday."),
    ("backs 2012..", "Iran has backed the Houthis since 2012."),
    ("backs 2012..2016", "Qatar backed the rebels of Ahrar al-Sham from 2012 to 2016."),
    ("controls 2014-09..", "The Houthis have controlled Sanaa since September 2014."),
    ("holdsPosition 2018..", "Abiy Ahmed took office in 2018 as prime minister of Ethiopia."),
    ("holdsPosition 2018..", "Abiy Ahmed has been prime minister of Ethiopia since 2018."),
    (
        "holdsPosition 2010..2016",
        "David Cameron, prime minister of the United Kingdom from 2010 to 2016, met Obama.",
    ),
    ("Capture 2020-02", "Rebels captured Gao last month."),
    ("Capture 2020-02-24..2020-03-01", "Rebels captured Gao last week."),
    ("Capture 2019-12", "Rebels captured Gao in December."),
    ("Capture 2020-03-01", "Rebels captured Gao on Sunday."),
    ("Shelling 2020-03-05", "The army shelled Gao on Thursday morning, residents said on Thursday."),
    ("Shelling 2020-03-04", "The army shelled Gao on Wednesday, the third day of fighting."),
    ("Deployment 2013", "In 2013 France sent troops to Mali."),
    ("Deployment 2013", "France, which sent troops to Mali in 2013, welcomed the truce on Monday."),
    ("Endorsement 2020-03-02", "France, which sent troops to Mali in 2013, welcomed the truce on Monday."),
    ("Ceasefire 2020-03-02", "A ceasefire between Armenia and Azerbaijan took effect on Monday."),
    ("Ceasefire 2020-03-06", "A ceasefire between Armenia and Azerbaijan will take effect on Friday."),
    ("Agreement 1994", "Armenia and Azerbaijan signed an agreement in 1994."),
    (
        "Accusation 2020-03-04; Ceasefire 1994",
        "Armenia on Wednesday accused Azerbaijan of violating the 1994 ceasefire.",
    ),
    ("Withdrawal -", "Armenia said on Wednesday that it would withdraw its troops from Kelbajar."),
    (
        "Withdrawal 2020-03-15",
        "Armenia said on Wednesday that it would withdraw its troops from Kelbajar by March 15.",
    ),
    (
        "Protest 2020-03-01",
        "Thousands protested in Khartoum on Sunday against the army, which seized power in October 2019.",
    ),
    ("opposes -", "Following the 11 September 2001 attacks, the United States toppled the Taliban."),
    ("Shelling -", "The army shelled Mekelle in response to Friday's ambush."),
    ("Rejection -", "Sudan rejected the 2011 demarcation of its border with South Sudan."),
    ("Accusation -", "Kenya condemned Tuesday's attack on Mogadishu."),
    ("Bombing 2020-03-03", "Ten soldiers were killed in Tuesday's bombing in Kabul."),
    ("Capture -", "France occupied parts of Mali during the war and withdrew in 2018."),
    ("Capture -; Withdrawal 2019", "Rwanda occupied Goma and withdrew in 2019."),
    ("Deployment -; Capture 2019", "Turkey sent troops to Libya and captured Tarhuna in 2019."),
    ("Capture 2012; Withdrawal -", "Rebels captured Gao in 2012 and later withdrew from Kidal."),
    ("Attack 1999; Capture 1999", "Uganda attacked and captured Kisangani in 1999."),
    ("Attack 2020-03-02; Capture 2020-03-02", "Gunmen attacked a base and captured two villages on Monday."),
    ("Offensive 1998; Withdrawal 2003", "Uganda invaded Congo in 1998 and withdrew in 2003."),
    ("Ceasefire 2018", "In 2018, Sudan and the SPLM signed a deal, agreeing to a ceasefire."),
    ("Offensive 2013; opposes 2013", "In 2013, France invaded Mali, toppling the rebels."),
    ("Killing 2020-01-03", "Qassem Soleimani was killed by the United States on January 3."),
    ("Talks 2020-03-04", "The talks on Wednesday between Kenya and Somalia followed the attack of 2019."),
    ("Ceasefire 2015; partyTo 2015", "In 2015, Norway brokered a ceasefire between Mali and the MNLA."),
    ("Agreement 2005", "The war ended in 2005 with a peace agreement between Khartoum and the SPLM."),
    ("Attack -", "Uganda brokered a truce in 2015 and rebels attacked Gao."),
    (
        "Airstrike 2014-03-03",
        "The raid took place on 3 March 2014, when Kenyan aircraft bombed a camp in Kismayo.",
    ),
    ("Capture -", "Rebels took up arms in 2012. When they captured Gao, France intervened."),
    (
        "Shelling 2019-05-04",
        "Rebels began their assault on 4 May 2019 by firing rockets at the airport in Gao.",
    ),
    ("Capture 2019-05-04", "On 4 May 2019 rebels captured Gao."),
    ("Shelling 2010..2012", "Between 2010 and 2012 Sudanese troops shelled Kauda."),
    ("Capture 2012", "In 2012 Malian rebels captured Gao."),
    ("Airstrike 2020-03-01", "In the early hours of Sunday, Israeli jets bombed Khan Younis."),
    ("Advance 2020-03-03", "At dawn on Tuesday, the Ethiopian army entered Mekelle."),
    (
        "Capture 2020-03-04",
        "Yesterday the Peshmerga, the army of the Kurdish region, captured the town of Sinjar.",
    ),
    (
        "Attack 2019-10..",
        "The attacks that Boko Haram has launched on villages since October have killed many.",
    ),
    ("besieges 2014..", "Kobani, a town besieged by Islamic State since 2014, is in ruins."),
    ("Airstrike 2020-02-29..2020-03-01", "The rebels were helped this weekend by French airstrikes."),
    (
        "Arrest 2019-05-24; Concession 2019-05-27",
        "On 24 May 2019 the army of Mali arrested Moctar Ouane. The army freed Ouane on 27 May.",
    ),
    ("Talks 2020-03-02", "In May 2013 rebels attacked Gao. On Monday Sisi met Lavrov in Sochi."),
    ("Accusation -", "The UN accused Mali of the killing of 40 herders since 2016."),
    ("Attack 2019-09-14", "The United States blamed Iran for the attack on Abqaiq on September 14."),
]


def check(claims: Iterable[Claim], expected: str) -> None:
    """Whether each kind of claim has a claim of that date."""
    found = [
        (
            getattr(c, "predicate", None) or getattr(c, "type", ""),
            c.when or (f"{c.since or ''}..{c.until or ''}" if c.since or c.until else "-"),
        )
        for c in claims
    ]
    for part in expected.split("; "):
        kind, date = part.split()
        assert (kind, date) in found
        assert date != "-" or all(d == "-" for k, d in found if k == kind)


@pytest.mark.parametrize(("expected", "text"), TABLE)
def test_date(read: Read, expected: str, text: str) -> None:
    check(read(text), expected)
