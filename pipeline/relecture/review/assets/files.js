// Decisions out to X.decisions.json and back: the file that `annotate` reads.
const FORMAT = '1.0';
const FIELDS = ['fingerprint', 'slug', 'status', 'reason', 'note', 'by'];
const STATUSES = ['accepted', 'dismissed'];

function exportDecisions(store) {
  const decisions = store.rows().map((row) => Object.fromEntries(FIELDS.map((key) => [key, row[key] ?? ''])));
  const content = { schema_version: FORMAT, source_sha256: store.article.sha256, decisions };
  const blob = new Blob([`${JSON.stringify(content, null, 2)}\n`], { type: 'application/json' });
  const link = el('a', { href: URL.createObjectURL(blob), download: store.article.file });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

function parseDecisions(text) {
  const content = JSON.parse(text);
  if (!Array.isArray(content?.decisions)) throw new TypeError('no decisions');
  const rows = content.decisions.filter((row) => typeof row?.fingerprint === 'string' && STATUSES.includes(row.status));
  const clean = (row) => Object.fromEntries(FIELDS.map((key) => [key, String(row[key] ?? '')]));
  return { sha256: content.source_sha256, rows: rows.map(clean) };
}

async function importDecisions(file, store) {
  let read;
  try { read = parseDecisions(await file.text()); } catch { say(words.bad_file); return false; }
  for (const row of read.rows) store.decisions.set(row.fingerprint, row);
  store.history = [];
  store.save();
  const other = read.sha256 && read.sha256 !== store.article.sha256 ? ` ${words.other_article}` : '';
  say(fill(words.imported, { n: read.rows.length }) + other);
  return true;
}
