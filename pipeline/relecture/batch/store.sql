-- The manifest and index of a folder of annotations. Offsets are Unicode code points, end exclusive.
-- `articles` is the manifest; the other tables hang from it and are filled when an index is kept.
CREATE TABLE articles (
  id INTEGER PRIMARY KEY,
  output TEXT NOT NULL UNIQUE,   -- the annotation, relative to this file (JSON Lines: its name were it a file);
                                 -- of a file of several articles, the folder of theirs
  source TEXT NOT NULL,          -- the article, as messages and the JSON name it
  path BLOB NOT NULL,            -- the file to open, in the file system's own bytes
  member INTEGER,                -- rank in a file of several articles; -1 for that file itself
  size INTEGER NOT NULL,
  mtime_ns INTEGER NOT NULL,
  sha256 TEXT,                   -- of the source's bytes
  decisions TEXT,                -- hash of the editor's decisions beside the source, when there are any
  config TEXT NOT NULL,          -- hash of the settings, version and model that made the annotation
  status TEXT NOT NULL CHECK (status IN ('planned', 'done', 'failed', 'container')),
  cause TEXT,                    -- why it failed
  transient INTEGER NOT NULL DEFAULT 0, -- a failure that the next run tries again
  run INTEGER NOT NULL,          -- the last run that met the article
  position INTEGER,              -- JSON Lines: its rank; shard and line follow from it
  title TEXT,
  published TEXT
);
CREATE INDEX articles_planned ON articles (run, id) WHERE status = 'planned';
CREATE INDEX articles_position ON articles (position) WHERE position IS NOT NULL;
CREATE INDEX articles_path ON articles (path) WHERE member IS NOT NULL;
CREATE TABLE findings (
  article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
  id TEXT NOT NULL,
  slug TEXT NOT NULL,
  severity TEXT NOT NULL,
  confidence REAL NOT NULL,
  message TEXT NOT NULL,
  "start" INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  text TEXT NOT NULL,            -- the first evidence
  fingerprint TEXT NOT NULL,
  PRIMARY KEY (article, id)
) WITHOUT ROWID;
CREATE INDEX findings_slug ON findings (slug);
CREATE TABLE quantities (
  article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
  id TEXT NOT NULL,
  "start" INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  text TEXT NOT NULL,
  kind TEXT NOT NULL,
  value REAL,                    -- for comparisons; the exact decimal is in the JSON
  low REAL,
  high REAL,
  unit TEXT NOT NULL,
  dimension TEXT NOT NULL,
  si_value REAL,
  si_unit TEXT,
  noun TEXT,
  PRIMARY KEY (article, id)
) WITHOUT ROWID;
CREATE INDEX quantities_dimension ON quantities (dimension, si_value);
CREATE TABLE entities (
  article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
  id TEXT NOT NULL,
  label TEXT NOT NULL,
  canonical TEXT NOT NULL,
  mentions INTEGER NOT NULL,
  PRIMARY KEY (article, id)
) WITHOUT ROWID;
CREATE INDEX entities_canonical ON entities (canonical, label);
CREATE TABLE decisions (         -- what editors decided, from the decision files beside the articles
  article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
  fingerprint TEXT NOT NULL,
  slug TEXT NOT NULL,
  status TEXT NOT NULL,
  reason TEXT NOT NULL,
  note TEXT NOT NULL,
  "by" TEXT NOT NULL,
  PRIMARY KEY (article, fingerprint)
) WITHOUT ROWID;
-- Full text: SELECT source FROM search JOIN articles ON articles.id = search.rowid WHERE search MATCH 'fusion'
CREATE VIRTUAL TABLE search USING fts5 (title, text, tokenize = "unicode61 remove_diacritics 2");
