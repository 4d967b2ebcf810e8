// Ties the page together: one state, drawn anew after each change.

document.documentElement.classList.add("scripted");
const byId = (id) => document.getElementById(id);
const hasIssues = data.issues.length + data.shards.length > 0;
let state = readHash();
let view = { shown: [], counts: [], isBroken: false };

const pages = () => Math.max(1, Math.ceil(view.shown.length / PAGE));
const onPage = () => view.shown.slice((state.page - 1) * PAGE, state.page * PAGE);
const many = (count, noun) => `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`;

// Links of the figures: each shows its issues.
const FIGURES = ".matrix a, .fix, .points-link, .worst a, .group-link";

// The status for whose issues the menus were filled.
let filledFor = null;

function drawFilters() {
  byId("q").setAttribute("aria-invalid", String(view.isBroken));
  for (const input of document.querySelectorAll("[name=severity]")) {
    input.checked = state.severity.has(input.value);
    input.parentElement.querySelector("output").value = view.counts[data.severities.indexOf(input.value)].toLocaleString("en");
  }
  const lot = hasMarkFilter() ? "" : state.status;
  if (lot !== filledFor) FACETS.forEach((facet) => fillFacet(facet, lot));
  filledFor = lot;
  for (const facet of [...FACETS, "sort"]) byId(facet).value = state[facet];
  byId("which").value = state.status;
  drawPicked();
  const marked = markedIssues().length;
  byId("save-marks").disabled = !marked;
  byId("save-marks").textContent = `Save ${many(marked, "mark")} as baseline`;
  if (byId("q").value !== state.q) byId("q").value = state.q;
  byId("clear").disabled = !isFiltered();
  for (const link of document.querySelectorAll(FIGURES)) {
    const isCurrent = isFiltered() && link.getAttribute("href") === location.hash;
    if (isCurrent) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
}

// The filters without a menu, each as a button that takes it away; the points have a menu that may lack the range.
function drawPicked() {
  const picked = PICKED.filter((facet) => state[facet]).map((facet) => {
    const made = button("", "Take this filter away", () => change({ [facet]: "" }));
    made.classList.add("picked");
    made.append(appendText(document.createElement("bdi"), facet === "group" ? "one group" : `segment ${state.segment}`, "label"), " ✕");
    return made;
  });
  byId("picked").replaceChildren(...picked);
  const points = byId("points");
  if (![...points.options].some((option) => option.value === state.points)) {
    points.append(new Option(`Segments of ${state.points} points`, state.points));
  }
  points.value = state.points;
}

function isFiltered() {
  const facets = [...FACETS, ...PICKED, "points"];
  return Boolean(state.severity.size || state.q || hasMarkFilter() || facets.some((facet) => state[facet]));
}

function hasMarkFilter() {
  return state.status === "unmarked" || MARKS.includes(state.status);
}

function drawStatus() {
  const [total, count] = [data.issues.filter((_, at) => isInLot(at, state.status)).length, view.shown.length];
  const first = (state.page - 1) * PAGE + 1;
  const range = `${first.toLocaleString("en")}–${Math.min(count, first + PAGE - 1).toLocaleString("en")} of ${many(count, "issue")}`;
  const away = isFiltered() ? ` (${many(total - count, "issue")} filtered away)` : "";
  byId("status").textContent = view.isBroken ? "That is not a regular expression." : count ? range + away : `0 of ${total.toLocaleString("en")} shown` + (total ? ": filtered away" : "");
  byId("empty").hidden = count > 0;
  byId("rows").hidden = count === 0;
  byId("empty-title").textContent = total ? "No issue passes these filters." : "No new issues.";
  byId("empty-count").textContent = total ? `All ${many(total, "issue")} of this report are filtered away.` : `${many(data.issues.length, "known issue")} can be shown by the status.`;
  byId("clear-empty").hidden = !isFiltered();
  byId("save-csv").disabled = byId("save-jsonl").disabled = count === 0;
  byId("page-of").textContent = `Page ${state.page.toLocaleString("en")} of ${pages().toLocaleString("en")}`;
  byId("previous").disabled = state.page <= 1;
  byId("next").disabled = state.page >= pages();
}

function drawChosen(takesFocus) {
  const isOpen = state.issue > 0;
  byId("split").classList.toggle("open", isOpen);
  pane.hidden = !isOpen;
  placePane(isOpen ? rowOf(state.issue - 1) : null);
  if (isOpen) drawDetail(state.issue - 1, { previous: () => step(-1), next: () => step(1), close: () => open(0), mark, group: pickGroup });
  chooseRow(isOpen ? state.issue - 1 : cursor, takesFocus);
}

function draw() {
  view = filtered(state);
  state.page = Math.min(state.page, pages());
  if (!view.shown.includes(state.issue - 1)) state.issue = 0;
  if (state.issue) state.page = Math.floor(view.shown.indexOf(state.issue - 1) / PAGE) + 1;
  cursor = state.issue ? state.issue - 1 : -1;
  writeHash(state);
  drawFilters();
  drawRows(onPage());
  drawStatus();
  drawChosen(false);
}

// The issue that the keys j and k stand on; -1: none yet.
let cursor = -1;

// The state that the link to this page asks for, while its issues are still being loaded.
let pending = null;

function change(changes) {
  pending = null;
  state = { ...state, page: 1, issue: 0, ...changes };
  draw();
}

function clear() {
  const empty = Object.fromEntries([...FACETS, ...PICKED, "points", "q"].map((name) => [name, ""]));
  change({ ...empty, severity: new Set(), status: hasMarkFilter() ? "" : state.status });
}

function pickGroup(group) {
  change({ ...readHash(), severity: new Set(), q: "", rule: "", type: "", file: "", langs: "", segment: "", points: "", group: String(group), issue: state.issue });
}

function turn(pagesOn) {
  const page = Math.max(1, Math.min(pages(), state.page + pagesOn));
  if (page === state.page) return;
  change({ page });
  byId("issues").scrollIntoView({ block: "start", behavior: "instant" });
}

function open(number) {
  state.issue = number;
  if (number) cursor = number - 1;
  writeHash(state);
  drawChosen(true);
}

function step(by) {
  const at = view.shown.indexOf(cursor);
  const next = at < 0 ? (state.page - 1) * PAGE : at + by;
  if (next < 0 || next >= view.shown.length) return;
  const isOpen = state.issue > 0;
  cursor = view.shown[next];
  if (isOpen) state.issue = cursor + 1;
  const page = Math.floor(next / PAGE) + 1;
  if (page !== state.page) {
    state.page = page;
    drawRows(onPage());
    drawStatus();
  }
  writeHash(state);
  drawChosen(true);
}

// Mark an issue and show it; it stays where it is until the next filter, even if it no longer passes the present one.
function mark(at, value) {
  setMark(at, value);
  drawFilters();
  drawRows(onPage());
  drawChosen(true);
}

function toggleInvisible() {
  showsInvisible = !showsInvisible;
  byId("invisible").checked = showsInvisible;
  drawRows(onPage());
  drawChosen(false);
}

function toggleTheme() {
  const root = document.documentElement;
  const isDark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = isDark ? "light" : "dark";
}

function toggleSeverity(index) {
  const severity = new Set(state.severity);
  const name = data.severities[index];
  if (!severity.delete(name)) severity.add(name);
  change({ severity });
}

const KEYS = {
  j: () => step(1),
  k: () => step(-1),
  n: () => turn(1),
  p: () => turn(-1),
  o: () => open(state.issue || cursor < 0 ? 0 : cursor + 1),
  Escape: () => open(0),
  "/": () => byId("q").focus(),
  x: () => { if (cursor >= 0) mark(cursor, nextMark(cursor)); },
  c: clear,
  i: toggleInvisible,
  1: () => toggleSeverity(0),
  2: () => toggleSeverity(1),
  3: () => toggleSeverity(2),
  4: () => toggleSeverity(3),
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || byId("help").open) return;
  const isTyping = event.target.matches("input[type=search], select, textarea");
  if (isTyping) {
    if (event.key === "Escape") event.target.blur();
    return;
  }
  const action = { t: toggleTheme, "?": () => byId("help").showModal(), ...(hasIssues ? KEYS : {}) }[event.key];
  if (!action) return;
  event.preventDefault();
  action();
});

