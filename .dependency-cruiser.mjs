// Who may import whom. An allow-list: a folder or a package that is not in these tables fails
// until it gets a line here. Run by tests/architecture/boundaries.test.ts.

// shared/, from the bottom. A room may import itself and any room below it.
const SHARED = [
  'errors',
  'units',
  'domain',
  'formula',
  'library',
  'engine',
  'finance',
  'stress',
  'document',
  'report',
  'contract',
];

// The engine computes any model: what the health service looks like is none of its business.
const BELOW_ENGINE = ['errors', 'units', 'domain', 'formula'];

/**
 * What else each folder may import, within this repository. A folder may always import itself.
 * @type {{ room: string, may: string[], because: string }[]}
 */
const ROOMS = [
  ...SHARED.map((name, height) => ({
    room: `shared/${name}`,
    may: (name === 'engine' ? BELOW_ENGINE : SHARED.slice(0, height)).map((n) => `shared/${n}`),
    because:
      name === 'engine'
        ? 'The engine knows nothing of the NHS: it imports units, errors, domain and formula.'
        : 'Arrows in shared/ point downwards, so that a room can be read with only those below it.',
  })),

  {
    room: 'electron/main',
    may: ['electron/ipc', 'electron/services', 'shared'],
    because: 'The shell is thin: work is in services, and the page is loaded, never imported.',
  },
  {
    room: 'electron/preload',
    may: ['shared/contract', 'shared/errors'],
    because: 'The preload turns the contract into named functions and holds nothing else.',
  },
  {
    room: 'electron/ipc',
    may: ['electron/services', 'shared'],
    because: 'Handlers decode a request, call a service and return data.',
  },
  {
    room: 'electron/web-host',
    may: ['electron/ipc', 'electron/services', 'shared'],
    because: 'The web host serves the same handlers as the shell, and needs no shell to do it.',
  },
  {
    room: 'electron/cli',
    may: ['electron/services', 'shared'],
    because: 'The command line runs on the same services, with no window and no Electron.',
  },
  {
    room: 'electron/services',
    may: ['shared'],
    because: 'Services are plain Node: any host can call them, so they know none.',
  },
  {
    room: 'electron/[^/]+[.]ts$',
    may: ['electron', 'shared'],
    because: 'The start script picks a host, so it sees them all.',
  },

  {
    room: 'renderer/app',
    may: ['renderer', 'shared'],
    because: 'The app puts the page together, so it sees all of the renderer.',
  },
  {
    room: 'renderer/features/([^/]+)',
    may: [
      'renderer/store',
      'renderer/compute',
      'renderer/grid',
      'renderer/charts',
      'renderer/ui',
      'shared',
    ],
    because: 'A feature never imports another feature or the host: they meet in the store.',
  },
  {
    room: 'renderer/store',
    may: ['renderer/host', 'renderer/compute', 'shared'],
    because: 'The store holds facts and talks to the host; it knows nothing of components.',
  },
  {
    room: 'renderer/compute',
    may: ['shared'],
    because: 'The worker runs the engine and has no page.',
  },
  {
    room: 'renderer/host',
    may: ['shared'],
    because: 'The host client is the only reader of the host API, and reads nothing else.',
  },
  {
    room: 'renderer/grid',
    may: ['renderer/ui', 'shared'],
    because: 'The grid shows what it is given and never owns data.',
  },
  {
    room: 'renderer/charts',
    may: ['renderer/ui', 'shared'],
    because: 'A chart draws what it is given and never owns data.',
  },
  {
    room: 'renderer/ui',
    may: ['shared/units'],
    because: 'Plain components carry no words of the domain.',
  },
  {
    room: 'renderer/[^/]+[.]tsx?$',
    may: ['renderer/app', 'renderer/ui'],
    because: 'The page entry mounts the app and nothing more.',
  },
];

/**
 * Who may import each package. One that is not listed may not be imported at all.
 * @type {{ packages: string[], by: string[], because: string }[]}
 */
