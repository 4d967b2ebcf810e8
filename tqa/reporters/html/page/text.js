// How a text under test gets onto the page: always as text nodes, its spans marked, the unseen made visible.

const data = JSON.parse(document.getElementById("data").textContent);

function element(name, classes, ...children) {
  const made = document.createElement(name);
  if (classes) made.className = classes;
  made.append(...children);
  return made;
}

function icon(name, classes) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("class", classes);
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  use.setAttribute("href", "#" + name);
  svg.append(use);
  return svg;
}

// The same characters as in visible.py: what acts on the page instead of showing, and what is worth showing in a span.
const UNSAFE = /[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff\u{e0000}-\u{e00ff}\u{e01f0}-\u{e0fff}]/u;
const UNSEEN = /[\x00-\x1f\x7f-\x9f\xa0\xad\u061c\u180e\u2000-\u200f\u2028-\u202f\u205f\u2060-\u206f\u3000\ufeff\ufff9-\ufffb\ud800-\udfff\u{e0000}-\u{e00ff}\u{e01f0}-\u{e0fff}]/u;
let showsInvisible = false;

function label(character) {
  const code = character.codePointAt(0);
  return data.names[code] || "U+" + code.toString(16).toUpperCase().padStart(4, "0");
}

function unseen(character) {
  const made = element("span", "unseen", label(character));
  made.title = "U+" + character.codePointAt(0).toString(16).toUpperCase().padStart(4, "0");
  return made;
}

// Append the text to `parent`, with what can't be seen shown as a label: a "mark" shows all of it, a "text" what is
// unsafe or what the reader asks for, a "label" (a message, a file's name) only what is unsafe.
function appendText(parent, text, kind) {
  const showsSpaces = showsInvisible && kind !== "label";
  const hidden = kind === "mark" || showsSpaces ? UNSEEN : UNSAFE;
  if (!hidden.test(text) && !showsSpaces) {
    parent.append(text);
    return parent;
  }
  let plain = "";
  const flush = () => { if (plain) { parent.append(plain); plain = ""; } };
  for (const character of text) {
    if (hidden.test(character)) {
      flush();
      parent.append(unseen(character));
      if (character === "\n") parent.append("\n");
    } else if (showsSpaces && character === " ") {
      flush();
      parent.append(element("span", "space", "·"));
    } else plain += character;
  }
  flush();
  return parent;
}

// A text with its marks, each {start, end, kind} in code points; where marks overlap, the first one shows. A `most`
// cuts a longer text to about that many code points around the first mark.
function markedText(text, marks, most) {
  const characters = Array.from(text);
  const length = characters.length;
  let low = 0, high = length;
  if (most && length > most) {
    const start = marks.length ? marks[0].start : 0;
    const end = marks.length ? Math.min(marks[0].end, start + most) : 0;
    low = Math.max(0, Math.min(start - Math.floor((most - (end - start)) / 2), length - most));
    high = Math.min(length, low + most);
  }
  const edges = new Set([low, high]);
  for (const mark of marks) for (const edge of [mark.start, mark.end]) if (edge > low && edge < high) edges.add(edge);
  const sorted = [...edges].sort((a, b) => a - b);
  const made = document.createDocumentFragment();
  if (low > 0) made.append("…");
  for (let at = 0; at + 1 < sorted.length; at++) {
    const [start, end] = [sorted[at], sorted[at + 1]];
    const mark = marks.find((one) => one.start <= start && one.end >= end);
    const part = characters.slice(start, end).join("");
    made.append(mark ? appendText(element("mark", "span-" + mark.kind), part, "mark") : appendText(document.createDocumentFragment(), part, "text"));
  }
  if (high < length) made.append("…");
  return made;
}

// What changes from `before` to `after`, word by word, as [kind, text] with "same", "del" or "ins" (longest common
// subsequence). Changes that only spaces part are one change: a run of words is read more easily than every second one.
function difference(before, after) {
  const words = (text) => text.match(/\s+|[^\s]+/gu) || [];
  const [a, b] = [words(before), words(after)];
  if (a.length * b.length > 250000) return [["del", before], ["ins", after]];
  const longest = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--) for (let j = b.length - 1; j >= 0; j--) {
    longest[i][j] = a[i] === b[j] ? longest[i + 1][j + 1] + 1 : Math.max(longest[i + 1][j], longest[i][j + 1]);
  }
  const parts = [];
  let [i, j, removed, added, spaces] = [0, 0, "", "", ""];
  const close = () => {
    if (removed) parts.push(["del", removed]);
    if (added) parts.push(["ins", added]);
    if (spaces) parts.push(["same", spaces]);
    removed = added = spaces = "";
  };
  const bridge = () => {
    if (removed || added) [removed, added] = [removed + spaces, added + spaces];
    else if (spaces) parts.push(["same", spaces]);
    spaces = "";
  };
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      if (a[i].trim()) { close(); parts.push(["same", a[i]]); } else spaces += a[i];
      i++;
      j++;
    } else {
      bridge();
      if (j >= b.length || (i < a.length && longest[i + 1][j] >= longest[i][j + 1])) removed += a[i++];
      else added += b[j++];
    }
  }
  close();
  return parts;
}
