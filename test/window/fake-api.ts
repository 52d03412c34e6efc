import type { AccountView } from '../../shared/ipc/accounts.ts';
import type { AppState } from '../../shared/ipc/app.ts';
import type { CalendarItem } from '../../shared/ipc/calendar.ts';
import { instant } from '../../shared/time/instant.ts';
import { dataProtection } from './fake-data-protection.ts';
import type { Api, Channel, Input, Output, Problem, Topic } from '../../shared/ipc/contract.ts';
import type { SignInSetup } from '../../shared/ipc/sign-in-setup.ts';
import { ruleTemplateFor } from './fake-templates.ts';
import { components } from './fake-components.ts';
import {
  activity,
  appState,
  conflictsOf,
  defaultSettings,
  detailsOf,
  freeSlots,
  health,
  previewOf,
  seenAs,
} from './fake-answers.ts';
import { lostRule, lostState, renamed } from './fake-lost.ts';
import { dense, hostile, realistic } from './fake-events.ts';
import { now, people } from './fake-people.ts';
import { locked, managed, unmanagedPage } from './fake-policy.ts';
import { holds, rules } from './fake-rules.ts';
import { inTrouble, standing } from './standing.ts';

/**
 * `empty`: no account. `failing`: every answer is a problem. `silent`: no answer at all. `quiet`: accounts, but nothing in
 * them. `locked`: the organisation decides almost everything. `refusing`: what is read is answered, and no change is taken.
 * `lost`: a rule names a calendar that is gone, and another calendar was renamed.
 */
export const scenes = [
  ...(['rich', 'empty', 'dense', 'hostile', 'failing', 'silent', 'quiet', 'locked'] as const),
  ...(['refusing', 'lost'] as const),
] as const;
export type Scene = (typeof scenes)[number];

const policies: Partial<Record<Scene, typeof managed>> = { rich: managed, locked };

/** What changes something, or hands something out. */
const deeds: ReadonlySet<string> = new Set<Channel>([
  ...([
    'syncNow',
    'pause',
    'resume',
    'saveSettings',
    'startSample',
    'copyText',
    'openLink',
  ] as const),
  ...(['blockMe', 'unblockMe', 'saveRules', 'switchRule', 'exportRules', 'importRules'] as const),
  ...(['decideHold', 'addAccount', 'renameAccount', 'signInAgain', 'removeAccount'] as const),
  ...([
    'keepAccount',
    'exportActivity',
    'verifyActivity',
    'exportData',
    'eraseEverything',
  ] as const),
  ...(['supportBundle', 'saveSupportBundle', 'exportVault', 'importVault', 'saveClient'] as const),
  ...(['keepUnprotected', 'adminRequest', 'exportPolicy', 'saveNotices'] as const),
]);

type Answers = { readonly [C in Channel]: (input: Input<C>) => Output<C> };

const failure: Problem = {
  code: 'account.unreachable',
  sentence: 'The provider of “Acme” gave no usable answer (503).',
  kept: 'Nothing was lost: what is outstanding is tried again in the next cycle.',
  action: 'Check the network; then try again.',
  details: [],
};

const unanswered = {
  state: 'attention',
  sentence: '“Acme” does not answer. It is tried again.',
} as const;

