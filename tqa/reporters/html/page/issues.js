// The issues as the page's script sees them. They stay packed arrays in memory; an issue is unpacked when it is shown.

const [RULE, TYPE, SEVERITY, FILE, LINE, SEGMENT, SOURCE_LANG, TARGET_LANG, MESSAGE, SOURCE, TARGET, SPANS, SUGGESTION, APPLICABILITY, LANGUAGE, FINGERPRINT, STATUS, BEFORE, AFTER, GROUP] = Array(20).keys();
const haystacks = [];

function fold(text) {
  return text.normalize("NFC").toLowerCase();
}

function haystack(at) {
  const packed = data.issues[at];
  return haystacks[at] ??= fold([packed[SOURCE] || "", packed[TARGET], packed[MESSAGE], packed[SUGGESTION] || "", packed[SEGMENT]].join("\n"));
}

// Make the texts for searching while the reader looks at the first page, a slice at a time.
function prepareSearch(from = 0) {
  const until = Math.min(data.issues.length, from + 2000);
  for (let at = from; at < until; at++) haystack(at);
  if (until < data.issues.length) setTimeout(() => prepareSearch(until), 20);
}

function pair(packed) {
  return data.langs[packed[SOURCE_LANG]][0] + " → " + data.langs[packed[TARGET_LANG]][0];
}

function unpack(at) {
  const packed = data.issues[at];
  const spans = [];
  for (let i = 0; i < packed[SPANS].length; i += 3) {
    const [side, start, end] = packed[SPANS].slice(i, i + 3);
    spans.push({ side: side ? "source" : "target", start, end, kind: i ? "evidence" : data.severities[packed[SEVERITY]] });
  }
  const side = (text, lang, name) => ({ text, lang: data.langs[lang][0], dir: data.langs[lang][1], marks: spans.filter((span) => span.side === name) });
  const beside = (number) => {
    if (number === null) return null;
    const [segment, source, target] = data.neighbours[number];
    const text = (value, lang) => ({ text: value, lang: data.langs[lang][0], dir: data.langs[lang][1], marks: [] });
    return { segment, source: text(source, packed[SOURCE_LANG]), target: text(target, packed[TARGET_LANG]) };
  };
  const line = packed[LINE] === null ? "" : ":" + packed[LINE];
  return {
    at,
    rule: data.rules[packed[RULE]],
    type: data.types[packed[TYPE]],
    severity: data.severities[packed[SEVERITY]],
    place: data.files[packed[FILE]] + line,
    extension: (/\.([a-z]+)$/i.exec(data.files[packed[FILE]]) || ["", ""])[1].toLowerCase(),
    segment: packed[SEGMENT],
    before: beside(packed[BEFORE]),
    after: beside(packed[AFTER]),
    group: packed[GROUP],
    isNamed: !/^\d+$/.test(packed[SEGMENT]),
    message: packed[MESSAGE],
    source: side(packed[SOURCE], packed[SOURCE_LANG], "source"),
    target: side(packed[TARGET], packed[TARGET_LANG], "target"),
    primary: spans[0] || null,
    suggestion: packed[SUGGESTION],
    isSafe: packed[APPLICABILITY] === "safe",
  };
}
