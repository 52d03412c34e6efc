export const audiences = ['colleague', 'delegate', 'freeBusy'] as const;
/** Whose eyes look at a calendar: those of somebody who may read it, of an assistant, of anybody else there. */
export type Audience = (typeof audiences)[number];

/** How much of a calendar an audience reads. */
export type Sight = 'all' | 'allButPrivate' | 'times';

interface AudienceWords {
  readonly label: string;
  readonly who: string;
  readonly sight: Sight;
}

const audienceWords: Readonly<Record<Audience, AudienceWords>> = {
  colleague: {
    label: 'Colleague',
    who: 'Somebody there who may read',
    sight: 'allButPrivate',
  },
  delegate: {
    label: 'Delegate',
    who: 'An assistant who may read private entries',
    sight: 'all',
  },
  freeBusy: { label: 'Free/busy', who: 'Everybody else there', sight: 'times' },
};

const sightWords: Readonly<Record<Sight, string>> = {
  all: 'every word',
  allButPrivate: 'all but the words of private entries',
  times: 'times, never words',
};

export function sightOf(audience: Audience): Sight {
  return audienceWords[audience].sight;
}

/** Each audience by its name, with what it may read as the rule itself has it. */
export const audienceChoices = audiences.map((value) => {
  const { label, who, sight } = audienceWords[value];
  return { value, label, note: `${who}: ${sightWords[sight]}.` };
});
