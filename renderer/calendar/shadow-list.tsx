import type { CSSProperties, JSX } from 'react';
import type { Shadow } from '../../shared/ipc/calendar.ts';
import { createRulesStore } from '../state/app.ts';
import { writeRoute } from '../state/route.ts';
import { useFeature } from '../state/stores.tsx';
import { Badge } from '../ui/badge.tsx';
import { Foreign } from '../ui/foreign.tsx';
import { labelOf } from './book.ts';
import { showAsWords, stateWords } from './item-words.ts';
import { timeWords } from './time-words.ts';
import { useBook, useZone } from './use-calendar.ts';
import styles from './details-panel.module.css';

/** Per target: the block that stands there as it looks there, or why none does, and the rule that says so. */
export function ShadowList({ shadows }: { readonly shadows: readonly Shadow[] }): JSX.Element {
  if (shadows.length === 0)
    return <p>No rule has this calendar among its sources, so nobody sees anything of it.</p>;
  return (
    <ul className={styles.shadows}>
      {shadows.map((shadow) => (
        <ShadowRow key={`${shadow.rule} ${shadow.target}`} shadow={shadow} />
      ))}
    </ul>
  );
}

function ShadowRow({ shadow }: { readonly shadow: Shadow }): JSX.Element {
  const book = useBook();
  const zone = useZone();
  const name = useFeature(
    createRulesStore,
    ({ value }) => value?.find(({ rule }) => rule.id === shadow.rule)?.rule.name ?? shadow.rule,
  );
  const { block, target } = shadow;
  const { words, tone } = stateWords[shadow.state];
  const color = book.get(target)?.color ?? '#5f6368';
  return (
    <li className={styles.shadow} style={{ '--color': color } as CSSProperties}>
      <span className={styles.target}>
        <span className={styles.dot} />
        <Foreign text={labelOf(book, target)} max={80} />
      </span>
      <Badge tone={tone}>{words}</Badge>
      {block === null ? null : (
        <div className={styles.block}>
          <Foreign text={block.title} /> · {timeWords(block.time, zone)}
          {block.location === null ? null : (
            <>
              {' · '}
              <Foreign text={block.location} />
            </>
          )}
          <div className={styles.reason}>{blockWords(block)}</div>
        </div>
      )}
      <p className={styles.reason}>
        <Foreign text={shadow.reason} max={400} />{' '}
        <a href={writeRoute('rules', { rule: shadow.rule })}>
          <Foreign text={name} max={80} />
        </a>
      </p>
    </li>
  );
}

function blockWords(block: NonNullable<Shadow['block']>): string {
  return [
    showAsWords[block.showAs],
    block.private ? 'private' : 'readable for colleagues',
    block.members > 1 ? `stands for ${block.members} events` : null,
  ]
    .filter((part) => part !== null)
    .join(', ');
}
