// What the reader thinks of an issue: accepted (it stands, but is no news) or a false positive. Marks are kept by the
// browser under the issue's fingerprint, so that they outlive this page, and are saved as a baseline.

const MARKS = ["accepted", "false-positive"];
const MARK_NAMES = { accepted: "accepted", "false-positive": "false positive" };
const STORE = "tqa-marks";
const marks = storedMarks();

function storedMarks() {
  try {
    const stored = JSON.parse(localStorage.getItem(STORE) || "{}");
    return new Map(Object.entries(stored).filter(([, mark]) => MARKS.includes(mark)));
  } catch {
    return new Map();  // no storage for this page, or somebody else's data in it
  }
}

function markOf(at) {
  return marks.get(data.issues[at][FINGERPRINT]) || "";
}

function setMark(at, mark) {
  const fingerprint = data.issues[at][FINGERPRINT];
  if (mark) marks.set(fingerprint, mark);
  else marks.delete(fingerprint);
  try {
    localStorage.setItem(STORE, JSON.stringify(Object.fromEntries(marks)));
  } catch {
    // The marks hold as long as the page is open.
  }
}

function nextMark(at) {
  return [...MARKS, ""][MARKS.indexOf(markOf(at)) + 1];
}

function markedIssues() {
  return marks.size === 0 ? [] : data.issues.map((_, at) => at).filter(markOf);
}

function isKnown(at) {
  return data.issues[at][STATUS] === 1;
}

// Whether an issue is of the lot that is looked at: new ones, known ones, or all.
function isInLot(at, status) {
  return status === "all" || isKnown(at) === (status === "known");
}

function hasStatus(at, status) {
  if (status === "unmarked") return !markOf(at);
  return !MARKS.includes(status) || markOf(at) === status;
}

function labels(at) {
  const made = [];
  if (isKnown(at)) made.push(element("span", "tag", "known"));
  if (markOf(at)) made.push(element("span", "tag tag-mark", MARK_NAMES[markOf(at)]));
  return made;
}
