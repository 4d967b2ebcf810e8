// The table of issues: one page of real rows over the whole list.

const ROW_TEXT = 220;

function badge(severity) {
  return element("span", "badge badge-" + severity, icon("mark-" + severity, "mark mark-" + severity), severity);
}

function place(issue) {
  const made = element("div", "place", element("code", "", issue.rule.id), " · ");
  made.append(appendText(document.createElement("bdi"), issue.place, "label"));
  if (issue.isNamed) {
    const named = document.createElement("bdi");
    made.append(" · ", appendText(named, issue.segment, "label"));
  }
  return made;
}

function textBox(side, most, isKnown) {
  const made = element("div", "text");
  if (!isKnown) return element("div", "absent", "not known");
  if (!side.text) return element("div", "absent", "empty");
  made.lang = side.lang;
  made.dir = side.dir;
  made.append(markedText(side.text, side.marks, most));
  return made;
}

function textCell(issue, name) {
  const side = issue[name];
  const cell = element("td", "c-text c-" + name, textBox(side, ROW_TEXT, side.text !== null));
  cell.dataset.label = name;
  cell.lang = side.lang;
  cell.dir = side.dir;
  cell.setAttribute("role", "cell");
  if (issue.suggestion !== null && issue.primary?.side === name) {
    const suggested = element("div", "suggested", element("span", "sr", "suggestion: "));
    suggested.append(issue.suggestion ? markedText(issue.suggestion, [], ROW_TEXT) : element("span", "absent", "take it out"));
    cell.append(suggested);
  }
  return cell;
}

function row(at) {
  const issue = unpack(at);
  const open = appendText(element("button", "message"), issue.message, "label");
  open.type = "button";
  open.tabIndex = -1;
  open.setAttribute("aria-controls", "detail");
  const cells = [element("td", "c-severity", badge(issue.severity), ...labels(at)), element("td", "c-issue", open, place(issue))];
  for (const cell of cells) cell.setAttribute("role", "cell");
  const made = element("tr", "", ...cells, textCell(issue, "source"), textCell(issue, "target"));
  made.setAttribute("role", "row");
  made.dataset.at = at;
  return made;
}

function drawRows(numbers) {
  // A page whose sources aren't known has no use for their column.
  document.getElementById("rows").classList.toggle("no-source", numbers.every((at) => data.issues[at][SOURCE] === null));
  document.querySelector("#rows tbody").replaceChildren(...numbers.map(row));
}

function rowOf(at) {
  return document.querySelector(`#rows tr[data-at="${at}"]`);
}

// Show which row is chosen; only its button is a stop of the tab key, or the first one's where none is chosen.
function chooseRow(at, takesFocus) {
  const rows = [...document.querySelectorAll("#rows tr[data-at]")];
  const chosen = rows.find((one) => Number(one.dataset.at) === at);
  for (const one of rows) {
    one.classList.toggle("chosen", one === chosen);
    const button = one.querySelector(".message");
    button.tabIndex = one === (chosen || rows[0]) ? 0 : -1;
    if (one === chosen) one.setAttribute("aria-current", "true");
    else one.removeAttribute("aria-current");
  }
  if (chosen && takesFocus) {
    chosen.querySelector(".message").focus({ preventScroll: true });
    chosen.scrollIntoView({ block: "nearest", behavior: "instant" });
  }
}
