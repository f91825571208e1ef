/* From model and state to what is seen: pure functions, used by graph, table, timeline and downloads alike. */
"use strict";
kg.filter = (function () {
  const MANY = 60; // up to so many nodes are all shown
  const CORE = 50;

  /* The page's JSON with the look-ups everything else needs. */
  function prepare(raw) {
    const model = { ...raw.rest, nodes: raw.nodes, edges: raw.edges, options: raw.options };
    model.node = new Map(model.nodes.map((n) => [n.id, n]));
    model.doc = new Map(model.documents.map((d) => [d.id, d]));
    model.cls = new Map(model.classes.map((c) => [c.id, c]));
    model.fam = new Map(model.families.map((f) => [f.id, f]));
    model.group = new Map(model.statuses.flatMap((s) => s.members.map((m) => [m, s.id])));
    model.byId = new Map(model.claims.map((c, i) => [c.id, i]));
    model.claims.forEach((claim, i) => {
      claim.i = i;
      claim.edges = [];
      claim.nodes = [...new Set(claim.args.map((a) => a[1]))].filter((id) => model.node.has(id));
    });
    model.edges.forEach((edge) => {
      edge.key = `${edge.from}|${edge.to}|${edge.what}|${edge.status}`;
      edge.claims.forEach((i) => model.claims[i].edges.push(edge));
    });
    model.edgeByKey = new Map(model.edges.map((e) => [e.key, e]));
    const dated = model.claims.filter((c) => c.days);
    const ends = dated.flatMap((c) => c.days).filter((d) => d !== null);
    model.first = ends.length ? ends.reduce((a, b) => Math.min(a, b)) : null;
    model.last = ends.length ? ends.reduce((a, b) => Math.max(a, b)) : null;
    model.folds = model.nodes.some((n) => !n.core);
    return model;
  }

  const dayOf = (iso) => Math.round(Date.parse(iso + "T00:00:00Z") / 86400000);

  /* Whether a claim lies in the time chosen; a claim without any date follows its own switch. */
  function inTime(claim, from, to, undated) {
    if (!claim.days) return undated;
    const first = claim.days[0] === null ? -Infinity : claim.days[0];
    return first <= to && claim.days[1] >= from;
  }

  function haystack(model, claim) {
    if (claim.text === undefined) {
      const doc = model.doc.get(claim.doc) || {};
      const parts = [
        claim.sentence,
        claim.words,
        doc.title,
        doc.publisher,
        ...claim.args.flatMap((a) => [a[2], a[3]]),
      ];
      claim.text = kg.text.plain(parts.concat(claim.by ? [claim.by[2]] : []).join(" \n "));
    }
    return claim.text;
  }

  /* A test for claims: everything but the nodes they belong to. */
  function claimTest(model, state) {
    const off = { family: new Set(state.family), status: new Set(state.status) };
    const from = state.from ? dayOf(state.from) : -Infinity;
    const to = state.to ? dayOf(state.to) : Infinity;
    const words = kg.text.plain(state.q).split(/\s+/).filter(Boolean);
    return (claim) =>
      !off.family.has(claim.family) &&
      !off.status.has(model.group.get(claim.status)) &&
      claim.confidence >= state.conf &&
      (!state.by || (claim.by ? claim.by[1] : "-") === state.by) &&
      (!state.doc || claim.doc === state.doc) &&
      inTime(claim, from, to, state.undated) &&
      words.every((w) => haystack(model, claim).includes(w));
  }

  /* What passes: {claims, nodes, edges, folded, matching, path}. `edges` are {edge, claims, docs}. */
  function visible(model, state) {
    const offClass = new Set(state.cls);
    const hidden = new Set(state.hide);
    const offFamily = new Set(state.family);
    const on = (id) => model.node.has(id) && !hidden.has(id) && !offClass.has(model.node.get(id).cls);
    const edgeOn = (e) => on(e.from) && on(e.to) && !offFamily.has(e.family);
    const test = claimTest(model, state);
    let claims = model.claims.filter((c) => {
      if (!test(c)) return false;
      if (c.edges.length) return c.edges.some(edgeOn);
      return !c.nodes.length || c.nodes.some(on);
    });
    let edges = gather(claims, edgeOn);
    let nodes = new Set(edges.flatMap((e) => [e.edge.from, e.edge.to]));
    for (const claim of claims)
      if (!claim.edges.length) claim.nodes.filter(on).forEach((id) => nodes.add(id));
    if (state.focus && nodes.has(state.focus)) {
      nodes = kg.paths.around(edges, state.focus, state.steps);
      edges = edges.filter((e) => nodes.has(e.edge.from) && nodes.has(e.edge.to));
      const kept = new Set(edges.map((e) => e.edge.key));
      claims = claims.filter((c) =>
        c.edges.length ? c.edges.some((e) => kept.has(e.key)) : c.nodes.some((id) => nodes.has(id)),
      );
    }
    const path = state.path.length === 2 ? kg.paths.shortest(edges, state.path[0], state.path[1]) : null;
    const matching = nodes.size;
    const folded = fold(model, state, nodes, path);
    if (folded) {
      nodes = folded;
      edges = edges.filter((e) => nodes.has(e.edge.from) && nodes.has(e.edge.to));
    }
    return { claims, nodes, edges, matching, folded: matching - nodes.size, path };
  }

  function gather(claims, edgeOn) {
    const found = new Map();
    for (const claim of claims) {
      for (const edge of claim.edges) {
        if (!edgeOn(edge)) continue;
        if (!found.has(edge.id)) found.set(edge.id, { edge, claims: [], docs: 0 });
        found.get(edge.id).claims.push(claim);
      }
    }
    const list = [...found.values()].sort((a, b) => a.edge.id - b.edge.id);
    list.forEach((e) => (e.docs = new Set(e.claims.map((c) => c.doc)).size));
    return list;
  }

  /* The nodes to show of too many, or null where all can be shown. A path and its ends are always part of it. */
  function fold(model, state, nodes, path) {
    if (state.all || nodes.size <= MANY) return null;
    if (path && path.nodes.size) return path.nodes;
    const weigh = (id) => model.node.get(id).claims.length;
    const wanted = state.focus ? [state.focus] : [];
    const chosen = state.focus ? [] : [...nodes].filter((id) => model.node.get(id).core);
    if (chosen.length >= 12) return new Set(chosen);
    const rest = [...nodes].sort((a, b) => weigh(b) - weigh(a) || (a < b ? -1 : 1));
    return new Set(
      [...wanted, ...chosen, ...rest].filter((id, i, all) => all.indexOf(id) === i).slice(0, CORE),
    );
  }

  /* The filters in force, for the chips above the picture: [{label, patch}]; the patch lifts the filter. */
  function active(model, state) {
    const name = (id) => kg.text.shorten(model.node.has(id) ? model.node.get(id).name : id, 28);
    const chips = [];
    const push = (label, patch) => chips.push({ label, patch });
    if (state.focus)
      push(`Around ${name(state.focus)}, ${kg.text.count(state.steps, "step")}`, { focus: "", steps: 1 });
    if (state.path.length) push(`Path ${name(state.path[0])} – ${name(state.path[1])}`, { path: [] });
    if (state.q) push(`Contains “${kg.text.shorten(state.q, 24)}”`, { q: "" });
    if (state.by)
      push(state.by === "-" ? "Said by the article itself" : `Said by ${speakerName(model, state.by)}`, {
        by: "",
      });
    if (state.doc)
      push(`In ${kg.text.shorten(docName(model.doc.get(state.doc), state.doc), 34)}`, { doc: "" });
    if (state.conf) push(`Confidence at least ${Math.round(state.conf * 100)} %`, { conf: 0 });
    if (state.from || state.to)
      push(
        [state.from && kg.text.date(state.from), state.to && kg.text.date(state.to)]
          .map((d) => d || "…")
          .join(" – "),
        { from: "", to: "" },
      );
    if (!state.undated) push("Without undated claims", { undated: true });
    if (state.hide.length) push(`${state.hide.length} hidden`, { hide: [] });
    if (Object.keys(state.pin).length) push(`${Object.keys(state.pin).length} pinned`, { pin: {} });
    const off = [
      ["family", "families"],
      ["cls", "classes"],
      ["status", "statuses"],
    ].filter(([k]) => state[k].length);
    off.forEach(([k, label]) => push(`Without ${state[k].length} of the ${label}`, { [k]: [] }));
    return chips;
  }

  function speakerName(model, id) {
    const claim = model.claims.find((c) => c.by && c.by[1] === id);
    return kg.text.shorten(claim ? claim.by[2] : id, 34);
  }

  const docName = (doc, id) =>
    doc ? doc.title || [doc.publisher, kg.text.date(doc.date)].filter(Boolean).join(", ") || doc.id : id;

  return { prepare, visible, active, inTime, claimTest, speakerName, docName, dayOf, MANY };
})();
