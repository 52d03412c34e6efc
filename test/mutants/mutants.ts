export interface Edit {
  readonly file: string;
  /** Occurs exactly once in the file. */
  readonly find: string;
  readonly replace: string;
}

/** A bug that somebody could write: one place in the code, and what would stand there instead. */
export interface Mutant extends Edit {
  readonly name: string;
  /** Where a second safety net would catch the first mistake: the hole in it. */
  readonly also?: Edit;
  /** A late seed that found it once: lived first, since a run through all lives before it takes minutes. */
  readonly foundBy?: number;
}

/** Each of these must be caught by the random lives. */
export const mutants: readonly Mutant[] = [
  {
    name: 'reads only the first page of Microsoft',
    file: 'electron/providers/microsoft/pages.ts',
    find: 'if (next == null) {',
    replace: "if (next == null || walk.kind === 'list') {",
  },
  {
    name: 'reads only the first page of Google',
    file: 'electron/providers/google/pages.ts',
    find: 'if (nextPageToken === undefined) return',
    replace: 'if (true) return',
  },
  {
    name: 'takes a failed read for an empty calendar',
    file: 'electron/sync/pull.ts',
    find: "if (result.kind !== 'ok') return",
    replace:
      "if (result.kind === 'unreachable') { absorb(deps, calendar.id, { kind: 'snapshot', covers: context.window, events: [], blocks: [], removed: [], cursor: '', reset: false, unclear: [], skipped: 0 }, { ...context, needs }, dirty); }\n  if (result.kind !== 'ok') return",
  },
  {
    name: 'takes "not found" for an answer to an update',
    foundBy: 33,
    file: 'electron/sync/settle.ts',
    find: "return { record: before ?? intended, next: 'replan', doubtful: true };",
    replace: "return { record: { ...intended, state: 'gone', etag: null }, next: 'replan' };",
  },
  {
    name: 'takes "not found" for an answer to a deletion',
    foundBy: 17,
    file: 'electron/sync/settle.ts',
    find: "return { record: { ...intended, missed: true }, next: 'replan', doubtful: true };",
    replace: "return { record: { ...intended, state: 'gone', etag: null }, next: 'done' };",
  },
  {
    name: 'forgets that a write failed',
    file: 'electron/sync/write-journal.ts',
    find: "if (next !== 'done' && next !== 'again') {",
    replace: "if (next === 'replan') {",
  },
  {
    name: 'does not look for a creation whose answer was lost',
    file: 'electron/sync/uncertain.ts',
    find: "record.state !== 'creating' ||",
    replace: "record.state === 'creating' || record.state === 'live' ||",
  },
  {
    name: 'moves the cursor before the changes are kept',
    foundBy: 130,
    file: 'electron/sync/absorb.ts',
    find: '  return store.transaction(() => {\n    const seen',
    replace:
      '  store.commitPull(calendar, { ...pull, kind: "changes", events: [], blocks: [], removed: [] }, { at: clock.now(), window: context.window, needs: context.needs });\n  return store.transaction(() => {\n    const seen',
  },
  {
    name: 'uses an id again after its event was deleted, and gives up where it is taken',
    file: 'shared/plan/difference.ts',
    find: "    case 'gone':\n      return create(record.key, record.generation + 1, false);",
    replace: "    case 'gone':\n      return create(record.key, record.generation, false);",
    also: {
      file: 'electron/sync/settle.ts',
      find: "return { record: intended, next: 'again' };",
      replace: "return { record: before, next: 'done' };",
    },
  },
  {
    name: 'takes a block of another vault for a source',
    file: 'shared/rules/eligible.ts',
    find: "if (event.foreignBlock) return 'foreignBlock';",
    replace: '',
  },
  {
    name: 'takes a block of its own for a source',
    file: 'electron/sync/absorb.ts',
    find: '.filter(({ marker }) => marker.vault !== vault.id)',
    replace: '',
    also: {
      file: 'shared/rules/eligible.ts',
      find: "if (event.foreignBlock) return 'foreignBlock';",
      replace: '',
    },
  },
  {
    name: 'removes blocks through a calendar where they are guests, which another account lists as well',
    foundBy: 27,
    file: 'shared/plan/guests.ts',
    find: "operation.kind !== 'delete' || operation.record.slot !== null",
    replace: 'operation.target.length > 0',
    also: {
      file: 'shared/rules/selectors.ts',
      find: '!elsewhere.has(id) && ',
      replace: '',
    },
  },
  {
    name: 'lets a shared calendar take the name of one that was there',
    file: 'electron/sync/list-calendars.ts',
    find: 'return ref === undefined ? `1 ${isDefault ? 0 : 1} ${remoteId}` : `0 ${ref}`;',
    replace: 'return ref === undefined && !isDefault ? remoteId : remoteId;',
  },
  {
    name: 'takes blocks of another vault for its own',
    file: 'electron/sync/absorb.ts',
    find: '.filter(({ marker }) => marker.vault === vault.id)',
    replace: '',
  },
  {
    name: 'shows the place of an event at every level',
    file: 'shared/rules/mask.ts',
    find: "allows('titleAndLocation') ? tidy(wordsOf(event.text.location), TITLE_MAX) : ''",
    replace: 'tidy(event.text.location ?? event.text.title, TITLE_MAX)',
  },
  {
    name: 'shows what is private at its source',
    file: 'shared/rules/mask.ts',
    find: 'return isPrivate && !revealPrivate',
    replace: 'return isPrivate && revealPrivate',
  },
  {
    name: 'writes local time for UTC',
    file: 'shared/time/instant.ts',
    find: 'new Date(at).toISOString()',
    replace: 'new Date(at + 7_200_000).toISOString()',
  },
  {
    name: 'changes and deletes without a condition on Google',
    file: 'electron/providers/google/change-block.ts',
    find: "{ kind: 'delete', ifMatch: etag }",
    replace: "{ kind: 'delete', ifMatch: '*' }",
  },
  {
    name: 'repairs no block that was edited by hand',
    file: 'shared/plan/difference.ts',
    find: "return onEdit === 'repair' && mayRepair(record, now)",
    replace: "return onEdit !== 'repair' && mayRepair(record, now)",
  },
  {
    name: 'brings back what the user dismissed, for ever',
    file: 'shared/plan/difference.ts',
    find: "return onDelete === 'dismiss' && sameTime(record, desired)",
    replace: "return onDelete === 'dismiss'",
  },
  {
    name: 'leaves the blocks of a rule that was taken away',
    file: 'shared/plan/cause-to-remove.ts',
    find: "      : 'ruleGone';",
    replace: '      : null;',
  },
  {
    name: 'removes what lies behind the window',
    file: 'electron/sync/plan-input.ts',
    find: 'window: scene.window,',
    replace:
      'window: { start: clock.now() as never, end: (clock.now() + 5 * 86_400_000) as never },',
  },
  {
    name: 'forgets to plan a calendar that comes back',
    foundBy: 46,
    file: 'electron/sync/dirty.ts',
    find: 'else if (this.#away.delete(calendar)) this.#everything = true;',
    replace: 'else this.#away.delete(calendar);',
  },
  {
    name: 'plans only where a change is now, not where it was',
    file: 'electron/sync/dirty.ts',
    find: 'const spans = [before, after].flatMap(',
    replace: 'const spans = [after ?? before].flatMap(',
  },
  {
    name: 'lets a meeting that two calendars hold cast two blocks',
    file: 'shared/plan/compose.ts',
    find: 'if (winner !== null) {',
    replace: 'if (winner !== null && winner !== active) {',
  },
  {
    name: 'blocks a calendar that holds the meeting itself',
    file: 'shared/plan/compose.ts',
    find: 'if (held.has(meeting)) {',
    replace: 'if (held.has(meeting) && meeting.length === 0) {',
  },
  {
    name: 'counts a declined meeting',
    file: 'shared/rules/eligible.ts',
    find: "event.response === 'declined') return 'declined'",
    replace: "event.response === 'declined' && event.cancelled) return 'declined'",
  },
  {
    name: 'rounds inwards',
    file: 'shared/rules/shape.ts',
    find: 'Math.ceil((at + offsetAt(at, zone)) / ms)',
    replace: 'Math.floor((at + offsetAt(at, zone)) / ms)',
  },
  {
    name: 'loses the end of merged blocks',
    foundBy: 25,
    file: 'shared/plan/merge.ts',
    find: 'last.span = hull(last.span, draft.span);',
    replace: 'last.span = { start: last.span.start, end: draft.span.end };',
  },
  {
    name: 'takes every part of a batch for done',
    foundBy: 191,
    file: 'electron/providers/microsoft/part-outcome.ts',
    find: "if (failure?.kind === 'throttled') return failure;",
    replace:
      "if (failure?.kind === 'throttled') return settled(write.kind === 'delete' ? { kind: 'removed' } : { kind: 'written', remoteId: 'none', etag: null });",
  },
  {
    name: 'keeps a copy of a block beside it',
    file: 'electron/sync/remove-duplicates.ts',
    find: 'if (writes.length === 0) return;',
    replace: 'if (writes.length >= 0) return;',
  },
  {
    name: 'takes a list of calendars from the future for a new one',
    foundBy: 32,
    file: 'electron/sync/list-calendars.ts',
    find: 'age > LIST_AGE_MS || age < 0',
    replace: 'age > LIST_AGE_MS',
  },
  {
    name: 'leaves what a lost database knew where no rule points any more',
    foundBy: 37,
    file: 'electron/sync/cycle.ts',
    find: 'canWrite && isUnseen(deps, id)',
    replace: 'false && canWrite && isUnseen(deps, id)',
  },
];
