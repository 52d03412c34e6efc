import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ruleSetDocument, parseRuleSet } from '../../../../shared/rules/rule-set.ts';
import { mutilated, ruleFile } from './rule-set-arbitrary.ts';

const published = new URL('../../../../assets/rules.schema.json', import.meta.url);
const accepts = new Ajv2020({ strict: false }).compile(
  JSON.parse(readFileSync(published, 'utf8')) as object,
);

/** What a schema can't express: what texts mean, and how their parts relate. */
const beyondSchema = new Set(['custom', 'invalid_key']);

type Issue = { readonly code: string; readonly errors?: readonly (readonly Issue[])[] };

/** Whether a problem is one of shape, so that the schema has to see it too. */
function isShape({ code, errors }: Issue): boolean {
  if (errors !== undefined) return errors.every((branch) => branch.some(isShape));
  return !beyondSchema.has(code);
}

const full = {
  $schema: './rules.schema.json',
  version: 1,
  rules: [
    {
      id: 'work-to-home',
      name: 'Work blocks home',
      enabled: true,
      sources: ['Work/*'],
      targets: ['Home/Family'],
      exclude: ['Work/Rooms'],
      conditions: {
        all: [
          { response: ['accepted', 'organizer'] },
          { showAs: ['busy', 'oof'] },
          { allDay: false },
          { any: [{ title: { matches: '^1:1', ignoreCase: false } }, { category: ['Red'] }] },
          { none: [{ organizerDomain: ['example.com'] }, { visibility: ['private'] }] },
          { attendees: { min: 1 } },
          { duration: { min: 15, max: 480 } },
          { weekday: { days: ['mon', 'fri'], zone: 'Europe/Berlin' } },
          { timeOfDay: { from: '22:00', to: '06:00' } },
          { recurring: true },
          { eventKind: ['default', 'focusTime'] },
        ],
      },
      mask: {
        level: 'title',
        label: 'Work',
        labels: { 'Work/Team': 'Team' },
        template: '{label}: {title}',
        revealPrivate: true,
      },
      options: {
        showAs: 'same',
        visibility: 'default',
        color: 'Blue',
        bufferBefore: 5,
        bufferAfter: 10,
        roundTo: 15,
        allDay: 'workingHours',
        workingHours: { from: '08:00', to: '16:00', days: ['mon'], zone: 'Europe/Berlin' },
        merge: true,
        mergeGap: 10,
        skipWhenBusy: true,
        onEdit: 'keep',
        onDelete: 'recreate',
        retentionDays: 30,
      },
    },
  ],
};

describe('the published schema', () => {
  it('[R29] accepts a file that uses everything, as the program does', () => {
    expect(parseRuleSet(full)).toMatchObject({ ok: true });
    expect(accepts(full)).toBe(true);
  });

  it('[R29] accepts every file that the program takes', () => {
    let taken = 0;
    fc.assert(
      fc.property(ruleFile, (file) => {
        if (!ruleSetDocument.safeParse(file).success) return;
        taken++;
        expect(accepts(file), JSON.stringify(accepts.errors)).toBe(true);
      }),
      { numRuns: 500 },
    );
    expect(taken).toBeGreaterThan(100);
  });

  it('[R29] refuses every file that the program refuses for its shape', () => {
    let refused = 0;
    fc.assert(
      fc.property(mutilated, (file) => {
        const parsed = ruleSetDocument.safeParse(file);
        if (parsed.success) {
          expect(accepts(file), JSON.stringify(accepts.errors)).toBe(true);
          return;
        }
        if (!parsed.error.issues.some((issue) => isShape(issue))) return;
        refused++;
        expect(accepts(file)).toBe(false);
      }),
      { numRuns: 1_000 },
    );
    expect(refused).toBeGreaterThan(300);
  });
});
