/* A dozen lines of test runner: `check(name, body)` collects, `run()` gives [{name, error}]. */
"use strict";
const checks = [];
const check = (name, body) => checks.push({ name, body });

const show = (value) =>
  JSON.stringify(value, (_, v) =>
    v instanceof Set ? ["set", ...v].sort() : v instanceof Map ? ["map", ...v] : v,
  );

function same(found, wanted) {
  if (show(found) !== show(wanted)) throw new Error(`found ${show(found)}, wanted ${show(wanted)}`);
}

function holds(condition, what) {
  if (!condition) throw new Error(what || "does not hold");
}

/* A small generator of pseudo-random numbers, the same on every run. */
function chance(seed) {
  let x = seed;
  return (n) => {
    x = (x * 1664525 + 1013904223) % 4294967296;
    return Math.floor((x / 4294967296) * n);
  };
}

const run = () =>
  checks.map(({ name, body }) => {
    try {
      body();
      return { name, error: null };
    } catch (e) {
      return { name, error: String(e.message || e) };
    }
  });
