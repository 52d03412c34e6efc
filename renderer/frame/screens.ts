import CalendarScreen from '../calendar/screen.tsx';
import { lazy, type ComponentType, type LazyExoticComponent } from 'react';

interface ScreenModule {
  readonly default: ComponentType;
}

const modules = import.meta.glob<ScreenModule>([
  '../*/screen.tsx',
  '!../ui/screen.tsx',
  '!../calendar/screen.tsx',
]);

function screenOf(load: () => Promise<ScreenModule>): LazyExoticComponent<ComponentType> {
  return lazy(load);
}

/**
 * Every `renderer/<feature>/screen.tsx`, by its feature's name, loaded when it is first looked at; but for the calendar,
 * which the window begins with: that comes along with the frame, not after it.
 */
export const screens: ReadonlyMap<string, ComponentType> = new Map<string, ComponentType>([
  ['calendar', CalendarScreen],
  ...Object.entries(modules).map(
    ([path, load]) => [path.split('/').at(-2) ?? path, screenOf(load)] as const,
  ),
]);
