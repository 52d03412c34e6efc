import { levelAllows, maskLevels, type MaskLevel } from '../model/mask-level.ts';
import type { Mask, Rule } from '../model/rule.ts';
import { parseTemplate } from '../rules/template.ts';
import type { PolicyReason } from './judge-account.ts';
import { meetsParty, permits, type Party } from './party.ts';
import type { PolicyValues } from './policies.ts';

/** Why a rule may not act, whatever its calendars; null where it may. */
export function judgeRule(values: PolicyValues, { id, mask }: Rule): PolicyReason | null {
  const pinned = values.PinnedRules?.some((rule) => rule.id === id) === true;
  if (values.OnlyPinnedRules === true && !pinned)
    return { policy: 'OnlyPinnedRules', words: 'allows its own rules only' };
  if (values.ForbidFullDetail === true && mask.level === 'details')
    return { policy: 'ForbidFullDetail', words: 'does not allow the level "details"' };
  if (values.ForbidEventDataInTitles === true && putsEventsIntoTitles(mask))
    return {
      policy: 'ForbidEventDataInTitles',
      words: 'does not allow words of events in titles of blocks',
    };
  if (values.ForbidRevealingPrivateEvents === true && mask.revealPrivate)
    return {
      policy: 'ForbidRevealingPrivateEvents',
      words: 'does not allow private events to be revealed',
    };
  const { MinimumMaskLevel } = values;
  return MinimumMaskLevel !== undefined && showsMore(mask.level, MinimumMaskLevel)
    ? { policy: 'MinimumMaskLevel', words: `allows the level "${MinimumMaskLevel}" at most` }
    : null;
}

/** Why a rule may not cast blocks of one calendar on another; null where it may. */
export function judgePair(
  values: PolicyValues,
  { mask }: Rule,
  from: Party,
  to: Party,
): PolicyReason | null {
  const { AllowedDirections, ForbiddenDirections, MinimumMaskLevelByDirection } = values;
  if (
    ForbiddenDirections?.some((one) => meetsParty(one.from, from) && meetsParty(one.to, to)) ===
    true
  )
    return { policy: 'ForbiddenDirections', words: 'forbids this direction' };
  if (AllowedDirections?.some((one) => permits(one.from, from) && permits(one.to, to)) === false)
    return { policy: 'AllowedDirections', words: 'does not allow this direction' };
  const strictest = MinimumMaskLevelByDirection?.filter(
    (one) => meetsParty(one.from, from) && meetsParty(one.to, to),
  )
    .map(({ level }) => level)
    .sort((a, b) => maskLevels.indexOf(a) - maskLevels.indexOf(b))[0];
  return strictest !== undefined && showsMore(mask.level, strictest)
    ? {
        policy: 'MinimumMaskLevelByDirection',
        words: `allows the level "${strictest}" at most in this direction`,
      }
    : null;
}

function showsMore(level: MaskLevel, most: MaskLevel): boolean {
  return !levelAllows(most, level);
}

function putsEventsIntoTitles({ level, template }: Mask): boolean {
  if (template === undefined) return showsMore(level, 'labelled');
  const parsed = parseTemplate(template, level);
  return !parsed.ok || parsed.parts.some((part) => 'token' in part && part.token !== 'label');
}
