/* Claims and lines in words a reader understands. */
"use strict";
kg.words = (function () {
  const PREFIX = {
    former: "formerly ",
    planned: "planned: ",
    possible: "possibly ",
    denied: "denied: ",
    negated: "not: ",
  };
  const STATUS = {
    current: "current at the article's date",
    actual: "reported as fact",
    former: "former",
    planned: "planned",
    possible: "possible",
    denied: "denied by a party",
    negated: "said not to be so",
  };

  const labels = (claim, ...roles) => [
    ...new Set(claim.args.filter((a) => roles.includes(a[0])).map((a) => kg.text.safe(a[2]))),
  ];

  const list = (names) =>
    names.length > 1 ? names.slice(0, -1).join(", ") + " and " + names[names.length - 1] : names[0] || "";

  /* {who, what, whom, where} of a claim; empty strings where the text does not say. */
  function parts(claim) {
    return {
      who: list(labels(claim, "subject", "agent")),
      what: kg.text.safe(claim.words),
      whom: list(labels(claim, "object", "target", "victim")),
      where: list(labels(claim, "place")),
    };
  }

  /* One line: "Russia backs Bashar al-Assad"; "Airstrike: Russia on Syrian rebels, in Aleppo". */
  function headline(claim) {
    const p = parts(claim);
    if (claim.kind === "relation") return `${p.who} ${p.what} ${p.whom}`;
    const sides = [p.who, p.whom].filter(Boolean).join(claim.kind === "casualties" ? " against " : " → ");
    return `${p.what}${sides ? ": " + sides : ""}${p.where ? (sides ? ", " : " ") + "in " + p.where : ""}`;
  }

  /* The word before what stands on a line that is drawn broken: it says why. */
  function prefix(claims) {
    const statuses = [...new Set(claims.map((c) => c.status))];
    if (statuses.length === 1) return PREFIX[statuses[0]] || "";
    return statuses.includes("planned")
      ? "planned or possible: "
      : statuses.includes("denied")
        ? "denied: "
        : "";
  }

  /* What stands on a line: the predicate, or what happened and how often. */
  function line(entry) {
    const counts = new Map();
    for (const claim of entry.claims) {
      const what =
        entry.edge.what === "events" || claim.what === entry.edge.what ? kg.text.safe(claim.words) : "in";
      counts.set(what, (counts.get(what) || 0) + 1);
    }
    const ranked = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    const events = entry.edge.family === "events";
    const shown = ranked.slice(0, 2).map(([what, n]) => (n > 1 && events ? `${what} ×${n}` : what));
    return prefix(entry.claims) + shown.join(", ") + (ranked.length > 2 ? " …" : "");
  }

  const status = (claim) => STATUS[claim.status] || claim.status;
  const speaker = (claim) => (claim.by ? kg.text.safe(claim.by[2]) : "the article itself");

  return { parts, headline, line, status, speaker };
})();
