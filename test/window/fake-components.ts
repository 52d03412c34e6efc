import type { Component } from '../../shared/ipc/about.ts';

export const components: readonly Component[] = [
  ['electron', '45.4.1', 'MIT'],
  ['chromium', 'as in electron 45.4.1', 'BSD-3-Clause'],
  ['node', 'as in electron 45.4.1', 'MIT'],
  ['@azure/msal-node', '7.2.3', 'MIT'],
  ['@base-ui/react', '1.9.0', 'MIT'],
  ['@fullcalendar/react', '7.1.4', 'MIT'],
  ['date-fns', '4.4.0', 'MIT'],
  ['lucide-react', '1.75.0', 'ISC'],
  ['react', '19.3.1', 'MIT'],
  ['uplot', '1.6.32', 'MIT'],
  ['zod', '4.1.0', 'MIT'],
].map(([name = '', version = '', licence = '']) => ({ name, version, licence }));
