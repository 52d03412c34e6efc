import { ArrowRight, LogOut } from 'lucide-react';
import { useEffect, type JSX } from 'react';
import type { Health } from '../../shared/ipc/activity.ts';
import { maskLevels, type MaskLevel } from '../../shared/model/mask-level.ts';
import { levelLabels } from '../rules/option-words.ts';
import { useChoices } from '../rules/use-choices.ts';
import { useAsked } from '../state/asked.ts';
import { Dot } from '../ui/dot.tsx';
import { Foreign } from '../ui/foreign.tsx';
import { flowMap, type FlowSource } from '../../shared/view/flow-map.ts';
import './print.css';
import page from '../ui/page.module.css';
import styles from './health.module.css';

/** Which calendar's data goes where, at which level. Made to be printed and filed. */
export function FlowMap({ flows }: { readonly flows: Health['flows'] }): JSX.Element {
  const choices = useChoices();
  const groups = flowMap(flows, choices);
  const [printing, setPrinting] = useAsked('print');
  // Asked for from elsewhere, it can be printed only once it is there.
  useEffect(() => {
    if (!printing) return;
    const print = setTimeout(() => {
      setPrinting(false);
      globalThis.print();
    });
    return () => clearTimeout(print);
  }, [printing, setPrinting]);
  return (
    <section className={page.part} aria-labelledby="health-flows" data-print="">
      <h2 id="health-flows">Where data goes</h2>
      <p className={styles.small}>
        What the rules in force show of each calendar on others. Nothing else leaves this computer.
        An arrow out of a door marks what goes to another account.
      </p>
      {groups.length === 0 ? <p>No rule writes anything yet.</p> : null}
      {groups.map(({ account, sources }) => (
        <div key={account} className={styles.flowGroup}>
          <h3>
            <Foreign text={account} max={60} />
          </h3>
          <ul>
            {sources.map((source) => (
              <SourceRow key={source.key} source={source} />
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function SourceRow({ source }: { readonly source: FlowSource }): JSX.Element {
  return (
    <li className={styles.flow}>
      <span className={styles.flowSource}>
        <Dot color={source.color} />
        <Foreign text={source.name} max={60} />
      </span>
      <ArrowRight size={14} aria-label="goes to" className={styles.arrow} />
      <ul className={styles.flowTargets}>
        {source.targets.map((target) => (
          <li key={`${target.ref} ${target.rule}`} className={styles.flowTarget}>
            {target.crosses ? <LogOut size={12} aria-label="another account:" /> : null}
            <Foreign text={target.ref} max={80} />
            <span className={styles.level} data-level={target.level}>
              {levelWord(target.level)}
            </span>
          </li>
        ))}
      </ul>
    </li>
  );
}

function levelWord(level: string): string {
  const known: readonly string[] = maskLevels;
  return known.includes(level) ? levelLabels[level as MaskLevel] : level;
}
