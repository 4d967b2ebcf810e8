// Files for the reader to keep: the issues shown as CSV or JSON Lines, and the marks as a baseline.

function download(name, type, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: type + ";charset=utf-8" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

// An issue with the keys of tqa's own JSON, but for `edits`, which the page doesn't have.
function exported(at) {
  const packed = data.issues[at];
  const issue = unpack(at);
  const spans = [];
  for (let i = 0; i < packed[SPANS].length; i += 3) {
    const [side, start, end] = packed[SPANS].slice(i, i + 3);
    spans.push({ side: side ? "source" : "target", start, end });
  }
  return {
    rule: issue.rule.id, category: issue.type, severity: issue.severity, message: issue.message, file: data.files[packed[FILE]],
    line: packed[LINE], segment: issue.segment, source_lang: issue.source.lang, target_lang: issue.target.lang,
    language: packed[LANGUAGE], source: issue.source.text, target: issue.target.text, spans, suggestion: issue.suggestion,
    applicability: packed[APPLICABILITY], fingerprint: packed[FINGERPRINT], status: isKnown(at) ? "known" : "new", mark: markOf(at) || null,
  };
}

function jsonLines(numbers) {
  return numbers.map((at) => JSON.stringify(exported(at)) + "\n").join("");
}

// As the reporter `csv` writes it: with a byte-order mark, and no text taken for a formula.
function csvCell(value) {
  const text = value === null ? "" : String(value);
  const safe = /^[=+\-@\t\r]/.test(text) ? "'" + text : text;
  return /[",\r\n]/.test(safe) ? '"' + safe.replaceAll('"', '""') + '"' : safe;
}

function csvTable(numbers) {
  const rows = numbers.map(exported).map((issue) => ({ ...issue, spans: issue.spans.map((span) => `${span.side}:${span.start}-${span.end}`).join(" ") }));
  const columns = Object.keys(rows[0] || exported(0));
  return "\ufeff" + [columns, ...rows.map(Object.values)].map((cells) => cells.map(csvCell).join(",") + "\r\n").join("");
}

// The marked issues, and those that are known already: the file can take the place of the baseline of this run.
function baselineLines() {
  const entry = ({ fingerprint, rule, severity, file, segment, message, mark }) => ({ fingerprint, rule, severity, file, segment, message, ...(mark ? { mark } : {}) });
  const order = (a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0);
  const entries = data.issues.map((_, at) => at).filter((at) => isKnown(at) || markOf(at)).map(exported).map(entry).sort(order);
  return entries.map((one) => JSON.stringify(one) + "\n").join("");
}
