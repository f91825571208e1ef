/* Elements without HTML strings: text from articles only ever becomes text nodes. */
"use strict";
const kg = {};
kg.dom = (function () {
  const SVG = "http://www.w3.org/2000/svg";

  /* el("button.small", {onclick, "aria-label": "…"}, child, "text", …): null and false children are left out. */
  function el(tag, props, ...children) {
    const [name, ...classes] = tag.split(".");
    const node = document.createElement(name);
    if (classes.length) node.className = classes.join(" ");
    for (const [key, value] of Object.entries(props || {})) {
      if (value === null || value === undefined || value === false) continue;
      if (key.startsWith("on")) node.addEventListener(key.slice(2), value);
      else if (key in node && !key.includes("-") && typeof value !== "object" && key !== "role")
        node[key] = value;
      else node.setAttribute(key, value === true ? "" : value);
    }
    return add(node, children);
  }

  function add(node, children) {
    for (const child of children.flat(Infinity)) {
      if (child === null || child === undefined || child === false) continue;
      node.append(child);
    }
    return node;
  }

  function svg(tag, attributes, ...children) {
    const node = document.createElementNS(SVG, tag);
    for (const [key, value] of Object.entries(attributes || {})) node.setAttribute(key, value);
    return add(node, children);
  }

  const byId = (id) => document.getElementById(id);

  /* Replaces what a node holds, and keeps the keyboard's focus on the element with the same data-key. */
  function fill(node, ...children) {
    const active = document.activeElement;
    const key = active && node.contains(active) ? active.dataset.key : null;
    node.replaceChildren();
    add(node, children);
    if (key) {
      const again = [...node.querySelectorAll("[data-key]")].find((n) => n.dataset.key === key);
      if (again) again.focus();
    }
  }

  let timer = 0;
  function toast(text) {
    const node = byId("toast");
    node.textContent = text;
    node.classList.add("on");
    clearTimeout(timer);
    timer = setTimeout(() => node.classList.remove("on"), 2600);
  }

  return { el, svg, add, fill, byId, toast };
})();
