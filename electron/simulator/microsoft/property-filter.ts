import type { WorldFields } from '../world/types.ts';
import { badRequest } from './graph-error.ts';

/** `Any(ep: ep/id eq '…' and ep/value eq '…')`, with eq, startswith or contains on the value, which ignores case. */
export function propertyFilter(text: string | null): ((fields: WorldFields) => boolean) | null {
  if (text === null) return null;
  const id = /ep\/id eq '([^']+)'/.exec(text)?.[1];
  const value = /ep\/value eq '([^']+)'/.exec(text)?.[1];
  const part = /(startswith|contains)\(ep\/value, ?'([^']+)'\)/.exec(text);
  if (id === undefined || (value === undefined && part === null))
    throw badRequest('ErrorInvalidUrlQueryFilter');
  return ({ properties }) => {
    const held = properties[id]?.toLowerCase();
    if (held === undefined) return false;
    if (value !== undefined) return held === value.toLowerCase();
    const wanted = part?.[2]?.toLowerCase() ?? '';
    return part?.[1] === 'startswith' ? held.startsWith(wanted) : held.includes(wanted);
  };
}
