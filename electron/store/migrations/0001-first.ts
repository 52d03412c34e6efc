/** Mirror, ledger, outbox, holds, audit. Names are those of the glossary. */
export const first = `
CREATE TABLE calendar (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  account TEXT NOT NULL,
  body TEXT NOT NULL,
  listed INTEGER NOT NULL
) STRICT;

CREATE TABLE account_list (account TEXT PRIMARY KEY, at INTEGER NOT NULL) STRICT;

CREATE TABLE cursor (
  calendar INTEGER PRIMARY KEY REFERENCES calendar (number) ON DELETE CASCADE,
  cursor TEXT,
  window_start INTEGER NOT NULL,
  window_end INTEGER NOT NULL,
  needs TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;

CREATE TABLE event (
  number INTEGER PRIMARY KEY,
  calendar INTEGER NOT NULL REFERENCES calendar (number) ON DELETE CASCADE,
  id TEXT NOT NULL,
  series TEXT,
  body TEXT NOT NULL,
  UNIQUE (calendar, id)
) STRICT;
CREATE INDEX event_series ON event (calendar, series) WHERE series IS NOT NULL;

-- Minutes since 1970, outwards; a second dimension holds the calendar, so that a search touches only its own.
CREATE VIRTUAL TABLE event_span USING rtree_i32 (number, starts, ends, calendar_low, calendar_high);

CREATE TABLE block (
  number INTEGER PRIMARY KEY,
  target TEXT NOT NULL,
  key TEXT NOT NULL,
  rule TEXT,
  source_calendar TEXT,
  source_event TEXT,
  occurrence TEXT,
  state TEXT NOT NULL,
  remote_id TEXT,
  edited INTEGER NOT NULL,
  body TEXT NOT NULL,
  UNIQUE (target, key)
) STRICT;
CREATE INDEX block_slot ON block (source_calendar, source_event);
CREATE INDEX block_remote ON block (target, remote_id) WHERE remote_id IS NOT NULL;
CREATE INDEX block_unlinked ON block (target) WHERE rule IS NULL;
CREATE TABLE target (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE) STRICT;
CREATE VIRTUAL TABLE block_span USING rtree_i32 (number, starts, ends, target_low, target_high);

CREATE TABLE intent (ref TEXT PRIMARY KEY, at INTEGER NOT NULL, body TEXT NOT NULL) STRICT;

CREATE TABLE hold (rule TEXT, target TEXT NOT NULL, body TEXT NOT NULL) STRICT;

CREATE TABLE audit (
  sequence INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  entry TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;
CREATE INDEX audit_at ON audit (at);

CREATE TABLE cycle (number INTEGER PRIMARY KEY, at INTEGER NOT NULL, duration_ms INTEGER NOT NULL, ok INTEGER NOT NULL) STRICT;

CREATE TABLE note (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
`;
