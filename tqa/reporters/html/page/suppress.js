// What to write so that an issue is not reported again: a comment in the file itself, or lines for tqa.toml.

// A text as TOML has it: JSON's escapes are TOML's, and what can't be seen is escaped too, so that it survives copying.
function toml(text) {
  const whole = text.toWellFormed ? text.toWellFormed() : text;
  const escape = (character) => "\\U" + character.codePointAt(0).toString(16).padStart(8, "0");
  return Array.from(JSON.stringify(whole), (one) => (UNSEEN.test(one) ? escape(one) : one)).join("");
}

function tomlLines(issue) {
  const { primary } = issue;
  const text = primary ? Array.from(issue[primary.side].text).slice(primary.start, primary.end).join("") : issue.target.text;
  return ["[[suppress]]", "rule = " + toml(issue.rule.id), "text = " + toml(text), 'reason = ""'].join("\n");
}

// How the formats that have comments write one, by the file's extension, and where it goes.
const ABOVE = "on a line above the message";
const COMMENTS = {
  po: ["# ", "", ABOVE], pot: ["# ", "", ABOVE], properties: ["# ", "", ABOVE], ftl: ["# ", "", ABOVE],
  strings: ["/* ", " */", ABOVE],
  md: ["<!-- ", " -->", "on a line above the paragraph"], markdown: ["<!-- ", " -->", "on a line above the paragraph"],
  html: ["<!-- ", " -->", "at the start of the text"], htm: ["<!-- ", " -->", "at the start of the text"], xhtml: ["<!-- ", " -->", "at the start of the text"],
  vtt: ["NOTE ", "", "before the cue"],
  xlf: ["<note>", "</note>", "in the unit"], xliff: ["<note>", "</note>", "in the unit"], tmx: ["<note>", "</note>", "in the unit"],
  resx: ["<comment>", "</comment>", "in the data element"], resw: ["<comment>", "</comment>", "in the data element"],
  ts: ["<translatorcomment>", "</translatorcomment>", "in the message"],
  tsv: ["", "", "in the column note"], csv: ["", "", "in the column note"], xlsx: ["", "", "in the column note"],
};

function commentLine(issue) {
  const [open, close, where] = COMMENTS[issue.extension] || [];
  return where ? [open + `tqa: ignore ${issue.rule.id} -- reason` + close, where] : null;
}

function copyText(text) {
  return navigator.clipboard.writeText(text).catch(() => {
    const area = element("textarea", "sr");  // where the page may not use the clipboard
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  });
}

function copyButton(text, name) {
  const made = button("Copy", name, async () => {
    await copyText(text);
    made.textContent = "Copied";
    setTimeout(() => { made.textContent = "Copy"; }, 1500);
  });
  made.classList.add("copy");
  made.setAttribute("aria-label", name);
  return made;
}

function copyBox(title, text, name) {
  return element("div", "copybox", element("p", "note", title), copyButton(text, name), element("pre", "", text));
}

function suppressionBox(issue) {
  const made = element("details", "suppression", element("summary", "", "Suppress this issue"));
  const comment = commentLine(issue);
  if (comment) made.append(copyBox(`As a comment, ${comment[1]}`, comment[0], "Copy the comment"));
  made.append(copyBox("In tqa.toml", tomlLines(issue), "Copy the lines for tqa.toml"));
  return made;
}
