"use strict";
check("what is written into the address is read from it again", () => {
  const next = chance(11);
  const words = ["Russia", "a b", "x,y", "ü&=#?%", "<script>", "🧨", "1", "0,0,z"];
  const word = () => words[next(words.length)];
  const some = () => [...new Set(Array.from({ length: next(4) }, word))];
  for (let round = 0; round < 500; round++) {
    const state = {
      ...kg.state.blank(),
      family: some(),
      cls: some(),
      status: some(),
      hide: some(),
      by: next(2) ? word() : "",
      doc: next(2) ? word() : "",
      q: next(2) ? word() : "",
      sel: next(2) ? "n:" + word() : "",
      conf: next(21) / 20,
      undated: Boolean(next(2)),
      all: Boolean(next(2)),
      dock: ["", "table", "timeline"][next(3)],
    };
    if (next(2)) Object.assign(state, { focus: word(), steps: 1 + next(2) });
    if (next(2)) state.path = [word(), word()];
    if (next(2)) Object.assign(state, { from: "2012-01-01", to: "2013-12-31" });
    some().forEach((id) => (state.pin[id] = [next(2000) - 1000, next(2000) - 1000]));
    const order = (s) =>
      Object.entries(s)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([k, v]) => [k, k === "pin" ? Object.entries(v).sort() : v]);
    same(order(kg.state.decode("#" + kg.state.encode(state))), order(state));
  }
});

check("the beginning is an empty address", () => same(kg.state.encode(kg.state.blank()), ""));

check("nonsense in the address is ignored", () => {
  for (const hash of ["#", "#%", "#a=b", "#conf=x&focus=&path=a&pin=1&pin=a,b,c&from=never&dock=x"]) {
    same(kg.state.decode(hash), kg.state.blank());
  }
  same(kg.state.decode("#conf=7").conf, 1);
});
