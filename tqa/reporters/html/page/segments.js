// The penalty of each segment in MQM points, as the histogram above counts it: that of its new issues.

let segmentPoints = null;

function segmentKey(packed) {
  return packed[FILE] + "\n" + packed[SEGMENT];
}

function pointsOf(packed) {
  if (!segmentPoints) {
    segmentPoints = new Map();
    data.issues.forEach((one, at) => {
      if (isKnown(at)) return;
      const key = segmentKey(one);
      segmentPoints.set(key, (segmentPoints.get(key) || 0) + data.points[one[SEVERITY]]);
    });
  }
  return segmentPoints.get(segmentKey(packed)) || 0;
}

// A test for a range of points: "5", "2-4" or "50-"; null for what is none.
function pointsTest(range) {
  const found = /^(\d+)(-(\d*))?$/.exec(range);
  if (!found) return null;
  const low = Number(found[1]);
  const high = !found[2] ? low : found[3] ? Number(found[3]) : Infinity;
  return (packed) => { const points = pointsOf(packed); return low <= points && points <= high; };
}
