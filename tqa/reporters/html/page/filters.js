// Which issues are shown: a state that lives in the URL's hash, so that a link shows what its sender saw.

const PAGE = 100;
const STATUSES = ["known", "all", "unmarked", ...MARKS];
const FACETS = ["rule", "type", "file", "langs"];
// Filters without a menu: they are set by links and taken away by a button.
const PICKED = ["segment", "group"];
const facetValue = {
  rule: (packed) => data.rules[packed[RULE]].id,
  type: (packed) => data.types[packed[TYPE]],
  file: (packed) => data.files[packed[FILE]],
  langs: pair,
  segment: (packed) => packed[SEGMENT],
  group: (packed) => String(packed[GROUP]),
};

function readHash() {
  const given = new URLSearchParams(location.hash.slice(1));
  const number = (name) => Math.max(0, Number.parseInt(given.get(name) || "0", 10) || 0);
  const state = { severity: new Set((given.get("severity") || "").split(",").filter((one) => data.severities.includes(one))) };
  for (const facet of [...FACETS, ...PICKED]) state[facet] = given.get(facet) || "";
  state.points = pointsTest(given.get("points") || "") ? given.get("points") : "";
  state.status = STATUSES.includes(given.get("status")) ? given.get("status") : "";
  state.q = given.get("q") || "";
  state.sort = ["severity", "rule"].includes(given.get("sort")) ? given.get("sort") : "";
  state.page = Math.max(1, number("page"));
  state.issue = number("issue");
  return state;
}

function writeHash(state) {
  const parts = [];
  const put = (name, value) => { if (value) parts.push(name + "=" + encodeURIComponent(value).replaceAll("%2F", "/").replaceAll("%2C", ",")); };
  put("severity", data.severities.filter((one) => state.severity.has(one)).join(","));
  for (const facet of [...FACETS, ...PICKED, "points", "status", "q", "sort"]) put(facet, state[facet].toWellFormed ? state[facet].toWellFormed() : state[facet]);
  put("page", state.page > 1 ? state.page : "");
  put("issue", state.issue || "");
  const hash = parts.length ? "#" + parts.join("&") : "";
  if (hash !== location.hash) history.replaceState(null, "", hash || location.href.split("#")[0]);
}

// A function that tells whether an issue has the text; null for a regular expression that isn't one.
function textTest(q) {
  const expression = /^\/(.+)\/$/s.exec(q);
  if (!expression) {
    const wanted = fold(q);
    return (at) => haystack(at).includes(wanted);
  }
  try {
    // What it searches is in lower case: only a pattern with capitals needs the slower way.
    const regex = new RegExp(expression[1], /\p{Lu}/u.test(expression[1]) ? "imu" : "mu");
    return (at) => regex.test(haystack(at));
  } catch {
    return null;
  }
}

// The numbers of the issues to show, in their order, and how many there would be of each severity.
function filtered(state) {
  const wanted = [...FACETS, ...PICKED].filter((facet) => state[facet]);
  const hasPoints = state.points ? pointsTest(state.points) : () => true;
  const hasText = state.q ? textTest(state.q) : () => true;
  const counts = data.severities.map(() => 0);
  const shown = [];
  if (!hasText) return { shown, counts, isBroken: true };
  data.issues.forEach((packed, at) => {
    if (!isInLot(at, state.status) || !hasStatus(at, state.status)) return;
    if (!wanted.every((facet) => facetValue[facet](packed) === state[facet]) || !hasPoints(at) || !hasText(at)) return;
    counts[packed[SEVERITY]]++;
    if (!state.severity.size || state.severity.has(data.severities[packed[SEVERITY]])) shown.push(at);
  });
  if (state.sort) {
    const key = state.sort === "severity" ? SEVERITY : RULE;
    shown.sort((a, b) => data.issues[a][key] - data.issues[b][key] || a - b);
  }
  return { shown, counts, isBroken: false };
}

// Offer each value of a facet, most frequent first; a facet with one value offers no choice.
function fillFacet(facet, status) {
  const counts = new Map();
  data.issues.forEach((packed, at) => {
    if (!isInLot(at, status)) return;
    const value = facetValue[facet](packed);
    counts.set(value, (counts.get(value) || 0) + 1);
  });
  const select = document.getElementById(facet);
  select.replaceChildren(select.options[0]);
  for (const [value, count] of [...counts].sort((a, b) => b[1] - a[1])) {
    const option = element("option", "", `${value} (${count.toLocaleString("en")})`);
    option.value = value;
    select.append(option);
  }
  select.parentElement.hidden = counts.size < 2;
}
