import { useEffect, useRef, type JSX } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import type { Health } from '../../shared/ipc/activity.ts';
import { cycleColumns, sayCycles } from '../../shared/view/health-figures.ts';
import styles from './health.module.css';

const HEIGHT = 180;
/** A canvas does not follow them by itself. */
const looks = [
  '(prefers-color-scheme: dark)',
  '(prefers-contrast: more)',
  '(forced-colors: active)',
];

/** The time that each cycle took; those that did not finish stand out by colour and shape. */
export function CycleChart({ cycles }: { readonly cycles: Health['cycles'] }): JSX.Element {
  const holder = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = holder.current;
    if (element === null) return undefined;
    const queries = looks.map((look) => matchMedia(look));
    let chart = draw(element, cycles);
    const again = (): void => {
      chart.destroy();
      chart = draw(element, cycles);
    };
    const resize = new ResizeObserver(() =>
      chart.setSize({ width: element.clientWidth, height: HEIGHT }),
    );
    resize.observe(element);
    for (const query of queries) query.addEventListener('change', again);
    const themed = new MutationObserver(again);
    themed.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    return () => {
      themed.disconnect();
      for (const query of queries) query.removeEventListener('change', again);
      resize.disconnect();
      chart.destroy();
    };
  }, [cycles]);
  return <div ref={holder} className={styles.chart} role="img" aria-label={sayCycles(cycles)} />;
}

function draw(element: HTMLElement, cycles: Health['cycles']): uPlot {
  const color = colorsOf(element);
  const axis = {
    stroke: color('--ink-3'),
    font: '11px system-ui',
    grid: { stroke: color('--line'), width: 1 },
    ticks: { show: false },
  };
  return new uPlot(
    {
      width: Math.max(element.clientWidth, 100),
      height: HEIGHT,
      legend: { show: false },
      cursor: { show: false },
      scales: { y: { range: (_, __, max) => [0, Math.max(1, max * 1.15)] } },
      axes: [
        { ...axis, values: '{HH}:{mm}' },
        { ...axis, size: 44, values: (_, ticks) => ticks.map((tick) => `${tick} s`) },
      ],
      series: [
        {},
        {
          stroke: color('--accent-ink'),
          fill: color('--accent-soft'),
          width: 1.5,
          spanGaps: true,
          points: { show: false },
        },
        {
          stroke: color('--bad'),
          width: 0,
          points: { show: true, size: 7, fill: color('--bad') },
        },
      ],
    },
    cycleColumns(cycles),
    element,
  );
}

/** Canvas knows no custom properties: their values, as this theme has them. */
function colorsOf(element: HTMLElement): (token: string) => string {
  const probe = document.createElement('span');
  probe.style.setProperty('forced-color-adjust', 'none');
  element.append(probe);
  const values = new Map<string, string>();
  for (const token of ['--ink-3', '--line', '--accent-ink', '--accent-soft', '--bad']) {
    probe.style.color = `var(${token})`;
    values.set(token, getComputedStyle(probe).color);
  }
  probe.remove();
  return (token) => values.get(token) ?? '';
}
