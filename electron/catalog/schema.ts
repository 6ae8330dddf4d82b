/**
 * Raised with every edit below, and whenever a settled change would be judged to another score or state: a catalogue
 * with another number is deleted and built again.
 */
export const SCHEMA = 9;

/** Records as they count at the head, one row a change as views list it, and the words to find it by. */
export const tables = `
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE record (
  n INTEGER PRIMARY KEY,
  path TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  subject TEXT,
  change_id TEXT,
  digest TEXT NOT NULL,
  position INTEGER NOT NULL,
  effective_at INTEGER,
  standing TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT;
CREATE INDEX record_by_change ON record (change_id, position, path) WHERE change_id IS NOT NULL;
CREATE INDEX record_by_kind ON record (kind, subject);
CREATE INDEX record_by_position ON record (position, path);

CREATE TABLE change (
  n INTEGER PRIMARY KEY,
  change_id TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  type TEXT NOT NULL,
  category TEXT NOT NULL,
  environment TEXT NOT NULL,
  band INTEGER NOT NULL,
  score INTEGER NOT NULL,
  state INTEGER NOT NULL,
  start_at INTEGER,
  end_at INTEGER,
  requester TEXT NOT NULL,
  implementer TEXT NOT NULL,
  imported INTEGER NOT NULL,
  hits INTEGER NOT NULL,
  settled INTEGER NOT NULL,
  outcome TEXT,
  closed_at INTEGER,
  team TEXT,
  approval_ms INTEGER,
  sites TEXT NOT NULL,
  shown TEXT NOT NULL
) STRICT;
CREATE INDEX change_by_start ON change (start_at, change_id, end_at);
CREATE INDEX change_by_end ON change (end_at);
CREATE INDEX change_by_title ON change (title COLLATE NOCASE, change_id);
CREATE INDEX change_by_score ON change (score, change_id);
CREATE INDEX change_by_closing ON change (closed_at) WHERE outcome IS NOT NULL;
CREATE INDEX change_by_state ON change (state, change_id);
CREATE INDEX change_by_requester ON change (requester, change_id);
CREATE INDEX change_living ON change (change_id) WHERE settled = 0;

CREATE TABLE change_service (service TEXT NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (service, n)) STRICT, WITHOUT ROWID;
CREATE INDEX change_service_by_change ON change_service (n);
CREATE TABLE change_site (site TEXT NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (site, n)) STRICT, WITHOUT ROWID;
CREATE INDEX change_site_by_change ON change_site (n);
CREATE TABLE change_waiting (person TEXT NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (person, n)) STRICT, WITHOUT ROWID;
CREATE INDEX change_waiting_by_change ON change_waiting (n);

CREATE VIRTUAL TABLE change_search USING fts5 (
  id, title, services, people,
  content = '', contentless_delete = 1, prefix = '2 3', tokenize = "unicode61 remove_diacritics 2"
);
`;
