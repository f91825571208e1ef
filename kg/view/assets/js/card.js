/* One claim as a card: its sentence with who, whom and cue marked, its source, status, time, rule and confidence. */
"use strict";
kg.card = (function () {
  const { el } = kg.dom;
  const PAGE = 30;
  const KIND = {
    subject: "who",
    agent: "who",
    object: "whom",
    target: "whom",
    victim: "whom",
    place: "where",
    speaker: "says",
  };
  const TITLE = {
    who: "who",
    cue: "the words that say so",
    whom: "whom or what",
    where: "where",
    says: "who says it",
  };

  /* The marks of a claim in its text: [{start, end, kind}]. */
  function marks(claim) {
    const args = claim.by ? [...claim.args, claim.by] : claim.args;
    return [
      ...args.map((a) => ({ start: a[4], end: a[5], kind: KIND[a[0]] })),
      { start: claim.cue[0], end: claim.cue[1], kind: "cue" },
    ];
  }

  /* Text with its marks as elements. */
  function marked(text, base, spans) {
    return kg.text
      .segments(text, base, spans)
      .map((piece) =>
        piece.kinds.length
          ? el(
              "mark." + piece.kinds.join("."),
              { title: piece.kinds.map((k) => TITLE[k] || "").join(", ") },
              kg.text.safe(piece.text),
            )
          : kg.text.safe(piece.text),
      );
  }

  function one(app, claim) {
    const doc = app.model.doc.get(claim.doc);
    const selected = app.state.sel === "c:" + claim.id;
    const when = kg.text.when(claim);
    const facts = [
      ["said by", kg.words.speaker(claim)],
      ["status", kg.words.status(claim)],
      [
        "when",
        when || (doc && doc.date ? `no date in the text; article of ${kg.text.date(doc.date)}` : "no date"),
      ],
      ...claim.details,
      ["rule", claim.rule],
    ];
    return el(
      "article.claim" + (selected ? ".selected" : ""),
      { "data-claim": claim.id },
      el(
        "h4",
        { dir: "auto" },
        kg.icons.line(app.model.fam.get(claim.family), "solid", app.model.fam.get(claim.family)[app.theme]),
        el("span", {}, kg.text.shorten(kg.words.headline(claim), 160)),
      ),
      el("blockquote", { dir: "auto" }, marked(claim.sentence, claim.span[0], marks(claim))),
      el("p.source", { dir: "auto" }, source(doc, claim)),
      el(
        "dl",
        {},
        facts.map(([k, v]) => [el("dt", {}, k), el("dd", { dir: "auto" }, kg.text.shorten(v, 200))]),
        el("dt", {}, "confidence"),
        el("dd", {}, meter(claim.confidence)),
      ),
      app.model.quotesOnly
        ? null
        : el(
            "button.open",
            { type: "button", "data-key": "open " + claim.id, onclick: () => kg.article.open(app, claim) },
            "Open the article at this sentence",
          ),
    );
  }

  function source(doc, claim) {
    if (!doc) return kg.text.safe(claim.doc);
    return [doc.publisher, kg.text.date(doc.date), doc.title || doc.id]
      .filter(Boolean)
      .map((t) => kg.text.shorten(t, 140))
      .join(" · ");
  }

  const meter = (value) => [
    el("meter", { min: 0, max: 1, value, "aria-label": "confidence" }),
    ` ${kg.text.percent(value)} %`,
  ];

  function list(app, claims) {
    const box = el("div.claims");
    let shown = 0;
    const more = el("button.more", { type: "button", onclick: () => add() });
    function add() {
      claims.slice(shown, shown + PAGE).forEach((c) => box.append(one(app, c)));
      shown = Math.min(claims.length, shown + PAGE);
      more.textContent = `Show more (${claims.length - shown} left)`;
      more.hidden = shown >= claims.length;
    }
    add();
    return [box, more];
  }

  /* What the colours mean. */
  const key = () =>
    el(
      "p.key",
      {},
      "In each sentence: ",
      el("mark.who", {}, "who"),
      " ",
      el("mark.cue", {}, "the words that say so"),
      " ",
      el("mark.whom", {}, "whom or what"),
      " ",
      el("mark.where", {}, "where"),
      " ",
      el("mark.says", {}, "who says it"),
    );

  return { one, list, key, marks, marked };
})();
