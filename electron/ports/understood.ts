import type { MarkedEvent, RemoteBlock } from '../../shared/model/block.ts';
import { ok, type Result } from './outcome.ts';

/** What was found by its marker as a block, for those who must know what it shows. */
export function understood({ content, ...rest }: MarkedEvent): Result<RemoteBlock> {
  return content === null ? { kind: 'malformed', code: 'block-content' } : ok({ ...rest, content });
}
