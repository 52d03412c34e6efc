import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createDrafts } from '../../../../renderer/rules/drafts-store.ts';
import { isDirty } from '../../../../renderer/rules/drafts.ts';
import { createNotices } from '../../../../renderer/state/notices.ts';
import { createShelf } from '../../../../renderer/state/stores.tsx';
import type { Reply, Topic } from '../../../../shared/ipc/contract.ts';
import type { RulePreview } from '../../../../shared/ipc/rules.ts';
import { fakeApi } from '../../../window/fake-api.ts';

type Answer = (reply: Reply<'previewRules'>) => void;

const fine: RulePreview = { problems: [], impact: [], requests: 0, reveals: [], examples: [] };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** The drafts of a window whose previews answer when the test says so. */
async function editing() {
  const asked: Answer[] = [];
  const saved: unknown[] = [];
  const listeners: ((topics: readonly Topic[]) => void)[] = [];
  const api = {
    ...fakeApi('rich'),
    previewRules: () => new Promise<Reply<'previewRules'>>((answer) => asked.push(answer)),
    saveRules: ({ rules }: { readonly rules: unknown[] }) => {
      saved.push(rules);
      return Promise.resolve({ ok: true, value: {} } as const);
    },
    onChange: (listener: (topics: readonly Topic[]) => void) => {
      listeners.push(listener);
      return () => undefined;
    },
  };
  const shelf = createShelf(api);
  const drafts = shelf.store(createDrafts);
  await vi.advanceTimersByTimeAsync(1_000);
  return {
    asked,
    saved,
    drafts: drafts.getState,
    notices: () => shelf.store(createNotices).getState(),
    ring: (topic: Topic) => listeners.forEach((listener) => listener([topic])),
  };
}

it('goes on when events arrive while it looks at what saving would do', async () => {
  const { asked, saved, drafts, ring } = await editing();
  drafts().edit((rules) => rules.toSpliced(0, 1));
  const draft = drafts().history.present;
  const saving = drafts().save();
  ring('events');
  await vi.advanceTimersByTimeAsync(1_000);
  for (const answer of asked.reverse()) answer({ ok: true, value: fine });
  await saving;
  expect(saved).toEqual([draft]);
});

it('never takes the preview of an older draft for one of the draft in sight', async () => {
  const { asked, saved, drafts } = await editing();
  drafts().edit((rules) => rules.toSpliced(0, 1));
  await vi.advanceTimersByTimeAsync(1_000);
  drafts().edit((rules) => rules.toSpliced(0, 1));
  for (const answer of asked.splice(0)) answer({ ok: true, value: fine });
  await vi.advanceTimersByTimeAsync(0);
  const saving = drafts().save();
  for (const answer of asked.splice(0))
    answer({ ok: true, value: { ...fine, reveals: ['Board'] } });
  await saving;
  expect([drafts().asking, saved]).toEqual([['Board'], []]);
});

it('saves what was there at the click; what is edited meanwhile stays a draft', async () => {
  const { asked, saved, drafts } = await editing();
  drafts().edit((rules) => rules.toSpliced(0, 1));
  const atTheClick = drafts().history.present;
  const saving = drafts().save();
  drafts().edit((rules) => rules.toSpliced(0, 1));
  for (const answer of asked.splice(0)) answer({ ok: true, value: fine });
  await saving;
  expect(saved).toEqual([atTheClick]);
  expect(isDirty(drafts())).toBe(true);
});

it('says so where it could not find out what saving would do', async () => {
  const { asked, saved, drafts, notices } = await editing();
  drafts().edit((rules) => rules.toSpliced(0, 1));
  const saving = drafts().save();
  const problem = { code: 'x', sentence: 'It failed.', kept: '', action: '', details: [] };
  for (const answer of asked.splice(0)) answer({ ok: false, problem });
  await saving;
  expect([notices().list.map(({ words }) => words), saved]).toEqual([['It failed.'], []]);
});
