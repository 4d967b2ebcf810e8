// The pane that tells all about one issue.

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

// A text as TOML has it: JSON's escapes are TOML's, and what can't be seen is escaped too, so that it survives copying.
function toml(text) {
  const whole = text.toWellFormed ? text.toWellFormed() : text;
  const escape = (character) => "\\U" + character.codePointAt(0).toString(16).padStart(8, "0");
  return Array.from(JSON.stringify(whole), (one) => (UNSEEN.test(one) ? escape(one) : one)).join("");
}

// The lines for tqa.toml that would suppress the issue wherever it stands; the reason is left for a person to give.
function suppressionBox(issue) {
  const { primary } = issue;
  const text = primary ? Array.from(issue[primary.side].text).slice(primary.start, primary.end).join("") : issue.target.text;
  const lines = ["[[suppress]]", "rule = " + toml(issue.rule.id), "text = " + toml(text), 'reason = ""'];
  const made = element("details", "suppression", element("summary", "", "Suppress in tqa.toml"));
  made.append(element("pre", "", lines.join("\n")));
  return made;
}

function drawDetail(at, actions) {
  const pane = document.getElementById("detail");
  const issue = unpack(at);
  const head = element(
    "div", "detail-head", badge(issue.severity),
    button("‹", "Previous issue (k)", actions.previous), button("›", "Next issue (j)", actions.next), button("✕", "Close (Esc)", actions.close),
  );
  const names = ["Previous issue", "Next issue", "Close"];
  head.querySelectorAll("button").forEach((one, i) => one.setAttribute("aria-label", names[i]));
  const type = element("p", "note", issue.type.replace("/", " / "), " · ");
  type.append(appendText(document.createElement("bdi"), issue.place, "label"), " · segment ", appendText(document.createElement("bdi"), issue.segment, "label"));
  const choices = element("div", "marking");
  for (const name of MARKS) {
    const choice = button(MARK_NAMES[name], "Mark (x)", () => actions.mark(at, markOf(at) === name ? "" : name));
    choice.setAttribute("aria-pressed", String(markOf(at) === name));
    choice.dataset.mark = name;
    choices.append(choice);
  }
  pane.replaceChildren(head, appendText(element("h3", ""), issue.message, "label"), type, choices);
  if (issue.source.text !== null) pane.append(heading("Source", issue.source.lang), textBox(issue.source, 0, true));
  pane.append(heading("Target", issue.target.lang), textBox(issue.target, 0, true));
  if (issue.suggestion !== null && issue.primary) {
    pane.append(heading("Suggestion", issue.isSafe ? "safe to apply" : "to be confirmed"), suggestionBox(issue));
  }
  pane.append(suppressionBox(issue), about(issue.rule));
  pane.scrollTop = 0;
}
