/** The very bodies that leave for each cloud, from the event and the rule to the wire. */
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { CloudRig, type Person } from '../kit/cloud-rig.ts';
import { fullEvent, goldens, plainest, silent, type Golden } from './cases.ts';

type Cloud = 'microsoft' | 'google';

const directions: readonly (readonly [Cloud, Cloud])[] = [
  ['microsoft', 'google'],
  ['google', 'microsoft'],
  ['microsoft', 'microsoft'],
  ['google', 'google'],
];

/** Of a marker no more than hexadecimal digits leave: nothing of the event can be read from it. */
const marker = z.string().regex(/^1\|[0-9a-f]{32}\|[0-9a-f]{64}\|0\|[0-9a-f]{32}$/);
const graphBody = z.looseObject({
  transactionId: z.guid(),
  singleValueExtendedProperties: z.tuple([z.strictObject({ id: z.string(), value: marker })]),
});
const googleBody = z.looseObject({
  id: z.string().regex(/^[a-v0-9]{20,}$/),
  extendedProperties: z.strictObject({
    private: z.strictObject({ blk: marker, blkv: z.literal('1'), blks: z.string() }),
  }),
});
const batch = z.object({ requests: z.array(z.object({ method: z.string(), body: z.unknown() })) });

/** A body without what is opaque: ids and the marker, of which only the form is held. */
const shown: Readonly<Record<Cloud, (body: unknown) => object>> = {
  microsoft: (body) => ({
    ...graphBody.parse(body),
    transactionId: undefined,
    singleValueExtendedProperties: undefined,
  }),
  google: (body) => {
    const parsed = googleBody.parse(body);
    const { blks } = parsed.extendedProperties.private;
    return { ...parsed, id: undefined, extendedProperties: undefined, hidden: blks };
  },
};

/** What was sent to make blocks when such an event met such a rule. */
async function sent(
  source: Cloud,
  target: Cloud,
  { mask, options, event, second }: Pick<Golden, 'mask' | 'options' | 'event' | 'second'>,
): Promise<readonly object[]> {
  const people: readonly Person[] = [
    { label: 'S', cloud: source },
    { label: 'T', cloud: target },
  ];
  const rig = new CloudRig(people).setRules({
    id: 'one',
    sources: ['S/Work'],
    targets: ['T/Work'],
    ...(mask === undefined ? {} : { mask }),
    ...(options === undefined ? {} : { options }),
  });
  rig.add('S/Work', '2026-05-05T09:10', { ...fullEvent, ...event });
  if (second !== undefined) rig.add('S/Work', '2026-05-05T10:00', { ...fullEvent, ...second });
  await rig.sync();
  return rig.seen.flatMap(({ call: { request, operation } }) => {
    const body = (): unknown => JSON.parse(request.body ?? '');
    if (operation === 'create') return [shown[target](body())];
    if (operation !== 'batch') return [];
    return batch
      .parse(body())
      .requests.filter(({ method }) => method === 'POST')
      .map((part) => shown[target](part.body));
  });
}

describe.each(directions)('[security P3] a block of %s on %s', (source, target) => {
  it.each(Object.entries(goldens))('with %s is sent as just this', async (_name, golden) => {
    expect(await sent(source, target, golden)).toEqual([
      { ...plainest[target], ...golden[target] },
    ]);
  });

  it.each(Object.entries(silent))('with %s is not sent', async (_name, given) => {
    expect(await sent(source, target, given)).toEqual([]);
  });
});
