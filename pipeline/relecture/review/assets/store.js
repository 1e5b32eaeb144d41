// Decisions on one article, by fingerprint: kept in this browser under the hash of the source.
const memory = new Map();

const disk = {
  works: true,
  get(key) {
    try { return localStorage.getItem(key); } catch { return memory.get(key) ?? null; }
  },
  set(key, value) {
    try { localStorage.setItem(key, value); } catch { this.works = false; memory.set(key, value); }
  },
};

const OPEN = { status: 'open' };

class Store {
  constructor(article) {
    this.article = article;
    this.key = `relecture:decisions:${article.sha256}`;
    this.history = [];
    this.decisions = new Map(article.decisions.map((row) => [row.fingerprint, row]));
    // What was decided here goes over what came with the file.
    for (const row of this.kept()) this.decisions.set(row.fingerprint, row);
  }

  kept() {
    try {
      const rows = JSON.parse(disk.get(this.key) ?? '[]');
      return Array.isArray(rows) ? rows.filter((row) => row && typeof row.fingerprint === 'string') : [];
    } catch { return []; }
  }

  get(fingerprint) { return this.decisions.get(fingerprint) ?? OPEN; }

  set(fingerprint, decision, finding) {
    this.history.push([fingerprint, this.decisions.get(fingerprint), finding]);
    this.decisions.set(fingerprint, decision);
    this.save();
  }

  // Takes the last decision back; returns the finding it was about, or undefined.
  undo() {
    const last = this.history.pop();
    if (!last) return undefined;
    const [fingerprint, before, finding] = last;
    this.decisions.set(fingerprint, before ?? { fingerprint, status: 'open' });
    this.save();
    return finding;
  }

  save() { disk.set(this.key, JSON.stringify([...this.decisions.values()])); }

  rows() { return [...this.decisions.values()].filter((row) => row.status !== 'open'); }
}

const countDone = (store, fingerprints) =>
  fingerprints.reduce((n, print) => n + (store.get(print).status !== 'open'), 0);
