/* What the panel holds while nothing is chosen: what this is, and where to begin. */
"use strict";
kg.overview = (function () {
  const { el } = kg.dom;

  function content(app) {
    const { model, view } = app;
    const docs = new Set(view.claims.map((c) => c.doc));
    const weigh = (id) => view.claims.reduce((n, c) => n + c.nodes.includes(id), 0);
    const ranked = [...view.nodes]
      .map((id) => [id, weigh(id)])
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .slice(0, 10);
    const most = ranked.length ? ranked[0][1] : 1;
    const bar = (n) => {
      const b = el("span.bar", { "aria-hidden": "true" });
      b.style.width = `${Math.round((n / most) * 100)}%`;
      return b;
    };
    return [
      el("h2", {}, "Who says what of whom"),
      el(
        "p.lead",
        {},
        `Every line is a claim read from ${docs.size === 1 ? "an article" : `${docs.size} articles`}. Click a line or a name to see the sentences behind it, who said them, and when.`,
      ),
      el("h3", {}, "Most claims"),
      el(
        "ol.top",
        {},
        ranked.map(([id, n]) =>
          el(
            "li",
            {},
            el(
              "button.link",
              { type: "button", "data-key": "top " + id, onclick: () => app.set({ sel: "n:" + id }) },
              kg.icons.node(model.cls.get(model.node.get(id).cls), app.theme),
              el("span.name", { dir: "auto" }, kg.text.shorten(model.node.get(id).name, 40)),
              el("span.count", {}, String(n)),
            ),
            bar(n),
          ),
        ),
      ),
      el("h3", {}, docs.size === 1 ? "The article" : "The articles"),
      el(
        "ul.docs",
        {},
        model.documents
          .filter((d) => docs.has(d.id))
          .slice(0, 40)
          .map((d) => article(app, d)),
      ),
    ];
  }

  function article(app, doc) {
    const title = kg.text.shorten(kg.filter.docName(doc, doc.id), 110);
    const open = () => kg.article.open(app, null, doc);
    return el(
      "li",
      { dir: "auto" },
      app.model.quotesOnly
        ? el("span", {}, title)
        : el("button.link", { type: "button", "data-key": "doc " + doc.id, onclick: open }, title),
      el(
        "span.meta",
        {},
        [doc.title ? doc.publisher : "", kg.text.date(doc.date), kg.text.shorten(doc.note, 120)]
          .filter(Boolean)
          .join(" · "),
      ),
    );
  }

  return { content };
})();
