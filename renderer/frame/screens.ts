import { lazy, type ComponentType, type LazyExoticComponent } from 'react';

interface ScreenModule {
  readonly default: ComponentType;
}

const modules = import.meta.glob<ScreenModule>(['../*/screen.tsx', '!../ui/screen.tsx']);

function screenOf(load: () => Promise<ScreenModule>): LazyExoticComponent<ComponentType> {
  return lazy(load);
}

/** Every `renderer/<feature>/screen.tsx`, by its feature's name, loaded when it is first looked at. */
export const screens: ReadonlyMap<string, LazyExoticComponent<ComponentType>> = new Map(
  Object.entries(modules).map(([path, load]) => [path.split('/').at(-2) ?? path, screenOf(load)]),
);
