"""Forms that no spelling rule yields, and the words on which the spelling rules would go wrong."""

from __future__ import annotations


def _forms(table: str) -> dict[str, str]:
    """Lines of "base: form form ..." as form -> base."""
    found: dict[str, str] = {}
    for line in table.strip().splitlines():
        base, _, forms = line.partition(":")
        found |= dict.fromkeys(forms.split(), base.strip())
    return found


# Past tenses, participles and the verbs that have more forms. Prefixes ("retook", "withdrew") are taken off first.
VERBS = _forms(
    """
    be: am is are was were been being 's 're 'm ’s ’re ’m s re
    have: has had having 've ’ve 'd ’d
    do: does did done doing
    go: goes went gone
    undergo: undergoes underwent undergone undergoing
    arise: arose arisen
    awake: awoke awoken
    bear: bore borne born
    beat: beat beaten
    become: became become
    begin: began begun beginning
    bend: bent
    beseech: besought
    bet: bet
    bid: bid bade bidden
    bind: bound
    bite: bit bitten
    bleed: bled
    blow: blew blown
    break: broke broken
    breed: bred
    bring: brought
    broadcast: broadcast
    build: built
    burn: burnt
    burst: burst
    buy: bought
    cast: cast
    catch: caught
    choose: chose chosen
    cling: clung
    come: came come
    cost: cost
    creep: crept
    cut: cut
    deal: dealt
    die: dying
    dig: dug
    draw: drew drawn
    dream: dreamt
    drink: drank drunk
    drive: drove driven
    dwell: dwelt
    eat: ate eaten
    fall: fell fallen
    feed: fed
    feel: felt
    fight: fought
    find: found
    flee: fled
    fling: flung
    fly: flew flown
    forbid: forbade forbidden
    forecast: forecast
    forget: forgot forgotten
    forgive: forgave forgiven
    forsake: forsook forsaken
    freeze: froze frozen
    get: got gotten
    give: gave given
    grind: ground
    grow: grew grown
    hang: hung
    hear: heard
    hide: hid hidden
    hit: hit
    hold: held
    hurt: hurt
    keep: kept
    kneel: knelt
    know: knew known
    lay: laid
    lead: led
    leap: leapt
    learn: learnt
    leave: left
    lend: lent
    let: let
    lie: lying lain lay
    light: lit
    lose: lost
    make: made
    mean: meant
    meet: met
    pay: paid
    prove: proven
    put: put
    quit: quit
    read: read
    rend: rent
    rid: rid
    ride: rode ridden
    ring: rang rung
    rise: rose risen
    run: ran run
    saw: sawn
    say: said
    see: saw seen
    seek: sought
    sell: sold
    send: sent
    set: set
    sew: sewn
    shake: shook shaken
    shed: shed
    shine: shone
    shoot: shot
    show: shown
    shrink: shrank shrunk
    shut: shut
    sing: sang sung
    sink: sank sunk
    sit: sat
    slay: slew slain
    sleep: slept
    slide: slid
    slit: slit
    smell: smelt
    sow: sown
    speak: spoke spoken
    speed: sped
    spell: spelt
    spend: spent
    spill: spilt
    spin: spun
    spit: spat
    split: split
    spoil: spoilt
    spread: spread
    spring: sprang sprung
    stand: stood
    steal: stole stolen
    stick: stuck
    sting: stung
    stink: stank stunk
    strike: struck stricken
    strive: strove striven
    swear: swore sworn
    sweep: swept
    swell: swollen
    swim: swam swum
    swing: swung
    take: took taken
    teach: taught
    tear: tore torn
    tell: told
    think: thought
    throw: threw thrown
    thrust: thrust
    tie: tying
    tread: trod trodden
    vie: vying
    wake: woke woken
    wear: wore worn
    weave: wove woven
    weep: wept
    win: won
    wind: wound
    withdraw: withdrew withdrawn
    withhold: withheld
    withstand: withstood
    wring: wrung
    write: wrote written
    die: died dies
    lie: lied lies
    rely: relied relies
    tie: tied ties
    vie: vied vies
    panic: panicked panicking
    mimic: mimicked mimicking
    traffic: trafficked trafficking
    free: freed freeing
    ski: skied skiing
    singe: singeing
    """
)
PREFIXES = ("over", "under", "out", "re", "mis", "un", "fore", "up", "under-", "re-", "over-", "co-")
MODALS = {
    "ca": "can",
    "wo": "will",
    "sha": "shall",
    "'ll": "will",
    "’ll": "will",
    "'d": "would",
    "’d": "would",
}

