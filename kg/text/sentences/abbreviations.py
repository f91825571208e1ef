"""Words that decide whether a full stop ends a sentence. Lower-case, without the last full stop."""

from __future__ import annotations


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


# Titles and ranks: a name follows.
TITLES = _words(
    """mr mrs ms dr prof rev fr sr st ste hon messrs mme mlle gov sen rep reps sens amb pres supt insp
    gen lt col maj capt cpt cmdr cdr adm brig sgt cpl pvt pfc spc ssgt gunnery wo comdr ensign lieut
    lt-gen maj-gen brig-gen lt-col adj det sec min dep asst atty dir eng sh sheik"""
)
# Always followed by more of the sentence.
NEVER_END = TITLES | _words("mt mts vs v cf e.g i.e approx est ca esp incl viz al-hajj")
# Followed by a number: "No. 2", "Fig. 3"; otherwise they end a sentence ("he said no. Then").
NUMBERED = _words("no nos fig figs vol vols art arts para paras sec ch pp p res sect")
MONTHS = _words("jan feb mar apr jun jul aug sep sept oct nov dec")
TIME_ZONES = _words("GMT UTC EST EDT CET CEST ET PT PST PDT BST EET AST IST Damascus Baghdad")
DATE_WORDS = (
    _words(
        """monday tuesday wednesday thursday friday saturday sunday january february march april may june july
    august september october november december"""
    )
    | MONTHS
)
# Words that begin a sentence and no name: they tell "in the U.S. The army" from "the U.S. Army".
SENTENCE_STARTERS = _words(
    """The A An In On At By For From With After Before During Since Until Under Over About Among Between Despite
    According Also As Although Though While When Where If Because But And Or Yet So Still However Meanwhile
    He She It They We I You His Her Its Their Our My This That These Those There Here What Who Which Why How
    Some Many Most Several Both All Each Other Others Another More No Not Only Nearly Almost At Last Earlier Later
    Then Thus Now Today Yesterday Tomorrow Once Two Three Four Five Six Seven Eight Nine Ten Dozens Hundreds
    Thousands Following Asked Speaking"""
)
# They end a sentence only before a word that begins one.
RARELY_END = _words("inc co corp ltd jr sr etc bros plc llc dept univ ave blvd al")
# So do states' names, written with a capital ("ill" and "wash" are words, too).
STATES = _words(
    """Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore
    Pa Penn Tenn Tex Va Vt Wash Wis Wyo"""
)
# Words after which no line, headline or caption ends.
OPEN_ENDED = _words(
    """a an the and or nor but of in on at by to for from with into onto over under between among against
    about as than that which who whose whom where when while if because its their his her our my your is are
    was were be been has have had will would could should may might must not mr mrs ms dr president"""
)
# Of these a headline may end in; behind a blank line a capital then begins something new.
HEADLINE_ENDS = _words(
    "who whom which that where when in on by over under about not is are was were be to for"
)
