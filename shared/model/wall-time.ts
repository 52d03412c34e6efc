import { z } from 'zod';
import { isZone } from '../time/zone.ts';

export const timeOfDay = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'write a time of day as HH:mm');
export const zoneName = z
  .string()
  .refine(isZone, 'no such time zone; use an IANA name such as Europe/Berlin');

/** Minutes since midnight of a text that `timeOfDay` accepts. */
export function minutesOf(text: string): number {
  return Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5));
}
