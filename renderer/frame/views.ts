import {
  Activity,
  ArrowLeftRight,
  CalendarDays,
  HeartPulse,
  Hand,
  Settings,
  ShieldCheck,
  TriangleAlert,
  Users,
  type LucideIcon,
} from 'lucide-react';
import type { AppState } from '../../shared/ipc/app.ts';

export interface View {
  /** The route, and the folder that holds its `screen.tsx`. */
  readonly name: string;
  readonly words: string;
  readonly icon: LucideIcon;
  readonly keys: string;
  /** Other words that find it. */
  readonly also?: readonly string[];
  /** How many things wait there, and what they are. */
  readonly count?: (app: AppState) => { readonly count: number; readonly words: string };
  /** In the navigation only while something waits there, or while it is in sight. */
  readonly onlyWhenCounted?: boolean;
}

/** The views of the window, as the navigation lists them. */
export const views: readonly View[] = [
  { name: 'calendar', words: 'Calendar', icon: CalendarDays, keys: 'g c' },
  {
    name: 'rules',
    words: 'Rules',
    icon: ArrowLeftRight,
    keys: 'g r',
    count: (app) => ({ count: app.rulesPaused, words: 'paused: a calendar is gone' }),
  },
  {
    name: 'holds',
    words: 'Held removals',
    icon: Hand,
    keys: 'g o',
    count: (app) => ({ count: app.holds, words: 'waiting for your decision' }),
    onlyWhenCounted: true,
  },
  {
    name: 'conflicts',
    words: 'Conflicts',
    icon: TriangleAlert,
    keys: 'g x',
    count: (app) => ({ count: app.conflicts, words: 'double bookings' }),
  },
  { name: 'activity', words: 'Activity', icon: Activity, keys: 'g a' },
  { name: 'health', words: 'Health', icon: HeartPulse, keys: 'g h' },
  {
    name: 'accounts',
    words: 'Accounts',
    icon: Users,
    keys: 'g u',
    count: (app) => ({ count: app.accountsInTrouble, words: 'need attention' }),
  },
  { name: 'settings', words: 'Settings', icon: Settings, keys: 'g s' },
  {
    name: 'privacy',
    words: 'Data protection',
    icon: ShieldCheck,
    keys: 'g d',
    also: ['privacy', 'hosts', 'firewall', 'retention', 'GDPR', 'storage'],
    // Settings lead to it.
    onlyWhenCounted: true,
  },
];