const PACKAGES = [
  {
    packages: ['mathjs'],
    by: ['shared/formula'],
    because: 'Formula text is parsed in one place; everyone else sees our own tree.',
  },
  {
    packages: ['yaml', 'papaparse'],
    by: ['shared/library'],
    because: 'The text of models/ is decoded in one place.',
  },
  {
    packages: ['zod'],
    by: ['shared/library', 'shared/document', 'shared/contract', 'shared/report'],
    because: 'Strangers’ data is decoded at the edges; inside, types are enough.',
  },
  {
    packages: ['react', 'react-dom'],
    by: ['renderer'],
    because: 'Only the page draws.',
  },
  {
    packages: ['@mantine/[^/]+'],
    by: [
      'renderer/ui',
      'renderer/grid',
      'renderer/charts',
      'renderer/app',
      'renderer/features',
      'renderer/[^/]+[.]tsx?$',
    ],
    because: 'The component kit stays with components, out of the store, host and compute.',
  },
  {
    packages: ['@fontsource(-variable)?/inter'],
    by: ['renderer/app', 'renderer/ui', 'renderer/[^/]+[.]tsx?$'],
    because: 'The page loads its font once.',
  },
  {
    packages: ['ag-grid-react', 'ag-grid-community'],
    by: ['renderer/grid'],
    because: 'The grid library can be replaced by rewriting one folder.',
  },
  {
    packages: ['echarts'],
    by: ['renderer/charts', 'electron/services'],
    because: 'Charts are drawn by one folder on screen, and by services for the board pack.',
  },
  {
    packages: ['zustand'],
    by: ['renderer/store'],
    because: 'Components use the hooks of renderer/store.',
  },
  {
    packages: ['electron'],
    by: [
      'electron/main',
      'electron/preload',
      'electron/ipc/register[.]ts$',
      'electron/[^/]+[.]ts$',
    ],
    because: 'All but the shell runs without the Electron binary.',
  },
  {
    packages: ['commander'],
    by: ['electron/cli'],
    because: 'Arguments are read by the command line.',
  },
];

const severity = /** @type {const} */ ('error');

const LOCAL = '^(shared|electron|renderer|models|tests|build|dist)/';

/** @param {string[]} paths */
const under = (paths) => `^(?:${paths.map((p) => (p.endsWith('$') ? p : `${p}/`)).join('|')})`;

/** @param {string} pattern */
const slug = (pattern) =>
  pattern.endsWith('$')
    ? `${pattern.split('/')[0]}-entry`
    : pattern.replace('/([^/]+)', '').replaceAll('/', '-');

/** @param {string[]} names */
const inPackages = (names) => `node_modules/(?:${names.join('|')})(?:/|$)`;

const LISTED = under([...ROOMS.map(({ room }) => room), 'tests', 'build', 'dist']);

const roomRules = ROOMS.map(({ room, may, because }) => ({
  name: `room-${slug(room)}`,
  comment: because,
  severity,
  from: { path: under([room]) },
  to: {
    path: LOCAL,
    // $1 stands for the feature's own folder, where the room's pattern captures one.
    pathNot: under([room.replace('([^/]+)', '$1'), ...may]),
  },
}));

const packageRules = PACKAGES.map(({ packages, by, because }) => ({
  name: `package-${packages[0]?.replaceAll(/[^a-z-]+/g, '-').replaceAll(/^-|-$/g, '')}`,
  comment: because,
  severity,
  from: { path: '^(shared|electron|renderer)/', pathNot: under(by) },
  to: { path: inPackages(packages) },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...roomRules,
    ...packageRules,
    {
      name: 'unlisted-room',
      comment: 'A new folder needs a line in the table of rooms before it may hold code.',
      severity,
      from: { path: LOCAL, pathNot: LISTED },
      to: {},
    },
    {
      name: 'unlisted-room-imported',
      comment: 'A new folder needs a line in the table of rooms before anyone may import it.',
      severity,
      from: {},
      to: { path: LOCAL, pathNot: LISTED },
    },
    {
      name: 'unlisted-package',
      comment: 'A new library needs a line in the table of packages, and one in libraries.md.',
      severity,
      from: { path: '^(shared|electron|renderer)/' },
      to: {
        path: 'node_modules/',
        pathNot: inPackages(PACKAGES.flatMap(({ packages }) => packages)),
      },
    },
    {
      name: 'node-only-in-electron',
      comment: 'shared/ and renderer/ run in a page, where Node is not.',
      severity,
      from: { path: '^(shared|renderer)/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'host-api-only-in-host',
      comment: 'Within the page, only renderer/host speaks the contract.',
      severity,
      from: { path: '^renderer/', pathNot: '^renderer/host/' },
      to: { path: '^shared/contract/' },
    },
    {
      name: 'no-electron-at-second-hand',
      comment: 'The command line, web host and services run where the Electron binary is not.',
      severity,
      from: { path: '^electron/(cli|web-host|services)/' },
      to: { path: inPackages(['electron']), reachable: true },
    },
    {
      name: 'nothing-imports-tests',
      comment: 'What ships does not depend on what checks it, nor on how it is built.',
      severity,
      from: { path: '^(shared|electron|renderer)/' },
      to: { path: '^(tests|build|dist)/' },
    },
    {
      name: 'no-circular',
      comment: 'A cycle, types included, means two files are one thing: join or part them.',
      severity,
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment:
        'A file that imports nothing and that nothing imports is dead, or is in the wrong place.',
      severity,
      from: { orphan: true, pathNot: '[.]d[.]ts$' },
      to: {},
    },
    {
      name: 'no-unresolvable',
      comment: 'An import that cannot be found cannot be checked either.',
      severity,
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    // Types count: a type-only cycle is still a cycle of ideas.
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.d.ts', '.mjs', '.js', '.json', '.css'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'module', 'browser', 'default', 'types'],
    },
  },
};
