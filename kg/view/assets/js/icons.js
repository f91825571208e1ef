/* The signs of the legend: the same shapes and lines as in the picture, as small SVG. */
"use strict";
kg.icons = (function () {
  const { svg } = kg.dom;

  const polygon = (n, r, turn) =>
    Array.from({ length: n }, (_, i) => {
      const a = turn + (i * 2 * Math.PI) / n;
      return `${(9 + r * Math.cos(a)).toFixed(1)},${(9 + r * Math.sin(a)).toFixed(1)}`;
    }).join(" ");

  const star = () =>
    Array.from({ length: 10 }, (_, i) => {
      const r = i % 2 ? 3.2 : 7.8;
      const a = -Math.PI / 2 + (i * Math.PI) / 5;
      return `${(9 + r * Math.cos(a)).toFixed(1)},${(9 + r * Math.sin(a)).toFixed(1)}`;
    }).join(" ");

  const SHAPES = {
    dot: () => svg("circle", { cx: 9, cy: 9, r: 6 }),
    square: () => svg("rect", { x: 3.4, y: 3.4, width: 11.2, height: 11.2 }),
    diamond: () => svg("polygon", { points: "9,1.5 16.5,9 9,16.5 1.5,9" }),
    triangle: () => svg("polygon", { points: "9,2 16.5,15 1.5,15" }),
    triangleDown: () => svg("polygon", { points: "1.5,3 16.5,3 9,16" }),
    hexagon: () => svg("polygon", { points: polygon(6, 7.4, 0) }),
    star: () => svg("polygon", { points: star() }),
  };

  function node(cls, theme) {
    const shape = (SHAPES[cls.shape] || SHAPES.dot)();
    const hollow = cls.ring || (cls.dashes && theme === "dark");
    shape.setAttribute("fill", hollow ? "none" : cls.fill);
    shape.setAttribute("stroke", hollow && theme === "dark" ? cls.fill : cls.rim);
    shape.setAttribute("stroke-width", cls.ring ? 3 : 1.3);
    if (cls.dashes) shape.setAttribute("stroke-dasharray", "3 2");
    return svg("svg", { width: 18, height: 18, viewBox: "0 0 18 18", "aria-hidden": "true" }, shape);
  }

  /* A line of a family, or (without family) a grey one with the dashes of a status. */
  function line(family, dash, colour) {
    const out = svg("svg", { width: 42, height: 14, viewBox: "0 0 42 14", "aria-hidden": "true" });
    const stroke = (d, more) =>
      out.append(svg("path", { d, fill: "none", stroke: colour, "stroke-width": 2, ...more }));
    const kind = family ? family.line : "plain";
    const base =
      dash === "dashed"
        ? { "stroke-dasharray": "7 4" }
        : dash === "dotted"
          ? { "stroke-dasharray": "0.1 4.5", "stroke-linecap": "round", "stroke-width": 2.6 }
          : {};
    if (kind === "double") {
      stroke("M1 5H41", { "stroke-width": 1.5 });
      stroke("M1 9H41", { "stroke-width": 1.5 });
    } else {
      if (kind === "band") stroke("M1 7H41", { "stroke-width": 9, opacity: 0.28 });
      stroke("M1 7H41", base);
    }
    if (kind === "barbs") for (let x = 6; x < 40; x += 7.5) stroke(`M${x} 2.5V11.5`, { "stroke-width": 1.5 });
    if (kind === "beads")
      for (let x = 6; x < 40; x += 10) out.append(svg("circle", { cx: x, cy: 7, r: 3.2, fill: colour }));
    if (kind === "chevrons")
      for (let x = 6; x < 38; x += 11) stroke(`M${x} 3L${x + 5} 7L${x} 11`, { "stroke-width": 1.6 });
    if (dash === "cross") stroke("M17 3L25 11M25 3L17 11", { "stroke-width": 1.8 });
    return out;
  }

  return { node, line };
})();
