"use strict";
check("bins cover all days once", () => {
  for (const [first, last] of [
    [0, 0],
    [0, 5],
    [16922, 16925],
    [15034, 20057],
    [3652, 18300],
    [-10000, 20000],
  ]) {
    const bins = kg.time.bins(first, last);
    holds(bins[0].from <= first && bins[bins.length - 1].to >= last, `${first} to ${last}`);
    bins.forEach((b, i) => holds(i === 0 || b.from === bins[i - 1].to + 1, "a gap between bins"));
    holds(bins.length <= 200, `${bins.length} bins`);
  }
  same(kg.time.bins(null, null), []);
});

check("the histogram counts intervals in every bin they touch", () => {
  const bins = [
    { from: 0, to: 9 },
    { from: 10, to: 19 },
    { from: 20, to: 29 },
  ];
  same(
    kg.time.histogram(
      [{ days: [5, 12] }, { days: [15, 15] }, { days: null }, { days: [null, 3] }, { days: [40, 50] }],
      bins,
    ),
    [2, 2, 0],
  );
});

check("parallel lines lie apart, and mirror each other's direction", () => {
  const e = (id, from, to) => ({ edge: { id, from, to }, docs: 1 });
  const fan = kg.paint.fan([e(0, "a", "b"), e(1, "b", "a"), e(2, "a", "b")], []);
  const a = { x: 0, y: 0, r: 5 },
    b = { x: 100, y: 0, r: 5 };
  const heights = fan.map((f) => {
    const line = f.edge.from === "a" ? kg.paint.points(a, b, f.bend) : kg.paint.points(b, a, f.bend);
    return Math.round(line[Math.floor(line.length / 2)].y);
  });
  same(new Set(heights).size, 3);
  holds(
    Math.min(
      Math.abs(heights[0] - heights[1]),
      Math.abs(heights[1] - heights[2]),
      Math.abs(heights[0] - heights[2]),
    ) >= 12,
    String(heights),
  );
});

check("a line runs from rim to rim", () => {
  const next = chance(5);
  for (let i = 0; i < 200; i++) {
    const a = { x: 0, y: 0, r: 5 + next(10) },
      b = { x: 80 + next(300), y: next(300), r: 5 + next(10) };
    const line = kg.paint.points(a, b, next(60) - 30);
    const [p, q] = [line[0], line[line.length - 1]];
    holds(Math.abs(Math.hypot(p.x - a.x, p.y - a.y) - a.r) < 2, "begins at the rim");
    holds(Math.abs(Math.hypot(q.x - b.x, q.y - b.y) - b.r) < 2, "ends at the rim");
  }
});

check("a line gives way to a node in between", () => {
  const nodes = [
    { id: "a", x: 0, y: 0, r: 8 },
    { id: "b", x: 200, y: 0, r: 8 },
    { id: "c", x: 100, y: 2, r: 8 },
  ];
  const [entry] = kg.paint.fan([{ edge: { from: "a", to: "b" }, docs: 1 }], nodes);
  holds(kg.paint.distance(nodes[2], kg.paint.points(nodes[0], nodes[1], entry.bend)) > 12, "still covered");
});

/* A drawing surface that only remembers what is asked of it. */
function recorder() {
  const calls = [];
  const ctx = new Proxy(
    { globalAlpha: 1 },
    {
      get: (own, key) => (key in own ? own[key] : (...given) => void calls.push([key, ...given])),
      set: (own, key, value) => (calls.push(["=" + key, value]), (own[key] = value), true),
    },
  );
  return { ctx, calls, count: (name) => calls.filter((c) => c[0] === name).length };
}

function drawn(edge, line, width) {
  const paper = recorder();
  const points = kg.paint.points({ x: 0, y: 0, r: 8 }, { x: 300, y: 0, r: 8 }, 0);
  kg.paint.draw(
    paper.ctx,
    points,
    { status: "held", symmetric: false, ...edge },
    { line },
    "#000",
    width || 2,
    1,
    false,
  );
  return paper;
}

check("an arrow where there is a direction, none where there is none", () => {
  same([drawn({}, "plain").count("fill"), drawn({ symmetric: true }, "plain").count("fill")], [1, 0]);
});

check("former is dashed, planned and possible dotted, denied crossed", () => {
  const dash = (status) =>
    drawn({ status }, "plain")
      .calls.filter((c) => c[0] === "setLineDash")
      .map((c) => c[1])
      .find((d) => d.length) || [];
  same(dash("held"), []);
  holds(dash("former")[0] > 5, "long dashes");
  holds(dash("open")[0] < 1, "dots");
  same(dash("denied"), []);
  same(drawn({ status: "denied" }, "plain").count("moveTo") - drawn({}, "plain").count("moveTo"), 2);
});

