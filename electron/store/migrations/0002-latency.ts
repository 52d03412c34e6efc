/** How long changes took to become blocks; and the audit log by block, for an event's history. */
export const latency = `
CREATE TABLE latency (number INTEGER PRIMARY KEY, account TEXT NOT NULL, at INTEGER NOT NULL, ms INTEGER NOT NULL) STRICT;
CREATE INDEX latency_at ON latency (at);
CREATE INDEX audit_key ON audit (entry ->> 'key') WHERE entry ->> 'key' IS NOT NULL;
`;
