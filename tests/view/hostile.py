"""Articles that want to break the page."""

from __future__ import annotations

from kg.records import Argument, Claim, Cue, Document, Entity, Event, Relation

MARK = "window.pwned=1"
NAMES = {
    "Script": f"<script>{MARK}</script>",
    "Image": f'<img src=x onerror="{MARK}">',
    "Quote": f'"><b onmouseover={MARK}>x',
    "Jinja": "{{ 7*7 }}{% raw %}",
    "Comment": "<!-- <script> --> ]]>",
    "Override": "Kremlin \u202egnimlaer\u202c",
    "Long": "Verylongname" * 834,
    "Arabic": "هيئة تحرير الشام",
    "__proto__": "__proto__",
    "constructor": "toString",
    "Astral": "\U0001f600\U0001f4a3 group",
    "Nul": "a\x00b\u2028c\u2029d\ud800",
    "Formula": '=HYPERLINK("http://192.0.2.1/","x")',
}


def hostile() -> tuple[list[Claim], list[Document]]:
    """Claims between entities whose names, sentences, titles and sources are all hostile."""
    ids = list(NAMES)
    text = ""
    claims: list[Claim] = []
    for number, (a, b) in enumerate(zip(ids, ids[1:] + ids[:1], strict=True)):
        sentence = f"\U0001f4a3 {NAMES[a][:300]} </script><script>{MARK}</script> {NAMES[b][:300]} \u202e{MARK}\u202c."
        start, first = len(text), len(text) + 2
        cue = text_start = first + len(NAMES[a][:300]) + 1
        left = Argument(Entity(a, NAMES[a], "ArmedGroup"), NAMES[a][:300], first, text_start - 1)
        after = cue + len(f"</script><script>{MARK}</script>") + 1
        right = Argument(Entity(b, NAMES[b], "State"), NAMES[b][:300], after, after + len(NAMES[b][:300]))
        common = {
            "id": f"id-{number}",
            "document": "a<b>.txt",
            "published": "2020-01-01",
            "sentence": sentence,
            "start": start,
            "end": start + len(sentence),
            "cue": Cue("</script>", cue, after - 1),
            "rule": "<i>rule</i>",
            "attribution": left,
            "confidence": 0.5,
        }
        if number % 2:
            claims.append(
                Event(
                    **common, status="actual", type="Attack", agents=(left,), targets=(right,), weapon="<b>"
                )
            )
        else:
            claims.append(Relation(**common, status="current", predicate="backs", subject=left, object=right))
        text += sentence + "\n"
    document = Document(
        "a<b>.txt",
        text,
        title=f"</textarea></title><script>{MARK}</script>",
        publisher=f"<img src=x onerror={MARK}>",
        published="2020-01-01",
        url=f"javascript:{MARK}",
        note="<svg onload=window.pwned=1>",
    )
    return claims, [document]
