// The house (see CONTRIBUTING.md): which room may import which.
/** `vscode` is no package: all there is of it are its types. */
const VSCODE = '^vscode$|/@types/vscode/';

const onlyFrom = (room, allowed, comment) => ({
  name: `${room.replace(/\W+/g, '-')}-imports`,
  comment,
  severity: 'error',
  from: { path: `^src/${room}` },
  to: { path: '^src/', pathNot: [`^src/${room}`, ...allowed.map((path) => `^src/${path}`)] },
});

const neverVscode = (room) => ({
  name: `${room.replace(/\W+/g, '-')}-without-vscode`,
  comment: 'Pure rooms and the page run without VS Code.',
  severity: 'error',
  from: { path: `^src/${room}` },
  to: { path: VSCODE },
});

/** What is read at start, beside types: constants, and the little that stands until the app is loaded. */
const READ_AT_START = [
  ...['extension', 'start', 'lazily', 'mcpServer', 'testFiles/testFilePattern'],
  ...['campaigns/(log|settingKeys|storageKeys)', 'views/(commandIds|toolNames|treePlace)'],
];

module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, pathNot: ['tsconfig\\.json$', '\\.d\\.ts$'] },
      to: {},
    },
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '^vscode$' } },
    { name: 'no-node-built-ins', severity: 'error', from: {}, to: { dependencyTypes: ['core'] } },
    {
      name: 'start-stays-small',
      comment: 'What start-up imports is evaluated at start; all else is `import()`ed with the app.',
      severity: 'error',
      from: { path: `^src/(${READ_AT_START.join('|')})\\.ts$` },
      to: {
        pathNot: [VSCODE, `^src/(${READ_AT_START.join('|')})\\.ts$`],
        dynamic: false,
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'app-comes-last',
      comment: 'Only start-up loads the app, when it is needed; in a browser the app is the file that starts.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(app|extension|start)\\.ts$' },
      to: { path: '^src/(app|extension|start|lazily)\\.ts$' },
    },
    onlyFrom('sendkit/', [], 'The API client stands on npm packages alone.'),
    onlyFrom('analytics/', ['sendkit/'], 'The meaning of the numbers knows the API …'),
    {
      name: 'analytics-knows-types-only',
      comment: '… only by its types.',
      severity: 'error',
      from: { path: '^src/analytics/' },
      to: { path: '^src/sendkit/', dependencyTypesNot: ['type-only'] },
    },
    onlyFrom(
      'campaigns/',
      ['sendkit/', 'analytics/', 'testFiles/'],
      'State knows the API, the meaning and test files, not the views.',
    ),
    onlyFrom(
      'views/',
      [
        ...['campaigns/', 'analytics/', 'sendkit/', 'export/', 'testFiles/'],
        'report/(protocol|fromPage|chartSchema|comparedSchema)',
      ],
      'Views show the store.',
    ),
    onlyFrom('report/', ['analytics/'], 'The page knows reports and its message contract.'),
    onlyFrom('export/', ['analytics/'], 'Exports are pure functions of a report.'),
    onlyFrom('testFiles/', ['analytics/', 'export/oneLine'], 'A test file is a text, checked against a report.'),
    ...['sendkit/', 'analytics/', 'report/', 'export/', 'testFiles/'].map(neverVscode),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
