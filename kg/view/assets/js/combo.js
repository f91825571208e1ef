/* A text field with a list of matches below it (the ARIA combobox pattern). */
"use strict";
kg.combo = (function () {
  const { el, fill } = kg.dom;
  let serial = 0;

  /* `matches(text)` gives [{label, note, icon, value}]; `pick(value)` is called with the chosen one's value. */
  function combo(input, list, matches, pick) {
    const name = `combo-${serial++}`;
    let items = [];
    let at = -1;
    list.id = list.id || name;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", "Matches");
    for (const [k, v] of Object.entries({
      role: "combobox",
      "aria-autocomplete": "list",
      "aria-expanded": "false",
      "aria-controls": list.id,
    }))
      input.setAttribute(k, v);

    function mark(index) {
      at = index;
      [...list.children].forEach((n, i) => n.setAttribute("aria-selected", String(i === at)));
      const option = list.children[at];
      if (option && items.length) {
        input.setAttribute("aria-activedescendant", option.id);
        option.scrollIntoView({ block: "nearest" });
      } else input.removeAttribute("aria-activedescendant");
    }
    function open() {
      items = input.value.trim() ? matches(input.value) : [];
      fill(
        list,
        items.map((item, i) =>
          el(
            "li",
            {
              id: `${name}-${i}`,
              role: "option",
              onmousedown: (e) => {
                e.preventDefault();
                choose(i);
              },
            },
            item.icon,
            el("span.what", { dir: "auto" }, item.label),
            item.note && el("span.note", {}, item.note),
          ),
        ),
      );
      if (!items.length && input.value.trim())
        fill(list, el("li.none", { role: "option", "aria-disabled": "true" }, "Nothing of that name"));
      list.hidden = !input.value.trim();
      input.setAttribute("aria-expanded", String(!list.hidden));
      mark(items.length ? 0 : -1);
    }
    function close() {
      list.hidden = true;
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
    }
    function choose(index) {
      if (!items[index]) return;
      close();
      pick(items[index].value, items[index]);
    }
    input.addEventListener("input", open);
    input.addEventListener("focus", () => input.value.trim() && open());
    input.addEventListener("blur", close);
    input.addEventListener("keydown", (e) => {
      if (e.key === "ArrowDown" || e.key === "ArrowUp") {
        if (list.hidden) open();
        const step = e.key === "ArrowDown" ? 1 : -1;
        if (items.length) mark((at + step + items.length) % items.length);
      } else if (e.key === "Enter") choose(at);
      else if (e.key === "Escape" && !list.hidden) {
        close();
        e.stopPropagation();
      } else return;
      e.preventDefault();
    });
  }

  return combo;
})();