/** A program without an engine: realistic data, and changes that last until the page is loaded anew. */
export function fakeApi(scene: Scene): Api {
  const listeners = new Set<(changed: readonly Topic[]) => void>();
  const ring = (...changed: Topic[]): void => listeners.forEach((listener) => listener(changed));
  let accounts: readonly AccountView[] =
    scene === 'empty' ? [] : scene === 'lost' ? renamed(people()) : people();
  const keys = accounts.flatMap((account) => account.calendars.map((calendar) => calendar.key));
  const itemsByScene: Partial<Record<Scene, () => CalendarItem[]>> = {
    empty: () => [],
    quiet: () => [],
    dense: () => dense(keys),
    hostile,
  };
  let items = (itemsByScene[scene] ?? realistic)();
  let app: AppState =
    scene === 'empty'
      ? {
          ...appState,
          mode: 'empty',
          holds: 0,
          conflicts: 0,
          accountsInTrouble: 0,
          sync: {
            ...appState.sync,
            ...standing({ mode: 'empty' }),
            lastCycleAt: null,
            nextCycleAt: null,
          },
        }
      : scene === 'quiet'
        ? {
            ...appState,
            holds: 0,
            conflicts: 0,
            accountsInTrouble: 0,
            sync: { ...appState.sync, ...standing({}) },
          }
        : scene === 'lost'
          ? lostState
          : scene === 'failing'
            ? { ...appState, sync: { ...appState.sync, ...unanswered } }
            : appState;
  let settings = defaultSettings;
  let setup: SignInSetup = {
    registrations: [],
    // The quiet computer is one without a keychain.
    keeping: scene === 'quiet' ? 'session' : 'protected',
    mayKeepUnprotected: true,
  };
  let ruleViews = scene === 'empty' || scene === 'quiet' ? [] : rules(keys);
  if (scene === 'lost') ruleViews = [...ruleViews, lostRule];
  let waiting = scene === 'empty' || scene === 'quiet' ? [] : holds();
  const within = (from: number, to: number): CalendarItem[] =>
    items.filter(({ time }) => {
      const start = time.kind === 'timed' ? time.start : Date.parse(time.start);
      const end = time.kind === 'timed' ? time.end : Date.parse(time.end);
      return start < to && end > from;
    });
  const setSync = (sync: Partial<AppState['sync']>): Record<string, never> => {
    app = { ...app, sync: { ...app.sync, ...sync } };
    ring('app');
    return {};
  };

  const answers: Answers = {
    state: () => app,
    syncNow: () => {
      [0.1, 0.35, 0.6, 0.85].forEach((progress, index) =>
        setTimeout(
          () =>
            setSync({
              ...standing({ running: { step: 'reading', done: 4 * index + 2, of: 17 } }),
              progress,
            }),
          index * 500,
        ),
      );
      setTimeout(
        () =>
          setSync({
            ...standing({ accountsInTrouble: inTrouble }),
            progress: null,
            lastCycleAt: now,
            nextCycleAt: now + 60_000,
          }),
        2_200,
      );
      return {};
    },
    pause: ({ length }) => {
      const until = length === '30min' ? 1_800_000 : 3_600_000;
      const pausedUntil = length === 'untilResumed' ? null : instant(now + until);
      return setSync({
        ...standing({ pausedUntil: pausedUntil ?? 'resumed' }),
        nextCycleAt: null,
        pausedUntil,
      });
    },
    resume: () =>
      setSync({
        ...standing({ accountsInTrouble: inTrouble }),
        pausedUntil: null,
        nextCycleAt: now + 5_000,
      }),
    readSettings: () => settings,
    saveSettings: (change) => {
      settings = { ...settings, ...change } as typeof settings;
      ring('settings', 'app');
      return settings;
    },
    startSample: () => ({}),
    copyText: ({ text, html }) => {
      Object.assign(globalThis, { copied: { text, html } });
      return {};
    },
    openLink: () => ({}),
    items: ({ from, to }) => within(from, to),
    itemDetails: ({ calendar, id }) => {
      const item = items.find((one) => one.id === id && one.calendar === calendar) ?? items[0];
      if (item === undefined) throw new Error('No such item');
      return detailsOf(item);
    },
    seenAs: ({ calendar, audience, from, to }) => seenAs(within(from, to), calendar, audience),
    conflicts: ({ from, to }) => conflictsOf(within(from, to)),
    findTime: ({ minutes, from, to }) => freeSlots(within(from, to), from, to, minutes),
    blockMe: ({ span }) => {
      const time =
        typeof span === 'string'
          ? { start: now, end: now + 1_800_000 }
          : { start: span.from, end: span.to };
      const like = items[0];
      if (like !== undefined)
        items = [
          ...items,
          {
            ...like,
            id: `own-${items.length}`,
            calendar: 'acme:calendar',
            kind: 'block',
            title: 'Busy',
            castBy: null,
            conflict: false,
            time: { kind: 'timed', ...time },
          },
        ];
      ring('events');
      return {};
    },
    ownBlocks: () =>
      items.flatMap(({ id, time, calendar }) =>
        id.startsWith('own-') && time.kind === 'timed'
          ? [{ id, start: time.start, end: time.end, calendars: [calendar] }]
          : [],
      ),
    unblockMe: ({ id }) => {
      items = items.filter((item) => !item.id.startsWith('own-') || (id ?? item.id) !== item.id);
      ring('events');
      return {};
    },
    rules: () => ruleViews,
    previewRules: () => previewOf(items),
    saveRules: () => ({}),
    switchRule: ({ id, enabled }) => {
      ruleViews = ruleViews.map((view) =>
        view.rule.id === id ? { ...view, rule: { ...view.rule, enabled } } : view,
      );
      ring('rules', 'events');
      return {};
    },
    ruleTemplate: ({ name }) => ruleTemplateFor(name),
    exportRules: () => ({ saved: true }),
    importRules: () => ({ rules: ruleTemplateFor('mesh') }),
    holds: () => waiting,
    decideHold: ({ id, decision }) => {
      waiting = waiting.map((hold) => (hold.id === id ? { ...hold, state: decision } : hold));
      app = { ...app, holds: waiting.filter((hold) => hold.state === 'waiting').length };
      ring('holds', 'app');
      return {};
    },
    accounts: () => [...accounts],
    addAccount: () => ({}),
    renameAccount: () => ({}),
    signInAgain: () => ({}),
    removeAccount: ({ id, removeBlocks }) => {
      // Only one that answers can give its blocks back at once.
      const waiting = removeBlocks && accounts.some((one) => one.id === id && one.mend !== null);
      accounts = accounts.flatMap((one) => {
        if (one.id !== id) return [one];
        return waiting ? [{ ...one, state: 'removing', calendars: [] }] : [];
      });
      ring('accounts');
      return waiting
        ? { ended: null, waiting }
        : {
            ended: { atProvider: 'byHand', consentPage: 'https://myapplications.example/' },
            waiting,
          };
    },
    keepAccount: ({ id }) => {
      accounts = accounts.map((one) => (one.id === id ? { ...one, state: 'connecting' } : one));
      ring('accounts');
      return {};
    },
    activity: ({ before, limit, text, action, intents }) =>
      activity(before, limit, text, action, intents),
    verifyActivity: () => ({ fault: null, entries: 2_400, from: 1, segments: 6 }),
    exportActivity: () => ({ saved: true }),
    health,
    exportData: () => ({ saved: true }),
    eraseEverything: () => ({ left: 0 }),
    dataProtection,
    supportBundle: () => ({
      text: JSON.stringify({ format: 1, version: '0.1.0', accounts: [] }, null, 2),
    }),
    saveSupportBundle: () => ({ saved: true }),
    exportVault: () => ({ saved: true }),
    importVault: () => ({ taken: true }),
    signInSetup: () => setup,
    saveClient: (change) => {
      const { provider, client } = change;
      const cloud = change.provider === 'microsoft' ? change.cloud : null;
      const others = setup.registrations.filter(
        (one) => one.provider !== provider || one.cloud !== cloud,
      );
      const fresh = { provider, cloud, tenant: null, hasSecret: false, from: 'settings' } as const;
      const { clientId } = client ?? { clientId: '' };
      setup = {
        ...setup,
        registrations: client === null ? others : [...others, { ...fresh, clientId }],
      };
      ring('settings');
      return {};
    },
    keepUnprotected: ({ keep }) => {
      setup = { ...setup, keeping: keep ? 'unprotected' : 'session' };
      ring('settings');
      return {};
    },
    adminRequest: () => ({ text: 'Hello, please allow Umbra.', link: 'https://login.example/' }),
    policy: () => policies[scene] ?? unmanagedPage,
    exportPolicy: () => ({ saved: true }),
    components: () => ({ components: scene === 'quiet' ? null : [...components] }),
    saveNotices: () => ({ saved: true }),
  };

  const called: { channel: string; input: unknown }[] = [];
  let underWay = 0;
  Object.assign(globalThis, {
    umbraCalls: called,
    umbraRing: ring,
    umbraIsBusy: () => underWay > 0,
  });
  const calls = Object.fromEntries(
    Object.entries(answers).map(([channel, answer]) => [
      channel,
      async (input: never) => {
        called.push({ channel, input });
        underWay++;
        await new Promise((done) => setTimeout(done, 20));
        underWay--;
        if (scene === 'silent') throw new Error('no answer');
        if (scene === 'failing' && channel !== 'state' && channel !== 'readSettings')
          return { ok: false, problem: failure };
        if (scene === 'refusing' && deeds.has(channel)) return { ok: false, problem: failure };
        return { ok: true, value: answer(input) };
      },
    ]),
  );
  return {
    ...calls,
    onChange: (listener: (changed: readonly Topic[]) => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onNavigate: () => () => undefined,
  } as unknown as Api;
}
