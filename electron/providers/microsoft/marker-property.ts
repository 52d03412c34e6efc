/**
 * The named property that carries the marker: one GUID and one name for all blocks, since mailboxes have a quota of
 * named properties (Graph docs, extensibility overview).
 */
export const MARKER_PROPERTY = 'String {6f3d2a7e-94c1-4b58-8e0d-5a1c7b9e2f46} Name blk';

/** Without the filter Graph silently returns nothing (providers.md 1.22). */
export const EXPAND_MARKER = `singleValueExtendedProperties($filter=id eq '${MARKER_PROPERTY}')`;
