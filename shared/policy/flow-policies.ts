import { z } from 'zod';
import { maskLevels } from '../model/mask-level.ts';
import { rule } from '../model/rule.ts';
import { parseRuleSet } from '../rules/rule-set.ts';
import { policy } from './note.ts';
import { partySelector } from './party.ts';

/** From whose calendars to whose. */
export const direction = z.strictObject({ from: partySelector, to: partySelector });
export type Direction = z.infer<typeof direction>;

const levelWords =
  'From least to most: "busy", "labelled", "title", "titleAndLocation", "details".';

/** Rules as a rule file has them, held against everything that such a file is held against. */
const pinnedRules = z
  .array(rule)
  .min(1)
  .max(100)
  .superRefine((rules, context) => {
    const parsed = parseRuleSet(rules);
    if (parsed.ok) return;
    for (const { path, reason } of parsed.problems)
      context.addIssue({ code: 'custom', message: `${path}: ${reason}` });
  });

export const flowPolicies = {
  AllowedDirections: policy(z.array(direction).min(1).max(500), {
    title: 'Allowed directions',
    description:
      'Blocks are written only from calendars of one party to calendars of another that a line names; a party is "*", a domain, or a Microsoft tenant id. Every other pair of calendars stops: its blocks are neither written nor removed.',
    category: 'flows',
    example: [
      { from: 'acme.com', to: 'acme.com' },
      { from: '*', to: 'acme.com' },
    ],
  }),
  ForbiddenDirections: policy(z.array(direction).min(1).max(500), {
    title: 'Forbidden directions',
    description:
      'No blocks are written from calendars of one party to calendars of another that a line names. Goes before AllowedDirections.',
    category: 'flows',
    example: [{ from: 'acme.com', to: 'gmail.com' }],
  }),
  MinimumMaskLevel: policy(z.enum(maskLevels), {
    title: 'Least masking',
    description: `No rule may show more of an event than this. ${levelWords} A rule that shows more stops as a whole; its mask is never changed for it.`,
    category: 'flows',
    example: 'labelled',
  }),
  MinimumMaskLevelByDirection: policy(
    z
      .array(direction.extend({ level: z.enum(maskLevels) }))
      .min(1)
      .max(500),
    {
      title: 'Least masking by direction',
      description: `As MinimumMaskLevel, for calendars of one party seen on those of another. Where several lines fit, the strictest holds. ${levelWords}`,
      category: 'flows',
      example: [{ from: 'acme.com', to: '*', level: 'busy' }],
    },
  ),
  ForbidEventDataInTitles: policy(z.boolean(), {
    title: 'No words of events in titles',
    description:
      'The title of a block is "Busy" or fixed text: rules that put titles or places of events into it, by their level or by a template, stop.',
    category: 'flows',
    example: true,
  }),
  ForbidFullDetail: policy(z.boolean(), {
    title: 'No full details',
    description: 'Rules at the level "details", which shows descriptions, stop.',
    category: 'flows',
    example: true,
  }),
  ForbidRevealingPrivateEvents: policy(z.boolean(), {
    title: 'Private events stay private',
    description:
      'Rules with "revealPrivate", which show events that are private at their source as any other, stop.',
    category: 'flows',
    example: true,
  }),
  PinnedRules: policy(pinnedRules, {
    title: 'Rules of the organisation',
    description:
      'Rules as in a rule file; also here "@acme.com/*" means a person’s calendars in that domain, whatever they call the account. They stand before a person’s own rules, under their own ids, and can’t be changed, switched off or removed. One that names a calendar which its account does not have is paused, and its blocks stay.',
    category: 'flows',
    example: [{ id: 'acme-mesh', sources: ['*'], targets: ['*'], mask: 'busy' }],
  }),
  OnlyPinnedRules: policy(z.boolean(), {
    title: 'Only rules of the organisation',
    description: 'A person’s own rules stop; only PinnedRules write blocks.',
    category: 'flows',
    example: true,
  }),
  RemoveStoppedBlocks: policy(z.boolean(), {
    title: 'Remove the blocks of what is stopped',
    description:
      'Blocks that a rule wrote before policy stopped it are removed, without asking the person, from every calendar that may still be written to. Without this policy they stay as they are until the rule is switched off, changed or allowed again.',
    category: 'flows',
    example: true,
  }),
} as const;
