"""The words of the made-up sentences (training/grammar.py)."""

from __future__ import annotations


def _words(listed: str) -> list[str]:
    return listed.split()


FUNCTION = {
    "the": ("DT", "DET"), "a": ("DT", "DET"), "and": ("CC", "CCONJ"), "when": ("WRB", "ADV"),
    **dict.fromkeys(_words("as while because"), ("IN", "SCONJ")),
    **dict.fromkeys(
        _words(
    """of by from in near on at with to outside across since after during amid before between than for into towards at
    against including"""
),
        ("IN", "ADP"),
    ),
}  # fmt: skip

COUNTRIES = _words(
    """Russia Iran Turkey Syria Iraq Israel Lebanon Jordan Egypt Qatar France Britain Germany China Ukraine Libya Yemen
    Sudan Mali Somalia Ethiopia Pakistan Afghanistan India Washington Moscow Tehran Ankara Damascus Baghdad
    Riyadh Doha Cairo Beirut Paris London Kiev Kabul Tripoli Khartoum NATO EU UN US USA UAE"""
)
GROUPS = _words(
    """Hezbollah Hamas ISIS ISIL HTS SDF YPG PKK PMF Al-Qaeda Taliban Houthis Fatah Nusra Pentagon Kremlin Brigade
    Front Army Council Ministry Coalition Movement Union Party OPEC SOHR SANA IRGC CENTCOM RSF LNA GNA FARC M23
    Boko"""
)
PERSONS = _words(
    """Assad Putin Trump Obama Erdogan Maliki Abadi Netanyahu Rouhani Lavrov Kerry Haddad Aziz Saleh Hadi Omar Bakr
    Khamenei Haftar Sisi Zelensky Macron Johnson Clinton Bush Carter Abdullah Mahdi Soleimani Nasrallah"""
)
CITIES = _words(
    """Aleppo Idlib Homs Hama Raqqa Mosul Baghdad Basra Kirkuk Erbil Damascus Daraa Palmyra Afrin Kobani Manbij Saraqib
    Tikrit Fallujah Ramadi Sanaa Aden Taiz Hodeidah Benghazi Sirte Misrata Gaza Rafah Jenin Beirut Kabul
    Kandahar Mogadishu Khartoum Darfur Bakhmut Kherson Donetsk Geneva Astana Vienna"""
)
SYLLABLES = _words(
    """al ba da fa ga ha ja ka la ma na qa ra sa ta wa za bir dur had kun mir nus rab sul tar zin ib um esh ou iya"""
)
DEMONYMS = _words(
    """Russian Iranian Turkish Syrian Iraqi Israeli Lebanese Jordanian Egyptian Qatari French British German Chinese
    Ukrainian Libyan Yemeni Sudanese Somali Pakistani Afghan Indian American Saudi Kurdish Arab Sunni Shiite
    Alawite Druze Western Palestinian Emirati European Islamist jihadist"""
)
HYPHENATED = _words(
    """backed backed backed led led held controlled supported allied trained armed funded sponsored based linked
    dominated"""
)
ADJECTIVES = _words(
    """armed local northern southern eastern western senior top rival extremist hardline moderate allied foreign
    regional key close former new pro-government anti-government heavy major fierce deadly strategic besieged
    powerful main military civilian opposition radical influential"""
)
COMPOUNDS = _words(
    """government opposition security rebel regime militia army border army air police state tribal coalition defence
    intelligence"""
)
FIGHTERS = _words(
    """rebels forces troops fighters militants insurgents soldiers militias jihadists gunmen warplanes jets drones
    factions militiamen commandos tanks helicopters units allies mercenaries separatists guerrillas authorities
    officials peacekeepers extremists"""
)
INSTITUTIONS = _words(
    """army government militia coalition regime military group faction ministry opposition alliance brigade navy
    parliament movement party observatory monitor council police administration agency presidency organisation"""
)
OFFICES = _words(
    """spokesman commander leader envoy general president minister activist cleric diplomat analyst ambassador official
    secretary warlord chief doctor resident lawmaker"""
)
ROLES = _words(
    """ally leader commander head spokesman member founder rival backer supporter militia group faction branch
    affiliate enemy critic sponsor opponent partner adviser deputy stronghold city town alliance coalition
    movement party official"""
)
PEOPLE = _words(
    """people civilians soldiers fighters rebels militants children women troops policemen officers insurgents
    villagers protesters residents hostages prisoners workers men"""
)
NUMBERS = _words(
    """2 3 12 17 30 45 70 183 270 300 1,500 20,000 two three four five six seven eight nine ten twelve 28 100"""
)
PLACES = _words(
    """town city village province region border airport airbase district neighbourhood capital road bridge base suburb
    enclave checkpoint crossing mosque hospital market camp prison area countryside"""
)
TARGETS = _words(
    """town base convoy airbase airfield checkpoint village city hospital position bridge compound embassy refinery
    pipeline truce offensive operation attack campaign resolution plan hill dam border stronghold camp tunnel
    tanker ship"""
)
HAPPENINGS = _words(
    """attack blast explosion bombing raid strike airstrike ambush battle offensive assault clash shooting siege war
    operation airstrike shelling crossfire"""
)
EVENTS = _words(
    """airstrikes strikes attacks raids bombings clashes explosions assaults blasts ambushes rockets missiles drones
    shells bombs bombardments sanctions mortars snipers gunshots offensives operations arrests killings
    shootings"""
)
DEEDS = _words(
    """killing capture assassination siege bombing shelling arrest invasion occupation murder kidnapping withdrawal
    release support attack offensive war campaign operation threat"""
)
FROM_TO = _words(
    """advance retreat withdraw flee move return march travel retreat pull escape head cross push spread"""
)
ABOUT = [("focus", "on"), ("fight", "in"), ("fire", "at"), ("rely", "on"), ("respond", "to"), ("agree", "on"),
    ("vote", "on"), ("call", "for"), ("meet", "with"), ("clash", "with"), ("land", "near"), ("die", "in"),
    ("gather", "in"), ("speak", "to"), ("depend", "on"), ("return", "to"), ("enter", "into")]  # fmt: skip