check("each family's line is drawn its own way", () => {
  const ways = new Set();
  for (const { line } of kg.app.model.families) {
    const paper = drawn({ symmetric: true }, line);
    const widest = Math.max(...paper.calls.filter((c) => c[0] === "=lineWidth").map((c) => c[1]));
    ways.add([paper.count("stroke"), paper.count("moveTo"), paper.count("arc"), widest].join());
  }
  same(ways.size, 6);
});

check("more articles, wider lines, up to a limit", () => {
  const widths = [1, 2, 3, 5, 50, 5000].map(kg.paint.width);
  widths.slice(1, 4).forEach((w, i) => holds(w > widths[i], String(widths)));
  holds(widths[5] <= 6, String(widths));
});

check("labels are told when their place is taken", () => {
  const taken = kg.marks.occupancy();
  taken.take([0, 0, 100, 20], "a");
  holds(
    taken.hits([90, 10, 200, 30], "b") &&
      !taken.hits([101, 0, 200, 20], "b") &&
      !taken.hits([0, 0, 10, 10], "a"),
  );
  taken.take([-500, -500, -300, -480], "far");
  holds(taken.hits([-400, -490, -390, -470], "b"));
});

check("places for a part keep nodes apart, the same every time", () => {
  const ids = Array.from({ length: 40 }, (_, i) => "n" + i);
  const edges = ids.slice(1).map((id, i) => ({ edge: { from: id, to: ids[Math.floor(i / 3)] } }));
  const box = () => ({ radius: 10, width: 90, height: 18 });
  const once = kg.places.layout(ids, edges, box);
  same([...kg.places.layout(ids, edges, box)], [...once]);
  const at = [...once.values()];
  at.forEach((p, i) =>
    at
      .slice(i + 1)
      .forEach((q) => holds(Math.abs(p.x - q.x) >= 90 || Math.abs(p.y - q.y) >= 30, "two cover each other")),
  );
});

check("nodes that are held stay where they are, the others keep clear of them", () => {
  const ids = Array.from({ length: 30 }, (_, i) => "n" + i);
  const edges = ids.slice(1).map((id, i) => ({ edge: { from: id, to: ids[Math.floor(i / 3)] } }));
  const held = new Map(
    ids.slice(0, 12).map((id, i) => [id, { x: (i % 4) * 150, y: Math.floor(i / 4) * 120 }]),
  );
  const made = kg.places.layout(ids, edges, () => ({ radius: 10, width: 90, height: 18 }), held);
  held.forEach((p, id) => same(made.get(id), p));
  const at = [...made.values()];
  at.forEach((p, i) =>
    at
      .slice(i + 1)
      .forEach((q) => holds(Math.abs(p.x - q.x) >= 90 || Math.abs(p.y - q.y) >= 30, "two cover each other")),
  );
});

check("the table sorts copies, stably", () => {
  const app = { model: { doc: new Map() } };
  const c = (i, who, confidence) => ({
    i,
    args: [["subject", who, who, who, 0, 1]],
    confidence,
    doc: "d",
    words: "",
    kind: "relation",
  });
  const claims = [c(0, "b", 0.5), c(1, "a", 0.7), c(2, "B", 0.5), c(3, "", 0.1)];
  same(
    kg.table.sorted(app, claims, { column: "who", down: false }).map((x) => x.i),
    [1, 0, 2, 3],
  );
  same(
    kg.table.sorted(app, claims, { column: "confidence", down: true }).map((x) => x.i),
    [1, 2, 0, 3],
  );
  same(
    claims.map((x) => x.i),
    [0, 1, 2, 3],
  );
});

check("the timeline puts dates of the text before observations of the same day, undated last", () => {
  const c = (id, days, dated, when) => ({ id, days, dated, when: when || "", since: "", until: "" });
  const groups = kg.timeline.groups([
    c("x", null, false),
    c("o", [10, 10], false),
    c("d", [10, 10], true, "1970-01-11"),
    c("e", [2, 40], true, "1970-01"),
  ]);
  same(
    groups.map((g) => g.claims.map((k) => k.id).join("")),
    ["e", "d", "o", "x"],
  );
});

check("lines are named by what they say", () => {
  const entry = (what, status, claims) => ({
    edge: { what, status, family: what === "events" ? "events" : "support" },
    claims,
  });
  const k = (what, status) => ({ what, words: what, status: status || "current" });
  same(kg.words.line(entry("backs", "held", [k("backs"), k("backs")])), "backs");
  same(kg.words.line(entry("backs", "former", [k("backs", "former")])), "formerly backs");
  same(kg.words.line(entry("events", "open", [k("Talks", "planned")])), "planned: Talks");
  same(
    kg.words.line(entry("events", "open", [k("Talks", "planned"), k("Talks", "possible")])),
    "planned or possible: Talks ×2",
  );
  same(kg.words.line(entry("backs", "denied", [k("backs", "negated")])), "not: backs");
  same(
    kg.words.line(entry("events", "held", [k("Talks"), k("Airstrike"), k("Airstrike"), k("Siege")])),
    "Airstrike ×2, Siege …",
  );
});
