/* The timeline: events and casualties in the order of their dates, those without a date at their article's. */
"use strict";
kg.timeline = (function () {
  const { el, fill } = kg.dom;
  const PAGE = 200;

  /* Groups [{day, label, own, claims}] in time; `own` tells dates of the text from dates of articles. */
  function groups(claims, down) {
    const found = new Map();
    for (const c of claims) {
      const day = c.days ? (c.days[0] === null ? c.days[1] : c.days[0]) : null;
      const label = c.dated ? kg.text.when(c) : day === null ? "" : kg.text.date(kg.text.isoDay(day));
      const key = `${day === null ? Infinity : day}|${c.dated ? 0 : 1}|${label}`;
      if (!found.has(key)) found.set(key, { day, label, own: c.dated, claims: [] });
      found.get(key).claims.push(c);
    }
    const at = (g) => (g.day === null ? Infinity : g.day);
    const list = [...found.values()].sort(
      (a, b) => at(a) - at(b) || Number(b.own) - Number(a.own) || (a.label < b.label ? -1 : 1),
    );
    return down ? list.reverse() : list;
  }

  function render(app, panel) {
    const look = (app.chronicle = app.chronicle || { what: "", down: false, size: PAGE });
    const events = app.view.claims.filter((c) => c.kind !== "relation");
    const kinds = [...new Set(events.map((c) => c.what))].sort();
    if (!kinds.includes(look.what)) look.what = "";
    const kept = events.filter((c) => !look.what || c.what === look.what);
    const scroll = panel.scrollTop;
    const again = (patch) => {
      Object.assign(look, patch);
      render(app, panel);
    };
    let room = look.size;
    const list = groups(kept, look.down)
      .map((g) => ({
        ...g,
        claims: g.claims.slice(0, Math.max(0, (room -= g.claims.length) + g.claims.length)),
      }))
      .filter((g) => g.claims.length);
    fill(
      panel,
      el(
        "div.bar",
        {},
        el(
          "label",
          {},
          "Kind ",
          el(
            "select",
            { "data-key": "tl kind", onchange: (e) => again({ what: e.target.value }) },
            el("option", { value: "" }, `all (${events.length})`),
            kinds.map((k) =>
              el(
                "option",
                { value: k, selected: k === look.what },
                `${kindName(events, k)} (${events.filter((c) => c.what === k).length})`,
              ),
            ),
          ),
        ),
        el(
          "label",
          {},
          "Order ",
          el(
            "select",
            { "data-key": "tl order", onchange: (e) => again({ down: e.target.value === "down" }) },
            el("option", { value: "up", selected: !look.down }, "earliest first"),
            el("option", { value: "down", selected: look.down }, "latest first"),
          ),
        ),
      ),
      el(
        "ol.timeline",
        {},
        list.map((g) =>
          el(
            "li",
            {},
            el(
              "div.when",
              {},
              el("strong", {}, g.label || "Undated"),
              el("span", {}, g.own ? "" : g.day === null ? "no date known" : "undated; article's date"),
            ),
            el(
              "ul",
              {},
              g.claims.map((c) => entry(app, c)),
            ),
          ),
        ),
      ),
      kept.length > look.size
        ? el(
            "button.more",
            { type: "button", onclick: () => again({ size: look.size + PAGE }) },
            `Show more (${kept.length - look.size} left)`,
          )
        : null,
      kept.length ? null : el("p.none", {}, "No event passes the filters."),
    );
    panel.scrollTop = scroll;
  }

  const kindName = (events, kind) => {
    const first = events.find((c) => c.what === kind);
    return first.kind === "event" ? kg.text.safe(first.words) : kind;
  };

  function entry(app, c) {
    const p = kg.words.parts(c);
    const sides = [p.who, p.whom].filter(Boolean).join(" → ");
    return el(
      "li" + (app.state.sel === "c:" + c.id ? ".selected" : ""),
      { "data-claim": c.id },
      el(
        "button.link",
        { type: "button", "data-key": "event " + c.id, onclick: () => app.set({ sel: "c:" + c.id }) },
        el("span.kind" + (c.kind === "casualties" ? ".toll" : ""), {}, p.what),
        el("span.sides", { dir: "auto" }, kg.text.shorten(sides, 90)),
        p.where ? el("span.place", { dir: "auto" }, "in " + kg.text.shorten(p.where, 50)) : null,
        c.status !== "actual" ? el("span.badge", {}, c.status) : null,
        el(
          "span.src",
          {},
          [c.by ? kg.text.safe(c.by[2]) : "", kg.table.publication(app, c)]
            .filter(Boolean)
            .map((t) => kg.text.shorten(t, 40))
            .join(" · "),
        ),
      ),
    );
  }

  return { render, groups };
})();
