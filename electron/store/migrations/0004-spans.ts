/**
 * Spans move from R-trees into their rows: at a million blocks, an R-tree took six times as long to search as at
 * twenty thousand. Minutes since 1970, outwards; the reach sorts a span among those of its length, so that a search
 * by time is one seek per reach, however many spans there are.
 */
export const spans = ['event', 'block']
  .map(
    (table) => `
ALTER TABLE ${table} ADD COLUMN starts INTEGER NOT NULL DEFAULT 0;
ALTER TABLE ${table} ADD COLUMN ends INTEGER NOT NULL DEFAULT 0;
ALTER TABLE ${table} ADD COLUMN reach INTEGER NOT NULL GENERATED ALWAYS AS (CASE
  WHEN ends - starts <= 120 THEN 120
  WHEN ends - starts <= 4320 THEN 4320
  WHEN ends - starts <= 46080 THEN 46080
  ELSE 4294967296 END) VIRTUAL;
UPDATE ${table} SET starts = span.starts, ends = span.ends FROM ${table}_span AS span WHERE span.number = ${table}.number;
DROP TABLE ${table}_span;`,
  )
  .concat(
    `
CREATE INDEX event_span ON event (calendar, reach, starts, ends);
CREATE INDEX block_span ON block (target, reach, starts, ends);
DROP TABLE target;
`,
  )
  .join('\n');
