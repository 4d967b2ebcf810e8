// The issues as the page's script sees them. They stay packed arrays in memory; an issue is unpacked when it is shown.

const [RULE, TYPE, SEVERITY, FILE, LINE, SEGMENT, SOURCE_LANG, TARGET_LANG, MESSAGE, SOURCE, TARGET, SPANS, SUGGESTION, APPLICABILITY, LANGUAGE, FINGERPRINT, STATUS] = Array(17).keys();
const haystacks = [];

function fold(text) {
  return text.normalize("NFC").toLowerCase();
}

function haystack(at) {
  const packed = data.issues[at];
  return haystacks[at] ??= fold([packed[SOURCE] || "", packed[TARGET], packed[MESSAGE], packed[SUGGESTION] || "", packed[SEGMENT]].join("\n"));
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
  const line = packed[LINE] === null ? "" : ":" + packed[LINE];
  return {
    at,
    rule: data.rules[packed[RULE]],
    type: data.types[packed[TYPE]],
    severity: data.severities[packed[SEVERITY]],
    place: data.files[packed[FILE]] + line,
    segment: packed[SEGMENT],
    isNamed: !/^\d+$/.test(packed[SEGMENT]),
    message: packed[MESSAGE],
    source: side(packed[SOURCE], packed[SOURCE_LANG], "source"),
    target: side(packed[TARGET], packed[TARGET_LANG], "target"),
    primary: spans[0] || null,
    suggestion: packed[SUGGESTION],
    isSafe: packed[APPLICABILITY] === "safe",
  };
}
