// The penalty of each segment in MQM points, as the histogram above counts it: that of its new issues.

// By issue; null until it is asked for.
let segmentPoints = null;

function allPoints() {
  const segments = data.files.map(() => new Map());
  data.issues.forEach((one, at) => {
    const found = segments[one[FILE]];
    found.set(one[SEGMENT], (found.get(one[SEGMENT]) || 0) + (isKnown(at) ? 0 : data.points[one[SEVERITY]]));
  });
  return data.issues.map((one) => segments[one[FILE]].get(one[SEGMENT]));
}

function pointsOf(at) {
  segmentPoints ??= allPoints();
  return segmentPoints[at];
}

// A test for a range of points: "5", "2-4" or "50-"; null for what is none.
function pointsTest(range) {
  const found = /^(\d+)(-(\d*))?$/.exec(range);
  if (!found) return null;
  const low = Number(found[1]);
  const high = !found[2] ? low : found[3] ? Number(found[3]) : Infinity;
  return (at) => { const points = pointsOf(at); return low <= points && points <= high; };
}