NOUNS = _forms(
    """
    man: men
    woman: women
    child: children
    grandchild: grandchildren
    foot: feet
    tooth: teeth
    goose: geese
    mouse: mice
    ox: oxen
    die: dice
    life: lives
    wife: wives
    knife: knives
    half: halves
    thief: thieves
    leaf: leaves
    shelf: shelves
    wolf: wolves
    calf: calves
    loaf: loaves
    scarf: scarves
    self: selves
    crisis: crises
    analysis: analyses
    thesis: theses
    hypothesis: hypotheses
    diagnosis: diagnoses
    emphasis: emphases
    oasis: oases
    parenthesis: parentheses
    synthesis: syntheses
    axis: axes
    phenomenon: phenomena
    criterion: criteria
    medium: media
    stratum: strata
    bacterium: bacteria
    referendum: referenda
    memorandum: memoranda
    curriculum: curricula
    alumnus: alumni
    nucleus: nuclei
    stimulus: stimuli
    appendix: appendices
    index: indices
    matrix: matrices
    bus: buses
    gas: gases
    lens: lenses
    shoe: shoes
    foe: foes
    toe: toes
    ache: aches
    cache: caches
    movie: movies
    cookie: cookies
    calorie: calories
    prairie: prairies
    zombie: zombies
    rookie: rookies
    selfie: selfies
    lie: lies
    tie: ties
    pie: pies
    mujahid: mujahideen mujahidin mujahedeen
    """
)
# Plurals that are their own dictionary form: "headquarters", and "people", which is no "person" to a trigger list.
UNCHANGED_NOUNS = frozenset(
    [
        "people", "headquarters", "barracks", "series", "species", "means", "news", "politics", "outskirts",
        "remains", "goods", "clothes", "thanks", "premises", "surroundings", "aircraft", "personnel",
        "police", "proceedings", "economics", "physics", "athletics", "logistics", "tactics", "gallows",
        "crossroads", "whereabouts", "odds", "sheep", "deer", "fish", "data", "chassis", "corps",
        "rendezvous", "ethics", "statistics", "sis",
    ]
)  # fmt: skip

ADJECTIVES = {
    "best": "good", "better": "good", "worse": "bad", "worst": "bad", "further": "further", "furthest": "far",
    "farther": "far", "less": "less", "finest": "fine", "finer": "fine", "more": "more", "most": "most", "elder": "old",
    "eldest": "old", "fewer": "few", "fewest": "few", "latter": "latter", "former": "former", "latest": "late",
    "later": "late", "free": "free", "freer": "free", "larger": "large", "lesser": "lesser",
}  # fmt: skip

