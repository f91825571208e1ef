/* Text: offsets in code points, highlights, dates, and cells of a table that a spreadsheet may open. */
"use strict";
kg.text = (function () {
  const CONTROLS =
    /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g;
  const DIRECTION = /[\u202a-\u202e\u2066-\u2069]/g;

  /* Overrides of the writing direction would let a name pretend to be another: they are shown, not obeyed. */
  const safe = (text) => String(text).replace(DIRECTION, "\ufffd").replace(CONTROLS, "");

  /* Slices by code points, as Python counts them. */
  function slicer(text) {
    if (!/[\ud800-\udfff]/.test(text)) return (start, end) => text.slice(start, end);
    const points = Array.from(text);
    return (start, end) => points.slice(start, end).join("");
  }

  /* Pieces of `text`, which begins at offset `base`: [{text, kinds}], cut wherever one of `marks` begins or ends. */
  function segments(text, base, marks) {
    const slice = slicer(text);
    const length = /[\ud800-\udfff]/.test(text) ? Array.from(text).length : text.length;
    const inside = marks
      .map((m) => ({ start: Math.max(0, m.start - base), end: Math.min(length, m.end - base), kind: m.kind }))
      .filter((m) => m.start < m.end);
    const cuts = [...new Set([0, length, ...inside.flatMap((m) => [m.start, m.end])])].sort((a, b) => a - b);
    const open = [...inside].sort((a, b) => a.start - b.start);
    const pieces = [];
    let live = [];
    let next = 0;
    for (let i = 0; i + 1 < cuts.length; i++) {
      while (next < open.length && open[next].start <= cuts[i]) live.push(open[next++]);
      live = live.filter((m) => m.end > cuts[i]);
      pieces.push({ text: slice(cuts[i], cuts[i + 1]), kinds: [...new Set(live.map((m) => m.kind))] });
    }
    return pieces;
  }

  /* For searching: lower case, no accents, no hyphens or apostrophes. */
  const plain = (text) =>
    String(text)
      .normalize("NFKD")
      .replace(/[\u0300-\u036f'’‘`]/g, "")
      .replace(/[-–_]/g, " ")
      .toLowerCase()
      .trim();

  const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

  /* "2016-05-04" becomes "4 May 2016", as exact as the date is; anything else stays as it stands. */
  function date(iso) {
    const m = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(iso || "");
    if (!m) return safe(iso || "");
    return [m[3] ? String(Number(m[3])) : "", m[2] ? MONTHS[m[2] - 1] || m[2] : "", m[1]]
      .filter(Boolean)
      .join(" ");
  }

  /* When a claim holds, in words. */
  function when(claim) {
    if (claim.when && !claim.since && !claim.until) return date(claim.when);
    return [claim.since && `since ${date(claim.since)}`, claim.until && `until ${date(claim.until)}`]
      .filter(Boolean)
      .join(", ");
  }

  const isoDay = (day) => new Date(day * 86400000).toISOString().slice(0, 10);

  const shorten = (text, length) => {
    const points = Array.from(safe(text).replace(/\s+/g, " "));
    return points.length > length
      ? points
          .slice(0, length - 1)
          .join("")
          .trimEnd() + "…"
      : points.join("");
  };

  /* 12345 as "12,345"; without the browser's number formats, which take a while to load. */
  const digits = (number) => String(number).replace(/\B(?=(\d{3})+$)/g, ",");

  const count = (number, one, many) => `${digits(number)} ${number === 1 ? one : many || one + "s"}`;

  /* A share in whole percent; what is less than sure is never shown as 100. */
  const percent = (share) => (share < 1 ? Math.min(99, Math.round(share * 100)) : 100);

  /* A CSV cell. One that a spreadsheet would take for a formula gets an apostrophe in front (OWASP, CSV injection). */
  function cell(value) {
    let text = String(value === null || value === undefined ? "" : value).replace(/\u0000/g, "");
    if (typeof value !== "number" && /^[\s\u200b\ufeff]*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/.test(text))
      text = "'" + text;
    return /[",\n\r;]/.test(text) || text !== text.trim() ? `"${text.replace(/"/g, '""')}"` : text;
  }

  return { safe, slicer, segments, plain, date, when, isoDay, shorten, digits, count, percent, cell };
})();
