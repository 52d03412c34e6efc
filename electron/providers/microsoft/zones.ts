import { findIana } from 'windows-iana';
import { isZone } from '../../../shared/time/zone.ts';

/** The IANA name of a zone as Graph gives it: Windows names, a subset of IANA names, `tzone://Microsoft/Utc`. Null for custom ones. */
export function ianaZone(name: string): string | null {
  if (name === 'UTC' || name === 'tzone://Microsoft/Utc') return 'UTC';
  const [iana] = findIana(name);
  if (iana !== undefined) return iana;
  return isZone(name) ? name : null;
}
