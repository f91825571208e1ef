"use strict";
check("pieces are cut where marks begin and end, in code points", () => {
  const mark = (start, end, kind) => ({ start, end, kind });
  same(
    kg.text.segments("Russia backs Assad", 100, [
      mark(100, 106, "who"),
      mark(107, 112, "cue"),
      mark(113, 118, "whom"),
    ]),
    [
      { text: "Russia", kinds: ["who"] },
      { text: " ", kinds: [] },
      { text: "backs", kinds: ["cue"] },
      { text: " ", kinds: [] },
      { text: "Assad", kinds: ["whom"] },
    ],
  );
  same(kg.text.segments("\u{1f600}ab", 0, [mark(1, 2, "x")]), [
    { text: "\u{1f600}", kinds: [] },
    { text: "a", kinds: ["x"] },
    { text: "b", kinds: [] },
  ]);
});

check("nested and crossing marks keep every letter once", () => {
  const next = chance(3);
  for (let round = 0; round < 300; round++) {
    const text = Array.from({ length: next(30) }, () => ["a", "\u{1f4a3}", " ", "é"][next(4)]).join("");
    const marks = Array.from({ length: next(6) }, (_, i) => ({
      start: next(40) - 5,
      end: next(40) - 5,
      kind: "k" + i,
    }));
    const pieces = kg.text.segments(text, 0, marks);
    same(pieces.map((p) => p.text).join(""), text);
    let at = 0;
    for (const p of pieces) {
      const length = Array.from(p.text).length;
      const wanted = marks
        .filter((m) => m.start <= at && m.end >= at + length && m.start < m.end)
        .map((m) => m.kind)
        .sort();
      same([...p.kinds].sort(), length ? wanted : p.kinds);
      at += length;
    }
  }
});

check("marks outside the sentence are left out", () => {
  same(
    kg.text.segments("abc", 10, [
      { start: 0, end: 5, kind: "x" },
      { start: 20, end: 22, kind: "y" },
    ]),
    [{ text: "abc", kinds: [] }],
  );
});

check("direction overrides become visible", () => {
  same(kg.text.safe("a\u202eb\u2066c\u2069"), "a\ufffdb\ufffdc\ufffd");
  same(kg.text.safe("a\u0000b\u001bc\td\ne"), "abc\td\ne");
});

check("names are searched without accents, case and hyphens", () => {
  same(kg.text.plain("Hayat Tahrir al-Sham"), kg.text.plain("hayat tahrir AL SHAM"));
  same(kg.text.plain("Türkiye’s"), "turkiyes");
});

check("dates are as exact as they are", () => {
  same(["2016-05-04", "2016-05", "2016", "", "soon"].map(kg.text.date), [
    "4 May 2016",
    "May 2016",
    "2016",
    "",
    "soon",
  ]);
  same(kg.text.when({ since: "2012", until: "", when: "" }), "since 2012");
  same(kg.text.when({ since: "2012", until: "2014-03", when: "" }), "since 2012, until Mar 2014");
  same(kg.text.when({ since: "", until: "", when: "2020" }), "2020");
});

check("no cell of a table is a formula", () => {
  for (const evil of ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "\n=1", "\ufeff=1", "\uff1d1"]) {
    const cell = kg.text.cell(evil).replace(/^"/, "");
    holds(cell.startsWith("'"), `${JSON.stringify(evil)} became ${cell}`);
  }
  same(kg.text.cell("plain"), "plain");
  same(kg.text.cell('say "no", please'), '"say ""no"", please"');
  same(kg.text.cell("two\nlines"), '"two\nlines"');
  same([kg.text.cell(-1), kg.text.cell(0.5), kg.text.cell(null)], ["-1", "0.5", ""]);
});

check("long texts are cut between letters, not within them", () => {
  same(kg.text.shorten("\u{1f600}\u{1f600}\u{1f600}", 2), "\u{1f600}…");
  same(kg.text.shorten("short", 10), "short");
  same([0, 0.984, 0.996, 1].map(kg.text.percent), [0, 98, 99, 100]);
});
