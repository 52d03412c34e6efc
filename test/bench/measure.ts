/** Middle of the times (ms) that `rounds` runs took, after one that warms up. */
export function medianMs(rounds: number, work: (round: number) => unknown): number {
  work(0);
  const times = Array.from({ length: rounds }, (_, round) => {
    const from = performance.now();
    work(round + 1);
    return performance.now() - from;
  });
  return times.sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? Number.NaN;
}

/** The most memory that this process ever had, MB. */
export function peakMb(): number {
  return process.resourceUsage().maxRSS / 1024;
}

/** A figure with its target; `good` is null where there is none. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: 'ms' | 'MB' | 'kB' | '×' | 'requests' | 'blocks' | 's';
  /** Highest value that is good enough. */
  readonly target: number | null;
}

export function figure(
  name: string,
  value: number,
  unit: Figure['unit'],
  target: number | null = null,
): Figure {
  return { name, value: Math.round(value * 100) / 100, unit, target };
}