byId("theme").addEventListener("click", toggleTheme);
byId("run-link").addEventListener("click", (event) => {
  event.preventDefault();
  byId("run").open = true;
  byId("run").scrollIntoView();
});
byId("help-open").addEventListener("click", () => byId("help").showModal());

if (hasIssues) {
  byId("filters").addEventListener("submit", (event) => event.preventDefault());
  byId("filters").addEventListener("reset", (event) => { event.preventDefault(); clear(); });
  byId("clear-empty").addEventListener("click", clear);
  let typed = 0;
  byId("q").addEventListener("input", () => {
    clearTimeout(typed);
    typed = setTimeout(() => change({ q: byId("q").value }), 120);
  });
  byId("filters").addEventListener("change", (event) => {
    const { name, id, value } = event.target;
    if (name === "severity") toggleSeverity(data.severities.indexOf(value));
    else if (id === "invisible") toggleInvisible();
    else if (id === "which") change({ status: value });
    else if (id !== "q") change({ [id]: value });
  });
  byId("save-csv").addEventListener("click", () => download("issues.csv", "text/csv", csvTable(view.shown)));
  byId("save-jsonl").addEventListener("click", () => download("issues.jsonl", "application/jsonl", jsonLines(view.shown)));
  byId("save-marks").addEventListener("click", () => download("tqa-baseline.jsonl", "application/jsonl", baselineLines()));
  byId("previous").addEventListener("click", () => turn(-1));
  byId("next").addEventListener("click", () => turn(1));
  document.querySelector("#rows tbody").addEventListener("click", (event) => {
    if (getSelection().toString()) return;
    const number = Number(event.target.closest("tr").dataset.at) + 1;
    if (!number) return;  // in the pane of an issue
    open(state.issue === number ? 0 : number);
  });
  addEventListener("hashchange", () => {
    const isPlace = location.hash && !location.hash.includes("=");  // a link to a part of the page, not to issues
    if (isPlace) return;
    state = readHash();
    draw();
  });
  // A link to figures above shows its issues.
  for (const link of document.querySelectorAll(FIGURES)) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      history.replaceState(null, "", link.getAttribute("href"));
      state = readHash();
      draw();
      byId("issues").scrollIntoView({ block: "start" });
    });
  }
  isNarrow.addEventListener("change", () => drawChosen(false));
  pending = data.shards.length ? { ...state } : null;
  draw();
  if (isFiltered() || state.issue) byId("issues").scrollIntoView({ behavior: "instant" });
  if (state.issue) rowOf(state.issue - 1).scrollIntoView({ block: isNarrow.matches ? "start" : "nearest", behavior: "instant" });
  if (data.shards.length) loadAll();
  else setTimeout(prepareSearch, 300);
}

// Show the first file's issues as soon as they are there, and all of them in the end.
async function loadAll() {
  const size = data.shards.reduce((sum, [, , count]) => sum + count, 0);
  const drawAnew = () => { [segmentPoints, filledFor] = [null, null]; draw(); };
  let isFirst = true;
  byId("loading").textContent = "Loading.";
  const problems = await loadShards((count) => {
    byId("loading").textContent = `Loading: ${count.toLocaleString("en")} of ${many(size, "issue")} are here.`;
    if (isFirst) drawAnew();
    isFirst = false;
  });
  byId("loading").textContent = problems.join(" ");
  if (pending) state = pending;
  drawAnew();
  setTimeout(prepareSearch, 300);
}
