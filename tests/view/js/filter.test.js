"use strict";
const claim = (id, args, more) => ({
  id,
  doc: "d",
  sentence: `sentence ${id}`,
  span: [0, 9],
  cue: [0, 1],
  rule: "r",
  status: "current",
  since: "",
  until: "",
  when: "",
  days: [100, 100],
  dated: false,
  confidence: 0.5,
  by: null,
  kind: "relation",
  family: "support",
  what: "backs",
  words: "backs",
  details: [],
  args: args.map((a, i) => [i ? "object" : "subject", a, a, a, 0, 1]),
  ...more,
});
const edge = (id, from, to, claims, more) => ({
  id,
  from,
  to,
  claims,
  what: "backs",
  family: "support",
  status: "held",
  symmetric: false,
  ...more,
});
const node = (id, claims, more) => ({
  id,
  name: id,
  label: id,
  cls: "State",
  aliases: [],
  claims,
  core: true,
  size: 9,
  x: 0,
  y: 0,
  ...more,
});

function small() {
  const claims = [
    claim("0", ["a", "b"]),
    claim("1", ["b", "c"], { status: "former", confidence: 0.9, by: ["speaker", "s", "S", "S", 0, 1] }),
    claim("2", ["c", "d"], { family: "events", kind: "event", days: [200, 300], doc: "e" }),
    claim("3", ["e"], { days: null, family: "events", kind: "event" }),
  ];
  return kg.filter.prepare({
    nodes: [
      node("a", [0]),
      node("b", [0, 1]),
      node("c", [1, 2], { cls: "Collective" }),
      node("d", [2]),
      node("e", [3]),
    ],
    edges: [
      edge(0, "a", "b", [0]),
      edge(1, "b", "c", [1], { status: "former" }),
      edge(2, "c", "d", [2], { family: "events", what: "events" }),
    ],
    options: {},
    rest: {
      title: "t",
      documents: [
        { id: "d", title: "D", publisher: "", date: "1970-04-11" },
        { id: "e", title: "E", publisher: "", date: "1970-10-01" },
      ],
      classes: [{ id: "State" }, { id: "Collective" }],
      families: [{ id: "support" }, { id: "events" }],
      statuses: [
        { id: "held", members: ["current", "actual"] },
        { id: "former", members: ["former"] },
      ],
      claims,
    },
  });
}

const seen = (patch) => {
  const view = kg.filter.visible(small(), { ...kg.state.blank(), ...patch });
  return [view.claims.map((c) => c.id).join(""), [...view.nodes].sort().join("")];
};

for (const [patch, claims, nodes] of [
  [{}, "0123", "abcde"],
  [{ family: ["events"] }, "01", "abc"],
  [{ cls: ["Collective"] }, "03", "abe"],
  [{ hide: ["a"] }, "123", "bcde"],
  [{ status: ["former"] }, "023", "abcde"],
  [{ status: ["held"] }, "1", "bc"],
  [{ by: "s" }, "1", "bc"],
  [{ by: "-" }, "023", "abcde"],
  [{ doc: "e" }, "2", "cd"],
  [{ conf: 0.8 }, "1", "bc"],
  [{ q: "SENTENCE 2" }, "2", "cd"],
  [{ undated: false }, "012", "abcd"],
  [{ from: "1970-06-01" }, "23", "cde"],
  [{ from: "1970-08-20", to: "1970-09-01", undated: false }, "2", "cd"],
  [{ to: "1970-04-11", undated: false }, "01", "abc"],
  [{ focus: "a" }, "0", "ab"],
  [{ focus: "a", steps: 2 }, "01", "abc"],
  [{ focus: "e" }, "3", "e"],
]) {
  check(`filter ${JSON.stringify(patch)}`, () => same(seen(patch), [claims, nodes]));
}

check("a path goes over what is visible", () => {
  const path = (patch) =>
    kg.filter.visible(small(), { ...kg.state.blank(), path: ["a", "d"], ...patch }).path;
  same([path({}).steps, [...path({}).nodes].sort().join("")], [3, "abcd"]);
  same(path({ hide: ["b"] }).steps, -1);
});

check("all shortest paths, and only those", () => {
  const e = (from, to) => ({ edge: { from, to, key: from + to } });
  const edges = [
    e("a", "b"),
    e("b", "d"),
    e("a", "c"),
    e("c", "d"),
    e("d", "e"),
    e("a", "x"),
    e("x", "y"),
    e("y", "d"),
  ];
  const found = kg.paths.shortest(edges, "a", "d");
  same(
    [found.steps, [...found.nodes].sort().join(""), [...found.edges].sort()],
    [2, "abcd", ["ab", "ac", "bd", "cd"]],
  );
  same([...kg.paths.around(edges, "e", 1)].sort(), ["d", "e"]);
});

check("more than sixty nodes are folded, the core first", () => {
  const many = Array.from({ length: 100 }, (_, i) => node("n" + i, [i], { core: i < 30 }));
  const claims = many.map((n, i) => claim(String(i), [n.id, "n0"]));
  const edges = many.slice(1).map((n, i) => edge(i, n.id, "n0", [i + 1]));
  const raw = {
    nodes: many,
    edges,
    options: {},
    rest: { ...small(), claims, documents: [], classes: [{ id: "State" }] },
  };
  const model = kg.filter.prepare(raw);
  const count = (patch) => kg.filter.visible(model, { ...kg.state.blank(), ...patch }).nodes.size;
  same(count({}), 30);
  same(count({ all: true }), 100);
  same(count({ focus: "n77" }), 2);
  same(kg.filter.visible(model, kg.state.blank()).folded, 70);
});

check("what is said of the filters lifts them", () => {
  const model = small();
  const state = {
    ...kg.state.blank(),
    family: ["events"],
    by: "s",
    conf: 0.5,
    focus: "a",
    hide: ["b"],
    q: "x",
    undated: false,
    from: "1970-01-01",
  };
  const lifted = kg.filter.active(model, state).reduce((s, chip) => ({ ...s, ...chip.patch }), state);
  same(lifted, kg.state.blank());
});