# Stems after taking off -ed or -ing: these get an e though the rules would not, or none though the rules would.
WITH_E = frozenset(
    [
        "massacr", "creat", "permeat", "delineat", "wast", "tast", "past", "hast", "invit", "unit", "cit", "writ",
        "ignit", "excit", "incit", "recit", "expedit", "delet", "complet", "compet", "deplet", "interfer",
        "adher", "persever", "rever", "coher", "conven", "interven", "contraven", "phon", "postpon", "ton",
        "ston", "condon", "clon", "don", "com", "becom", "overcom", "welcom", "cloth", "breath", "bath",
        "sooth", "seeth", "loath", "chang", "arrang", "exchang", "challeng", "reveng", "aveng", "plung",
        "infring", "loung", "scroung", "impring", "cring", "hing", "fring", "sponge", "rearrang",
        "interchang", "scaveng", "bing", "ting", "typ", "hop", "cop", "scop", "slop", "elop", "grop", "fil",
        "smil", "compil", "exil", "pil", "reconcil", "profil", "whil", "consol", "parol", "cajol", "rul",
        "schedul", "overrul", "ridicul", "scal", "inhal", "exhal", "impal", "regal", "styl", "lin", "ensu",
        "issu", "wip", "swip", "tun", "prun", "fin", "defin", "refin", "confin", "declin", "combin",
        "determin", "examin", "undermin", "min", "outlin", "imagin", "din", "shin", "min", "whin", "explor",
        "ignor", "restor", "stor", "scor", "ador", "deplor", "bor", "implor", "snor", "cor", "axe", "bik",
        "fre", "overse", "forese", "fle", "agre", "disagre", "guarante", "decre", "referee", "supersed",
        "conced", "preced", "reced", "imped", "interced", "ced", "ey", "ow", "dy", "knif", "strif", "saf",
        "theoriz", "sid", "quot", "vot", "devot", "promot", "denot", "demot", "not", "rot", "connot",
        "execut", "disput", "contribut", "distribut", "prosecut", "persecut", "institut", "constitut",
        "salut", "comput", "dilut", "mut", "refut", "attribut", "substitut", "pollut", "redistribut", "reput",
        "rerout", "rout", "parachut", "bak", "hat", "continu", "sav", "them", "extrem", "wak", "accus",
        "caus", "paus", "advertis", "hous", "rous", "arous", "espous", "brows", "tens", "tim", "rhym", "us",
        "bit", "rang", "guid", "disguis", "extradit", "defil", "recreat", "abus", "fus", "refus", "analyz",
        "paralyz", "catalyz", "teeth", "argu", "subdu", "besieg",
    ]
)  # fmt: skip
WITHOUT_E = frozenset(
    [
        "focus", "refocus", "bias", "canvas", "gas", "bus", "blitz", "waltz", "quiz", "visit", "edit", "exit",
        "limit", "deposit", "credit", "benefit", "profit", "permit", "prohibit", "exhibit", "inhibit",
        "inherit", "solicit", "elicit", "merit", "recruit", "orbit", "audit", "summit", "vomit", "transit",
        "forfeit", "develop", "redevelop", "envelop", "gallop", "worship", "ruin", "bargain", "abandon",
        "victim", "ransom", "blossom", "custom", "pilot", "pivot", "ballot", "riot", "patriot", "sponsor",
        "monitor", "honor", "favor", "labor", "harbor", "anchor", "author", "color", "mentor", "armor",
        "endeavor", "error", "tailor", "rumor", "minor", "censor", "mirror", "murmur", "pencil", "devil",
        "signal", "total", "equal", "rival", "medal", "pedal", "refuel", "echo", "equip", "gossip", "fillip",
        "output", "input", "debut", "robot", "wed", "orphan", "caravan", "altar", "pillar", "collar",
        "buttress", "satan", "pardon", "envision", "combat", "format", "caveat", "squat", "sweat", "threat",
        "treat", "defeat", "spot", "abort", "assault", "catalog", "dialog", "atlas", "christmas", "christen",
        "plan", "embed", "neighbor", "kidnap", "program", "diagram", "worsen", "handicap", "zigzag",
        "wiretap", "hiccup", "bus", "plus",
    ]
)  # fmt: skip
# Stems that keep their doubled consonant, and those that lose the second l.
DOUBLE = frozenset(["add", "odd", "err", "butt", "egg", "purr", "ebb", "whirr", "boycott"])
SINGLE_L = frozenset(
    [
        "controll", "patroll", "compell", "propell", "expell", "repell", "rebell", "cancell", "travell",
        "labell", "levell", "modell", "signall", "shovell", "fuell", "duell", "tunnell", "channell",
        "quarrell", "marshall", "counsell", "excell", "dispell", "impell",
        "extoll", "annull", "refuell", "totall", "equall", "rivall", "parcell", "panell",
        "spirall", "cudgell", "shrivell", "trammell", "unravell", "stencill", "penall", "initiall",
        "diall", "funnell", "towell", "gell",
    ]
)  # fmt: skip