MONTHS = _words(
    """January February March April May June July August September October November December Jan. Feb. Nov. Dec."""
)
DEALS = _words(
    """truce ceasefire deal agreement pact accord treaty armistice plan alliance resolution memorandum"""
)
GOODS = _words(
    """weapons arms missiles rockets drones tanks troops supplies advisers funds fighters rifles shells vehicles"""
)
DAYS = _words("""Monday Tuesday Wednesday Thursday Friday Saturday Sunday""")
ADVERBS = _words(
    """formerly reportedly allegedly heavily closely previously recently later once openly also still"""
)

ACTS = _words(
    """kill wound attack bomb shell besiege seize capture retake recapture take hold control defend back support arm
    fund finance train lead command host shelter target raid storm encircle bombard invade occupy liberate
    strike hit destroy launch repel defeat fight overrun ambush kidnap detain arrest release expel assassinate
    execute condemn denounce veto reject welcome protect recruit deploy withdraw sponsor aid equip supply oust
    topple overthrow drive push surround annex blockade cut lose shoot burn evacuate help sanction blacklist
    threaten join leave found form split dissolve"""
)
BROKER = _words("""broker mediate negotiate reach sign agree announce draft propose""")
AGREE = _words("""sign broker violate reject announce reach break accept negotiate denounce abandon""")
INTRANSITIVE = _words("""collapse hold fail end begin expire unravel falter resume continue""")
GIVE = _words("""supply send provide deliver give sell ship donate""")
SAY = _words("""say say say claim announce report confirm deny warn insist add""")
TIES = [
    ("allied", "with"), ("linked", "to"), ("linked", "with"), ("affiliated", "with"), ("based", "in"),
    ("known", "as"), ("tied", "to"), ("associated", "with"), ("opposed", "to"), ("sent", "to"), ("stationed", "in"),
    ("born", "in"), ("killed", "in"), ("accused", "of"), ("aligned", "with"), ("held", "in"), ("trained", "in"),
]  # fmt: skip

# past tense and participle where they are not made with -ed
IRREGULAR = {
    "take": "took taken", "retake": "retook retaken", "hold": "held held", "lead": "led led", "strike": "struck struck",
    "hit": "hit hit", "fight": "fought fought", "overrun": "overran overrun", "withdraw": "withdrew withdrawn",
    "overthrow": "overthrew overthrown", "drive": "drove driven", "cut": "cut cut", "lose": "lost lost",
    "shoot": "shot shot", "leave": "left left", "split": "split split", "break": "broke broken",
    "begin": "began begun", "send": "sent sent", "give": "gave given", "sell": "sold sold", "say": "said said",
    "meet": "met met", "flee": "fled fled", "speak": "spoke spoken", "spread": "spread spread",
}  # fmt: skip
DOUBLED = frozenset(
    ["kidnap", "expel", "repel", "hit", "cut", "split", "begin", "control", "equip", "ship", "overrun"]
)


def forms(verb: str) -> tuple[str, str, str, str, str]:
    """Infinitive, third person, past, participle and -ing form."""
    stem = verb + verb[-1] if verb in DOUBLED else verb
    consonant_y = verb.endswith("y") and verb[-2] not in "aeiou"
    if consonant_y:
        third, past = verb[:-1] + "ies", verb[:-1] + "ied"
    else:
        third = verb + ("es" if verb.endswith(("ch", "sh", "s", "x", "o")) else "s")
        past = verb + "d" if verb.endswith("e") else stem + "ed"
    drops_e = verb.endswith("e") and not verb.endswith("ee")
    doing = (verb[:-1] if drops_e else stem) + "ing"
    past, done = IRREGULAR[verb].split() if verb in IRREGULAR else (past, past)
    return verb, third, past, done, doing
