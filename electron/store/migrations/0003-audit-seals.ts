/** The audit log's sealed head, its finished segments, and how writes and quotas went, hour by hour. */
export const auditSeals = `
CREATE TABLE audit_head (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  sequence INTEGER NOT NULL,
  hash TEXT NOT NULL,
  opened INTEGER,
  segments INTEGER NOT NULL,
  base INTEGER NOT NULL,
  mac TEXT NOT NULL,
  second_mac TEXT
) STRICT;

CREATE TABLE audit_segment (
  number INTEGER PRIMARY KEY,
  first INTEGER NOT NULL,
  last INTEGER NOT NULL,
  starts INTEGER NOT NULL,
  ends INTEGER NOT NULL,
  start_hash TEXT NOT NULL,
  end_hash TEXT NOT NULL,
  mac TEXT NOT NULL,
  second_mac TEXT
) STRICT;

CREATE TABLE measure (
  account TEXT NOT NULL,
  hour INTEGER NOT NULL,
  good INTEGER NOT NULL,
  bad INTEGER NOT NULL,
  quota REAL NOT NULL,
  PRIMARY KEY (account, hour)
) STRICT, WITHOUT ROWID;
`;
