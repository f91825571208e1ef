/* The article, opened at a sentence. The text is in the page; every sentence with a claim is marked. */
"use strict";
kg.article = (function () {
  const { el, fill, byId } = kg.dom;

  function open(app, claim, given) {
    const doc = given || app.model.doc.get(claim.doc);
    const dialog = byId("article");
    if (!doc || doc.text === undefined) return kg.dom.toast("The article is not part of this page.");
    const url = /^https?:\/\//i.test(doc.url) ? doc.url : "";
    fill(
      dialog,
      el(
        "header",
        {},
        el(
          "div",
          { dir: "auto" },
          el("h2", { id: "article-title" }, kg.text.shorten(doc.title || doc.id, 220)),
          el(
            "p",
            {},
            [doc.publisher, kg.text.date(doc.date), doc.note]
              .filter(Boolean)
              .map((t) => kg.text.shorten(t, 160))
              .join(" · "),
          ),
          url
            ? el(
                "p",
                {},
                el(
                  "a",
                  { href: url, rel: "noreferrer noopener", target: "_blank" },
                  kg.text.shorten(url, 100),
                ),
              )
            : null,
        ),
        el(
          "button",
          { type: "button", "aria-label": "Close the article", onclick: () => dialog.close() },
          "✕",
        ),
      ),
      el(
        "div.text",
        { dir: "auto", tabindex: 0, "aria-label": "Text of the article" },
        body(app, doc, claim),
      ),
    );
    if (!dialog.open) dialog.showModal();
    const here = dialog.querySelector(".here");
    if (here) here.scrollIntoView({ block: "center" });
    else dialog.querySelector(".text").scrollTop = 0;
  }

  /* The whole text: sentences that hold claims are buttons, the chosen one shows its marks. */
  function body(app, doc, claim) {
    const claims = app.model.claims.filter((c) => c.doc === doc.id);
    const sentences = new Map();
    for (const c of claims) {
      const key = c.span.join("-");
      if (!sentences.has(key)) sentences.set(key, []);
      sentences.get(key).push(c);
    }
    const marks = [...sentences].map(([key, list]) => ({
      start: list[0].span[0],
      end: list[0].span[1],
      kind: "s" + key,
    }));
    const out = [];
    let at = 0;
    for (const piece of kg.text.segments(doc.text, 0, marks)) {
      const length = /[\ud800-\udfff]/.test(piece.text) ? Array.from(piece.text).length : piece.text.length;
      const key = piece.kinds[0];
      out.push(
        key
          ? sentence(app, doc, sentences.get(key.slice(1)), piece.text, at, claim)
          : kg.text.safe(piece.text),
      );
      at += length;
    }
    return out;
  }

  function sentence(app, doc, list, text, at, claim) {
    const chosen = claim && list.some((c) => c.span[0] === claim.span[0] && c.span[1] === claim.span[1]);
    const said = kg.text.count(list.length, "claim");
    const go = () => {
      app.set({ sel: "c:" + list[0].id });
      open(app, list[0]);
    };
    return el(
      "span.sentence" + (chosen ? ".here" : ""),
      {
        role: "button",
        tabindex: 0,
        title: `${said} in this sentence`,
        onclick: go,
        onkeydown: (e) => {
          if (e.key === "Enter" || e.key === " ") {
            e.preventDefault();
            go();
          }
        },
      },
      chosen ? kg.card.marked(text, at, kg.card.marks(claim)) : kg.text.safe(text),
    );
  }

  return { open };
})();
