/* The table of claims that pass the filters: to sort by any column, and to click. */
"use strict";
kg.table = (function () {
  const { el, fill } = kg.dom;
  const PAGE = 200;
  const COLUMNS = [
    ["who", "Who", (app, c) => kg.words.parts(c).who],
    ["what", "What", (app, c) => kg.text.safe(c.words)],
    ["whom", "Whom, what", (app, c) => kg.words.parts(c).whom],
    ["where", "Where", (app, c) => kg.words.parts(c).where],
    ["status", "Status", (app, c) => c.status],
    ["when", "When", (app, c) => kg.text.when(c)],
    ["says", "Said by", (app, c) => (c.by ? kg.text.safe(c.by[2]) : "")],
    ["article", "Article", (app, c) => publication(app, c)],
    ["confidence", "Conf.", (app, c) => (kg.text.percent(c.confidence) / 100).toFixed(2)],
  ];

  function publication(app, c) {
    const doc = app.model.doc.get(c.doc);
    return doc
      ? [doc.publisher || kg.text.shorten(doc.title || doc.id, 30), kg.text.date(doc.date)]
          .filter(Boolean)
          .join(", ")
      : c.doc;
  }

  /* A copy in the order of the column; dates and numbers by value, ties in reading order. */
  function sorted(app, claims, { column, down }) {
    if (!column) return claims;
    const of = COLUMNS.find((c) => c[0] === column)[2];
    const value =
      column === "when"
        ? (c) => (c.days && c.dated ? c.days[1] : Infinity)
        : column === "confidence"
          ? (c) => c.confidence
          : column === "article"
            ? (c) => ((app.model.doc.get(c.doc) || {}).date || "9999") + c.doc
            : (c) => of(app, c).toLowerCase() || "\uffff";
    const keyed = claims.map((c) => [value(c), c]);
    keyed.sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : a[1].i - b[1].i));
    const list = keyed.map((k) => k[1]);
    return down ? list.reverse() : list;
  }

  function render(app, panel) {
    const sort = (app.sort = app.sort || { column: "", down: false });
    const rows = sorted(app, app.view.claims, sort);
    const scroll = panel.scrollTop;
    app.tableSize = app.tableSize || PAGE;
    const shown = rows.slice(0, app.tableSize);
    fill(
      panel,
      el(
        "table",
        {},
        el("caption.hidden", {}, "Claims that pass the filters"),
        el(
          "thead",
          {},
          el(
            "tr",
            {},
            COLUMNS.map(([key, label]) => head(app, panel, key, label, sort)),
          ),
        ),
        el(
          "tbody",
          {},
          shown.map((c) => line(app, c)),
        ),
      ),
      rows.length > shown.length
        ? el(
            "button.more",
            {
              type: "button",
              onclick: () => {
                app.tableSize += PAGE;
                render(app, panel);
              },
            },
            `Show more (${rows.length - shown.length} left)`,
          )
        : null,
      rows.length ? null : el("p.none", {}, "No claim passes the filters."),
    );
    panel.scrollTop = scroll;
  }

  function head(app, panel, key, label, sort) {
    const on = sort.column === key;
    const turn = () => {
      app.sort = { column: key, down: on && !sort.down };
      render(app, panel);
    };
    return el(
      "th." + key,
      { scope: "col", "aria-sort": on ? (sort.down ? "descending" : "ascending") : null },
      el(
        "button",
        { type: "button", "data-key": "sort " + key, onclick: turn },
        label,
        el("span", { "aria-hidden": "true" }, on ? (sort.down ? " ▾" : " ▴") : ""),
      ),
    );
  }

  function line(app, c) {
    const choose = () => app.set({ sel: "c:" + c.id });
    const cells = COLUMNS.map(([key, , of]) => [key, kg.text.shorten(of(app, c), 50), of(app, c)]);
    const row = el(
      "tr" + (app.state.sel === "c:" + c.id ? ".selected" : ""),
      { "data-claim": c.id, onclick: choose },
      cells.map(([key, text, all]) =>
        el(
          "td." + key,
          { dir: "auto", title: all.length > 50 ? kg.text.shorten(all, 400) : "" },
          key === "what"
            ? el(
                "button.link",
                {
                  type: "button",
                  "data-key": "row " + c.id,
                  onclick: (e) => {
                    e.stopPropagation();
                    choose();
                  },
                },
                kg.icons.line(app.model.fam.get(c.family), "solid", app.model.fam.get(c.family)[app.theme]),
                text,
              )
            : text,
        ),
      ),
    );
    return row;
  }

  return { render, sorted, COLUMNS, publication };
})();
