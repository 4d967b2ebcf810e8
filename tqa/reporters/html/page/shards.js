// The issues of a report too large for one file stand in scripts beside it. They are loaded one after the other by
// script elements, the only way for a page that is opened as a file.

// Load them all; `more` is called with how many issues are there so far, after each file; returns what went wrong.
async function loadShards(more) {
  const problems = [];
  for (const [name, digest, size] of data.shards) {
    const given = await loadShard(name);
    if (given && given.digest === digest) for (const row of given.rows) data.issues.push(row);
    else problems.push(`${name} ${given ? "is of another run" : "can't be read"}: ${many(size, "issue")} can't be shown.`);
    more(data.issues.length);
  }
  return problems;
}

function loadShard(name) {
  return new Promise((done) => {
    let given = null;
    window.tqaShard = (rows, digest) => { given = { rows, digest }; };
    const script = document.createElement("script");
    script.src = name.split("/").map(encodeURIComponent).join("/");
    script.onload = script.onerror = () => { script.remove(); done(given); };
    document.head.append(script);
  });
}
