import type { Hold } from '../../../shared/model/hold.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { refsOf } from '../../profile/calendar-names.ts';
import { holdId, holdShown } from '../../profile/hold-id.ts';
import type { Profile } from '../../profile/profile.ts';
import { answer, withProfile, type Session } from '../session.ts';
import { table } from '../table.ts';

const reasons: Readonly<Record<Hold['reason'], string>> = {
  manyRemovals: 'many removals at once',
  sourceEmptied: 'a source is suddenly empty',
  cursorReset: 'a calendar had to be read anew',
  clockJump: 'the clock is off',
  zoneChanged: 'the time zone changed',
  engineChanged: 'a new version plans differently',
  otherDevice: 'another device may have written them',
};

export interface HoldView {
  /** `<rule>@<calendar>#<digest of its removals>`: what `holds approve` and `holds reject` take. */
  readonly id: string;
  readonly rule: string | null;
  readonly target: string;
  readonly reason: Hold['reason'];
  readonly removals: number;
  readonly state: Hold['state'];
  readonly since: string;
}

export function holdViews(profile: Profile): readonly (HoldView & { readonly hold: Hold })[] {
  const ref = refsOf(profile);
  return profile.store.holds().map((hold) => ({
    id: holdId(hold, ref(hold.target)),
    rule: hold.rule,
    target: ref(hold.target),
    reason: hold.reason,
    removals: hold.keys.length,
    state: hold.state,
    since: new Date(hold.since).toISOString(),
    hold,
  }));
}

export function listHolds(session: Session): Promise<ExitCode> {
  return withProfile(session, (profile) => {
    const views = holdViews(profile).map(({ hold, ...view }) => ({
      ...view,
      keys: hold.keys.length,
    }));
    answer(session, { ok: true, holds: views }, () =>
      views.length === 0
        ? 'No removals are waiting.'
        : table(
            ['Hold', 'Removals', 'Why', 'State', 'Since'],
            views.map(({ id, removals, reason, state, since }) => [
              id,
              removals,
              reasons[reason],
              state,
              since.slice(0, 16),
            ]),
          ),
    );
    return Promise.resolve(exitCodes.ok);
  });
}

export function decideHold(
  session: Session,
  id: string,
  decision: 'approved' | 'rejected',
): Promise<ExitCode> {
  return withProfile(session, (profile) => {
    const { rule, target, keys } = holdShown(profile.store.holds(), id, refsOf(profile));
    profile.engine.decideHold(rule, target, decision);
    answer(session, { ok: true, hold: id, decision }, () =>
      decision === 'approved'
        ? `The next sync removes these ${keys.length} blocks.`
        : `These ${keys.length} blocks stay until the plan changes.`,
    );
    return Promise.resolve(exitCodes.ok);
  });
}
