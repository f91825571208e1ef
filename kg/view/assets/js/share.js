/* Taking it along: a link to the view, the picture as PNG, the claims as CSV. */
"use strict";
kg.share = (function () {
  const { byId, toast, el } = kg.dom;
  const HEAD =
    "claim,kind,who,predicate_or_type,in_words,whom,where,status,since,until,when,said_by,confidence,rule,sentence,article,title,publisher,date".split(
      ",",
    );

  /* The claims as CSV (RFC 4180), with a byte order mark so that spreadsheets read UTF-8. */
  function csv(app, claims) {
    const of = (c, ...roles) =>
      c.args
        .filter((a) => roles.includes(a[0]))
        .map((a) => a[2])
        .join("; ");
    const rows = claims.map((c) => {
      const doc = app.model.doc.get(c.doc) || {};
      return [
        c.id,
        c.kind,
        of(c, "subject", "agent"),
        c.what,
        c.words,
        of(c, "object", "target", "victim"),
        of(c, "place"),
        c.status,
        c.since,
        c.until,
        c.when,
        c.by ? c.by[2] : "",
        c.confidence,
        c.rule,
        c.sentence,
        c.doc,
        doc.title,
        doc.publisher,
        doc.date,
      ];
    });
    return "\ufeff" + [HEAD, ...rows].map((r) => r.map(kg.text.cell).join(",")).join("\r\n") + "\r\n";
  }

  function save(blob, name) {
    const url = URL.createObjectURL(blob);
    const a = el("a", { href: url, download: name });
    document.body.append(a);
    a.click();
    a.remove();
    setTimeout(() => URL.revokeObjectURL(url), 4000);
  }

  /* The canvas as it is seen, on the page's paper, with title, key of the lines and what is filtered. */
  function picture(app) {
    const source = byId("mynetwork").querySelector("canvas");
    const ratio = source.width / source.clientWidth || 1;
    const foot = 76;
    const canvas = el("canvas");
    [canvas.width, canvas.height] = [source.width, source.height + foot * ratio];
    const ctx = canvas.getContext("2d");
    const css = getComputedStyle(document.documentElement);
    ctx.fillStyle = css.getPropertyValue("--paper").trim();
    ctx.fillRect(0, 0, canvas.width, canvas.height);
    ctx.drawImage(source, 0, 0);
    ctx.scale(ratio, ratio);
    caption(app, ctx, source.clientHeight, source.clientWidth, css.getPropertyValue("--ink").trim());
    return canvas;
  }

  function caption(app, ctx, top, width, ink) {
    const font = (size, bold) => `${bold ? "600 " : ""}${size}px system-ui, 'Liberation Sans', sans-serif`;
    ctx.fillStyle = ink;
    ctx.font = font(13, true);
    ctx.fillText(kg.text.shorten(app.model.title, 90), 16, top + 20, width - 32);
    ctx.font = font(11);
    let x = 16;
    const shown = new Set(app.view.edges.map((e) => e.edge.family));
    for (const f of app.model.families.filter((fam) => shown.has(fam.id))) {
      const line = [0, 1, 2, 3, 4].map((i) => ({ x: x + i * 9, y: top + 41 }));
      kg.paint.draw(ctx, line, { symmetric: true, status: "held" }, f, f[app.theme], 1.8, 0.8, false);
      ctx.fillStyle = ink;
      ctx.fillText(f.label, x + 42, top + 45);
      x += 42 + ctx.measureText(f.label).width + 18;
    }
    const said = kg.filter
      .active(app.model, app.state)
      .map((c) => c.label)
      .join(" · ");
    const note = [
      kg.text.count(app.view.claims.length, "claim"),
      app.view.folded ? `${app.view.folded} more not shown` : "",
      said,
    ]
      .filter(Boolean)
      .join(" · ");
    ctx.globalAlpha = 0.75;
    ctx.fillText(kg.text.shorten(note, Math.floor(width / 6.2)), 16, top + 65);
    ctx.globalAlpha = 1;
  }

  function attach(app) {
    byId("do-csv").addEventListener("click", () => {
      save(new Blob([csv(app, app.view.claims)], { type: "text/csv;charset=utf-8" }), "claims.csv");
      toast(`${kg.text.count(app.view.claims.length, "claim")} saved as claims.csv`);
    });
    byId("do-png").addEventListener("click", () =>
      picture(app).toBlob((blob) => {
        save(blob, "network.png");
        toast("Picture saved as network.png");
      }, "image/png"),
    );
    byId("do-link").addEventListener("click", () => link());
  }

  /* Copies the address; where the clipboard is closed (some browsers, for files) the address bar has it anyway. */
  function link() {
    const told = () => toast("Link copied: it opens exactly this view.");
    const shown = () => toast("The address bar holds the link to this view.");
    if (navigator.clipboard && navigator.clipboard.writeText)
      navigator.clipboard.writeText(location.href).then(told, shown);
    else shown();
  }

  return { attach, csv, picture };
})();
