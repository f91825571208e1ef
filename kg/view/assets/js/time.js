/* Time: a histogram of the claims and a slider with two ends. */
"use strict";
kg.time = (function () {
  const { el, svg, fill, byId } = kg.dom;
  const UNITS = ["day", "month", "quarter", "year"];
  const MOST = 96;
  const DAY = 86400000;

  /* The days on which bins begin, from `first` to beyond `last` (days since 1970). */
  function starts(first, last, unit) {
    const out = [];
    const d = new Date(first * DAY);
    let y = d.getUTCFullYear(),
      m = d.getUTCMonth();
    if (unit === "day") for (let day = first; day <= last + 1; day++) out.push(day);
    else {
      const months = { month: 1, quarter: 3, year: 12 }[unit];
      m -= m % months;
      for (;;) {
        const day = Math.round(Date.UTC(y, m, 1) / DAY);
        out.push(day);
        if (day > last) break;
        m += months;
        y += Math.floor(m / 12);
        m %= 12;
      }
    }
    return out;
  }

  /* Bins [{from, to}] in days, as fine as fits. */
  function bins(first, last) {
    if (first === null || last === null) return [];
    for (const unit of UNITS) {
      const rough = { day: 1, month: 30, quarter: 91, year: 365 }[unit];
      if (unit !== "year" && (last - first) / rough > MOST) continue;
      const days = starts(first, last, unit);
      return days.slice(0, -1).map((from, i) => ({ from, to: days[i + 1] - 1, unit }));
    }
    return [];
  }

  /* How many claims show in each bin. */
  function histogram(claims, list) {
    const counts = new Array(list.length).fill(0);
    for (const c of claims) {
      if (!c.days) continue;
      const first = c.days[0] === null ? -Infinity : c.days[0];
      list.forEach((b, i) => (counts[i] += first <= b.to && c.days[1] >= b.from ? 1 : 0));
    }
    return counts;
  }

  const name = (bin) => {
    const iso = kg.text.isoDay(bin.from);
    if (bin.unit === "day") return kg.text.date(iso);
    if (bin.unit === "year") return iso.slice(0, 4);
    if (bin.unit === "month") return kg.text.date(iso.slice(0, 7));
    return `${kg.text.date(iso.slice(0, 7)).slice(0, 3)}–${kg.text.date(kg.text.isoDay(bin.to).slice(0, 7))}`;
  };

  function render(app) {
    const { model, state } = app;
    app.bins = app.bins || bins(model.first, model.last);
    const list = app.bins;
    const section = byId("time");
    const undated = model.claims.filter((c) => !c.days).length;
    if (list.length < 2) {
      fill(
        section,
        el("p.none", {}, list.length ? `All dated claims are of ${name(list[0])}.` : "No claim is dated."),
        undated ? switchOf(app, undated) : null,
      );
      return;
    }
    const test = kg.filter.claimTest(model, { ...state, from: "", to: "" });
    const counts = histogram(model.claims.filter(test), list);
    const [lo, hi] = range(state, list);
    if (!section.querySelector("svg")) build(app, section, list);
    paint(section, counts, lo, hi);
    const [a, b] = section.querySelectorAll("input[type=range]");
    [
      [a, lo],
      [b, hi],
    ].forEach(([input, v]) => {
      input.value = v;
      input.setAttribute("aria-valuetext", name(list[v]));
    });
    section.querySelector(".span").textContent =
      lo === 0 && hi === list.length - 1
        ? `All dates: ${name(list[0])} to ${name(list[hi])}`
        : `${name(list[lo])} to ${name(list[hi])}`;
    fill(section.querySelector(".undated"), undated ? switchOf(app, undated) : "");
  }

  function range(state, list) {
    const from = state.from ? kg.filter.dayOf(state.from) : -Infinity,
      to = state.to ? kg.filter.dayOf(state.to) : Infinity;
    const lo = Math.max(
      0,
      list.findIndex((b) => b.to >= from),
    );
    let hi = list.length - 1;
    while (hi > lo && list[hi].from > to) hi--;
    return [lo, hi];
  }

  const switchOf = (app, n) =>
    el(
      "label",
      {},
      el("input", {
        type: "checkbox",
        "data-key": "undated",
        checked: app.state.undated,
        onchange: (e) => app.set({ undated: e.target.checked }),
      }),
      ` ${n} undated`,
    );

  function build(app, section, list) {
    const step = (which) => (e) => {
      const [a, b] = [...section.querySelectorAll("input[type=range]")].map((i) => Number(i.value));
      let lo = Math.min(a, b),
        hi = Math.max(a, b);
      if (which === "a" && a > b) lo = hi = b;
      if (which === "b" && b < a) lo = hi = a;
      e.target.value = which === "a" ? lo : hi;
      app.set({
        from: lo === 0 ? "" : kg.text.isoDay(list[lo].from),
        to: hi === list.length - 1 ? "" : kg.text.isoDay(list[hi].to),
      });
    };
    const input = (which, label) =>
      el("input." + which, {
        type: "range",
        min: 0,
        max: list.length - 1,
        step: 1,
        value: which === "a" ? 0 : list.length - 1,
        "aria-label": label,
        oninput: step(which),
      });
    fill(
      section,
      el(
        "div.head",
        {},
        el("h3", {}, "When"),
        el("span.span", { role: "status" }),
        el("span.undated"),
        el("button", { type: "button", onclick: () => app.set({ from: "", to: "" }) }, "all dates"),
      ),
      el(
        "div.slider",
        {},
        svg("svg", { preserveAspectRatio: "none", viewBox: `0 0 ${list.length} 40`, "aria-hidden": "true" }),
        input("a", "From"),
        input("b", "To"),
        ticks(list),
      ),
    );
  }

  /* Some years (or months, or days) below the bars, no more than fit. */
  function ticks(list) {
    const label = (b) =>
      list[0].unit === "day" || list[0].unit === "month" ? name(b) : kg.text.isoDay(b.from).slice(0, 4);
    const fresh = list.map((b, i) => i).filter((i) => i === 0 || label(list[i]) !== label(list[i - 1]));
    const every = Math.ceil(fresh.length / 8);
    return el(
      "div.ticks",
      { "aria-hidden": "true" },
      fresh
        .filter((_, n) => n % every === 0)
        .map((i) => {
          const tick = el("span", {}, label(list[i]));
          tick.style.left = `${(i / list.length) * 100}%`;
          return tick;
        }),
    );
  }

  function paint(section, counts, lo, hi) {
    const most = Math.max(1, ...counts);
    const plot = section.querySelector("svg");
    plot.replaceChildren(
      ...counts.map((n, i) => {
        const h = n ? 3 + 36 * Math.sqrt(n / most) : 0;
        return svg("rect", {
          x: i + 0.08,
          width: 0.84,
          y: 40 - h,
          height: h,
          class: i >= lo && i <= hi ? "in" : "out",
        });
      }),
    );
    const slider = section.querySelector(".slider");
    slider.style.setProperty("--lo", String(lo / counts.length));
    slider.style.setProperty("--hi", String((hi + 1) / counts.length));
  }

  return { render, bins, histogram, name };
})();
