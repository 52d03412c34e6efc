import type { IConfiguration } from 'dependency-cruiser';

/**
 * The arrows of the house, as README draws them. Each rule is one sentence of it; a wrong import fails `npm run check`.
 */
const below = 'electron/(sync|providers|store|accounts|policy|simulator|ports|profile|ipc|cli)/';
const electronAllowed =
  '^electron/(main|preload)\\.ts$|^electron/shell/|^electron/accounts/electron-key-store\\.ts$|^electron/providers/transport/electron-fetch\\.ts$';

const configuration: IConfiguration = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'shared-stands-alone',
      comment: 'Decisions know no deeds.',
      severity: 'error',
      from: { path: '^shared/' },
      to: { path: '^(electron|renderer|test)/' },
    },
    {
      name: 'shared-is-pure',
      severity: 'error',
      from: { path: '^shared/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'nobody-imports-tests',
      severity: 'error',
      from: { path: '^(shared|electron|renderer)/' },
      to: { path: '^test/' },
    },
    {
      name: 'window-knows-shared-only',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: '^electron/', dependencyTypes: ['local'] },
    },
    {
      name: 'ports-know-shared-only',
      severity: 'error',
      from: { path: '^electron/ports/' },
      to: { path: '^electron/', pathNot: '^electron/ports/' },
    },
    {
      name: 'engine-knows-ports-only',
      comment: 'The engine is handed its providers and its store.',
      severity: 'error',
      from: { path: '^electron/sync/' },
      to: { path: '^electron/', pathNot: '^electron/(sync|ports)/' },
    },
    {
      name: 'engine-touches-nothing',
      severity: 'error',
      from: { path: '^electron/(sync|ports)/' },
      to: { dependencyTypes: ['core', 'npm', 'npm-dev'] },
    },
    {
      name: 'providers-know-ports-only',
      severity: 'error',
      from: { path: '^electron/providers/(microsoft|google|transport)/' },
      to: {
        path: '^electron/',
        pathNot:
          '^electron/(ports|providers/transport)/|^electron/providers/($1/|plain-text\\.ts$)',
      },
    },
    {
      name: 'store-knows-ports-only',
      severity: 'error',
      from: { path: '^electron/store/' },
      to: { path: '^electron/', pathNot: '^electron/(store|ports)/' },
    },
    {
      name: 'accounts-know-ports-only',
      severity: 'error',
      from: { path: '^electron/accounts/' },
      to: { path: '^electron/', pathNot: '^electron/(accounts|ports)/' },
    },
    {
      name: 'policy-knows-ports-only',
      comment: 'Where policies come from knows nothing of what they decide.',
      severity: 'error',
      from: { path: '^electron/policy/' },
      to: { path: '^electron/', pathNot: '^electron/(policy|ports)/' },
    },
    {
      name: 'only-roots-say-where-policies-lie',
      comment: 'A second place that could name another folder would be a way around them.',
      severity: 'error',
      from: { path: '^electron/', pathNot: '^electron/(policy/|main\\.ts$|cli/umbra\\.ts$)' },
      to: { path: '^electron/policy/' },
    },
    {
      name: 'clouds-know-nothing-of-us',
      comment: 'A cloud that knew our marker would agree with us instead of checking us.',
      severity: 'error',
      from: { path: '^electron/simulator/' },
      to: {
        path: '^(electron|shared)/',
        pathNot: '^electron/simulator/|^electron/ports/fetch\\.ts$|^shared/time/',
      },
    },
    {
      name: 'only-roots-use-clouds',
      severity: 'error',
      from: {
        path: '^electron/',
        pathNot: '^electron/(simulator|cli|profile)/|^electron/main\\.ts$',
      },
      to: { path: '^electron/simulator/' },
    },
    {
      name: 'electron-only-in-the-shell',
      severity: 'error',
      from: { pathNot: electronAllowed },
      to: {
        path: '^(electron|node_modules/electron/)',
        dependencyTypes: ['npm', 'npm-dev'],
        pathNot: '^node_modules/electron-store',
      },
    },
    {
      name: 'profile-serves-the-roots',
      comment: 'What both roots wire in the same way: it knows what is below, and neither root.',
      severity: 'error',
      from: { path: '^electron/profile/' },
      to: {
        path: '^electron/',
        pathNot: '^electron/(profile|sync|providers|store|accounts|simulator|ports)/',
      },
    },
    {
      name: 'handlers-know-no-screen',
      comment:
        'The running program and what the window may ask of it: a profile and ports, nothing of the desktop.',
      severity: 'error',
      from: { path: '^electron/ipc/' },
      to: { path: '^electron/', pathNot: '^electron/(ipc|profile|sync|store|ports)/' },
    },
    {
      name: 'never-the-whole-of-googleapis',
      comment: 'Its root costs 840 ms and 116 MB at each start.',
      severity: 'error',
      from: {},
      to: { path: 'node_modules/googleapis/build/src/index' },
    },
    {
      name: 'roots-are-not-imported',
      severity: 'error',
      from: { path: below, pathNot: '^electron/cli/' },
      to: { path: '^electron/(cli/|main\\.ts)' },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, path: '^(shared|electron)/', pathNot: '\\.d\\.ts$' },
      to: {},
    },
    {
      name: 'resolvable',
      severity: 'error',
      from: {}, // Typings only: nothing of it exists at run time.
      to: { couldNotResolve: true, pathNot: '^@microsoft/microsoft-graph-types$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};

export default configuration;
