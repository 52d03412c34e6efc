import fc from 'fast-check';
import {
  eventKindValues,
  responseValues,
  showAsValues,
  visibilityValues,
} from '../../../../shared/model/event.ts';
import { maskLevels } from '../../../../shared/model/mask-level.ts';
import { weekdays } from '../../../../shared/model/weekday.ts';

const some = <T>(values: readonly T[]): fc.Arbitrary<T[]> =>
  fc.subarray([...values], { minLength: 1 });
const optional = { requiredKeys: [] };
const text = (maxLength: number): fc.Arbitrary<string> =>
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: Math.min(maxLength, 20) });
const selector = fc.oneof(fc.constantFrom('*', 'Work/*', 'Work/Calendar', 'Zuhause/Ärzte / 2'));
const selectors = fc.array(selector, { minLength: 1, maxLength: 3 });
const zone = fc.constantFrom('Europe/Berlin', 'Asia/Kathmandu', 'UTC');
const timeOfDay = fc
  .record({ hour: fc.integer({ min: 0, max: 23 }), minute: fc.integer({ min: 0, max: 59 }) })
  .map(({ hour, minute }) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);
const range = fc
  .tuple(fc.nat(500), fc.nat(500), fc.constantFrom('min', 'max', 'both'))
  .map(([min, more, which]) => ({
    ...(which === 'max' ? {} : { min }),
    ...(which === 'min' ? {} : { max: min + more }),
  }));

const leaf: fc.Arbitrary<unknown> = fc.oneof(
  fc.record({ response: some(responseValues) }),
  fc.record({ showAs: some(showAsValues) }),
  fc.record({ visibility: some(visibilityValues) }),
  fc.record({ eventKind: some(eventKindValues) }),
  fc.record({ allDay: fc.boolean() }),
  fc.record({ recurring: fc.boolean() }),
  fc.record({ category: fc.array(text(250), { minLength: 1, maxLength: 3 }) }),
  fc.record({ organizerDomain: fc.array(fc.domain(), { minLength: 1, maxLength: 3 }) }),
  fc.record({ attendees: range }),
  fc.record({ duration: range }),
  fc.record({ title: fc.record({ contains: text(250), ignoreCase: fc.boolean() }) }),
  fc.record({ title: fc.record({ startsWith: text(250) }) }),
  fc.record({ title: fc.record({ matches: fc.constantFrom('^a', 'b+', '[x-z]') }) }),
  fc.record({
    weekday: fc.record({ days: some(weekdays), zone }, { requiredKeys: ['days'] }),
  }),
  fc.record({
    timeOfDay: fc.record(
      { from: timeOfDay, to: timeOfDay, zone },
      { requiredKeys: ['from', 'to'] },
    ),
  }),
);

const condition: fc.Arbitrary<unknown> = fc.letrec<{ node: unknown }>((tie) => {
  const parts = fc.array(tie('node'), { minLength: 1, maxLength: 3 });
  return {
    node: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      leaf,
      fc.record({ all: parts }),
      fc.record({ any: parts }),
      fc.record({ none: parts }),
    ),
  };
}).node;

const mask = fc.oneof(
  fc.constantFrom(...maskLevels),
  fc.record(
    {
      level: fc.constantFrom(...maskLevels),
      label: text(120),
      labels: fc.dictionary(selector, text(120), { maxKeys: 3 }),
      template: fc.constantFrom('{label}', '{title}', 'x'),
      revealPrivate: fc.boolean(),
    },
    optional,
  ),
);

const options = fc.record(
  {
    showAs: fc.constantFrom('same', 'busy', 'tentative', 'oof', 'workingElsewhere'),
    visibility: fc.constantFrom('private', 'default'),
    color: fc.option(text(60)),
    bufferBefore: fc.nat(240),
    bufferAfter: fc.nat(240),
    roundTo: fc.constantFrom(0, 5, 15, 30, 60),
    allDay: fc.constantFrom('allDay', 'workingHours', 'skip'),
    workingHours: fc.record(
      { from: timeOfDay, to: timeOfDay, days: some(weekdays), zone },
      optional,
    ),
    merge: fc.boolean(),
    mergeGap: fc.nat(120),
    skipWhenBusy: fc.boolean(),
    onEdit: fc.constantFrom('repair', 'keep'),
    onDelete: fc.constantFrom('dismiss', 'recreate'),
    retentionDays: fc.option(fc.integer({ min: 1, max: 3650 })),
  },
  optional,
);

const rule = fc.record(
  {
    id: fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,20}$/),
    name: text(80),
    enabled: fc.boolean(),
    sources: selectors,
    targets: selectors,
    exclude: selectors,
    conditions: condition,
    mask,
    options,
  },
  { requiredKeys: ['id', 'sources', 'targets'] },
);

/** Files of the right shape; what they mean may still be wrong. */
export const ruleFile = fc.record(
  {
    $schema: fc.constant('rules.schema.json'),
    version: fc.constant(1),
    rules: fc.array(rule, { maxLength: 3 }),
  },
  { requiredKeys: ['rules'] },
);

/** The places of a value at which something stands, each as a path of keys. */
function placesOf(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, of]) => placesOf(of, [...path, key]))];
}

function replaced(value: unknown, [key, ...rest]: readonly string[], by: unknown): unknown {
  if (key === undefined) return by;
  const copy: unknown = Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) };
  const record = copy as Record<string, unknown>;
  record[key] = replaced(record[key], rest, by);
  return copy;
}

/** Files that are wrong in one place: another type there, or an unknown key. */
export const mutilated = fc
  .tuple(ruleFile, fc.nat(), fc.constantFrom<unknown>(null, 3.5, true, '', [], { extra: 1 }, -1))
  .map(([file, nth, by]) => {
    const places = placesOf(file);
    return replaced(file, places[nth % places.length] ?? [], by);
  });
