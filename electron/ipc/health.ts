import type { Health } from '../../shared/ipc/activity.ts';
import { pairKey } from '../../shared/plan/stopped.ts';
import { accountFigures } from '../profile/health-figures.ts';
import type { RunningApp } from './running-app.ts';

const CYCLES = 200;

/** How well it goes, account by account, and which calendar's data goes where. */
export function healthOf(app: RunningApp): Health {
  const { profile, loop } = app;
  return {
    accounts: accountFigures(profile).map((figures) => ({
      ...figures,
      missed: [...figures.missed],
      days: [...figures.days],
      lastError: loop.standings.of(figures.account).lastError,
    })),
    cycles: profile.store
      .lastCycles(CYCLES)
      .map((cycle) => ({ ...cycle }))
      .reverse(),
    flows: flowsOf(app),
  };
}

function flowsOf({ profile }: RunningApp): Health['flows'] {
  const { engine, store } = profile;
  const input = engine.inputUnder(profile.rulesInForce());
  const listed = new Set(store.calendars().map(({ id }) => id));
  return input.rules.flatMap(({ compiled, sources, targets }) =>
    sources
      .filter((source) => listed.has(source))
      .flatMap((source) =>
        targets
          .filter(
            (target) =>
              target !== source && !input.stopped.has(pairKey(compiled.rule.id, source, target)),
          )
          .map((target) => ({
            source,
            target,
            rule: compiled.rule.id,
            level: compiled.rule.mask.level,
          })),
      ),
  );
}
