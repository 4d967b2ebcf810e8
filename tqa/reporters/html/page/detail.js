// The pane that tells all about one issue: beside the list, or within it where the window is narrow.

const pane = document.getElementById("detail");
const isNarrow = matchMedia("(max-width: 1180px)");

// Put the pane where there is room for it: on a narrow window, in a row of its own below that of its issue.
function placePane(row) {
  document.querySelector(".detail-row")?.remove();
  if (!isNarrow.matches || !row) {
    document.getElementById("split").append(pane);
    return;
  }
  const cell = element("td", "", pane);
  cell.colSpan = 4;
  cell.setAttribute("role", "cell");
  const made = element("tr", "detail-row", cell);
  made.setAttribute("role", "row");
  row.after(made);
}

function heading(text, note) {
  const made = element("h4", "", text);
  if (note) made.append(element("span", "lang", note));
  return made;
}

function button(text, title, action) {
  const made = element("button", "button", text);
  made.type = "button";
  made.title = title;
  made.addEventListener("click", action);
  return made;
}

// The text that the suggestion makes, with what it takes out and puts in.
function suggestionBox(issue) {
  const side = issue[issue.primary.side];
  const characters = Array.from(side.text);
  const { start, end } = issue.primary;
  const made = element("div", "text");
  made.lang = side.lang;
  made.dir = side.dir;
  appendText(made, characters.slice(0, start).join(""), "text");
  for (const [kind, part] of difference(characters.slice(start, end).join(""), issue.suggestion)) {
    appendText(kind === "same" ? made : made.appendChild(element(kind, "")), part, kind === "same" ? "text" : "mark");
  }
  return appendText(made, characters.slice(end).join(""), "text");
}

function exampleBox(texts, kind) {
  const made = element("div", "example " + kind);
  for (const [text, lang, dir] of texts) {
    const line = element("div", "text");
    line.lang = lang;
    line.dir = dir;
    made.append(appendText(line, text, "text"));
  }
  return made;
}

function about(rule) {
  const made = element("div", "about", heading("Rule", rule.id));
  const paragraphs = (text) => text.split("\n").filter(Boolean).map((one) => element("p", "", one));
  if (rule.summary) made.append(element("p", "", rule.summary));
  if (rule.why) made.append(heading("Why it matters"), ...paragraphs(rule.why));
  if (rule.fix) made.append(heading("How to fix"), ...paragraphs(rule.fix));
  if (rule.bad?.length) made.append(heading("Found"), exampleBox(rule.bad, "bad"));
  if (rule.good?.length) made.append(heading("Not found"), exampleBox(rule.good, "good"));
  return made;
}

// A segment beside the issue's, to be glanced at.
function neighbourBox(neighbour) {
  const made = element("div", "neighbour");
  for (const side of [neighbour.source, neighbour.target]) if (side.text !== null) made.append(textBox(side, 0, true));
  return made;
}

// What the terminology has: the term marked in the source, what is asked for, and what stands there.
function termBox(issue) {
  const made = element("dl", "term");
  const row = (name, text, side) => {
    const value = element("dd", "", textBox({ text, lang: side.lang, dir: side.dir, marks: [] }, 0, true));
    made.append(element("div", "", element("dt", "", name), value));
  };
  for (const mark of issue.source.marks) row("in the source", textUnder(issue.source, mark), issue.source);
  for (const mark of issue.target.marks) row("in the target", textUnder(issue.target, mark), issue.target);
  if (issue.suggestion && issue.primary) row("wanted", issue.suggestion, issue[issue.primary.side]);
  return made;
}

function textUnder(side, mark) {
  return Array.from(side.text).slice(mark.start, mark.end).join("");
}

function placeLine(issue) {
  const made = element("p", "note", issue.type.replace("/", " / "), " · ");
  made.append(appendText(document.createElement("bdi"), issue.place, "label"), " · segment ", appendText(document.createElement("bdi"), issue.segment, "label"), " ");
  made.append(copyButton(issue.place, "Copy file:line, to open it in an editor"));
  return made;
}

// The other issues of the same group, where there are any.
function groupLine(issue, actions) {
  const count = issue.group === null ? 0 : data.issues.filter((packed) => packed[GROUP] === issue.group).length;
  if (count < 2) return [];
  const all = button(`All ${count.toLocaleString("en")} issues of this group`, "", () => actions.group(issue.group));
  return [element("p", "group-line", all)];
}

function drawDetail(at, actions) {
  const issue = unpack(at);
  const head = element(
    "div", "detail-head", badge(issue.severity),
    button("‹", "Previous issue (k)", actions.previous), button("›", "Next issue (j)", actions.next), button("✕", "Close (Esc)", actions.close),
  );
  const names = ["Previous issue", "Next issue", "Close"];
  head.querySelectorAll("button").forEach((one, i) => one.setAttribute("aria-label", names[i]));
  const choices = element("div", "marking");
  for (const name of MARKS) {
    const choice = button(MARK_NAMES[name], "Mark (x)", () => actions.mark(at, markOf(at) === name ? "" : name));
    choice.setAttribute("aria-pressed", String(markOf(at) === name));
    choice.dataset.mark = name;
    choices.append(choice);
  }
  pane.replaceChildren(head, appendText(element("h3", ""), issue.message, "label"), placeLine(issue), choices);
  if (issue.source.text !== null) pane.append(heading("Source", issue.source.lang), textBox(issue.source, 0, true));
  pane.append(heading("Target", issue.target.lang), textBox(issue.target, 0, true));
  if (issue.suggestion !== null && issue.primary) {
    pane.append(heading("Suggestion", issue.isSafe ? "safe to apply" : "to be confirmed"), suggestionBox(issue));
  }
  if (issue.type.startsWith("terminology/") && issue.primary) pane.append(heading("Term"), termBox(issue));
  pane.append(...groupLine(issue, actions));
  if (issue.before) pane.append(heading("Before it", issue.before.segment), neighbourBox(issue.before));
  if (issue.after) pane.append(heading("After it", issue.after.segment), neighbourBox(issue.after));
  pane.append(suppressionBox(issue), about(issue.rule));
  pane.scrollTop = 0;
}
