import type { TemplateName } from '../../shared/rules/rule-templates.ts';

export const templateNames = [
  'mesh',
  'hub',
  'personal',
  'isolate',
] as const satisfies readonly TemplateName[];

export const templateWords: Readonly<
  Record<TemplateName, { readonly title: string; readonly sentence: string; readonly fits: string }>
> = {
  mesh: {
    title: 'Block everything everywhere',
    sentence: 'Every calendar blocks every other one. They all show “Busy” and nothing else.',
    fits: 'Fits most people.',
  },
  hub: {
    title: 'Hub and spokes',
    sentence:
      'One calendar shows everything, named by account; it blocks the others as “Busy” in turn.',
    fits: 'Fits if an assistant works with one calendar.',
  },
  personal: {
    title: 'Personal blocks work',
    sentence: 'Private events block the work calendars as “Busy”. Work stays out of private life.',
    fits: 'Fits with one private calendar and several jobs.',
  },
  isolate: {
    title: 'Isolated clients',
    sentence:
      'As everywhere, but times are rounded to half hours and merged, so that clients can’t compare notes.',
    fits: 'Fits consultants whose clients know each other.',
  },
};
