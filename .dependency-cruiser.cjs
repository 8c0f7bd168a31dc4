/** Who may import whom. A folder may import itself and what is listed; everything else is an error. */
const may = {
  kernel: [],
  ooxml: ['kernel'],
  layouts: ['kernel'],
  facts: ['kernel', 'layouts/keys\\.ts'],
  reading: ['kernel', 'layouts', 'facts'],
  rules: ['kernel', 'layouts', 'facts/(outcome|phrase)\\.ts'],
  'rules/special': ['kernel', 'layouts', 'facts', 'supplements', 'rules/(?!index)[\\w-]+\\.ts'],
  checks: ['kernel', 'layouts', 'facts', 'supplements', 'rules/(rule|claim|terms)\\.ts'],
  supplements: ['kernel', 'layouts', 'facts'],
  narrative: ['kernel', 'layouts', 'facts', 'supplements'],
  performance: ['kernel', 'layouts', 'facts', 'supplements', 'narrative/(?!sections/|profiles/)'],
  booklet: ['kernel', 'layouts', 'facts', 'supplements', 'narrative/(?!sections/|profiles/)', 'performance'],
  'proof/text': ['kernel', 'facts/(outcome|phrase|traced)\\.ts'],
  'proof/links': ['kernel', 'layouts', 'facts', 'supplements', 'proof/text'],
  consolidate: ['kernel', 'layouts', 'facts'],
  proof: ['kernel', 'layouts', 'facts', 'supplements', 'narrative/(?!sections/|profiles/)', 'performance'],
  roll: ['kernel', 'layouts', 'facts', 'supplements', 'narrative/(?!sections/index|profiles/)', 'ooxml', 'proof'],
  sheets: ['kernel', 'layouts', 'facts', 'supplements', 'narrative'],
  app: [
    'kernel',
    'ooxml',
    'layouts',
    'facts',
    'reading',
    'rules/rule\\.ts',
    'checks',
    'supplements',
    'narrative/(?!sections/|profiles/)',
    'performance',
    'booklet',
    'sheets',
    'proof',
    'roll',
    'consolidate',
  ],
  product: ['app', 'rules/index\\.ts', 'narrative/sections/index\\.ts', 'narrative/profiles/index\\.ts'],
  'adapters/officejs': ['kernel', 'facts', 'narrative', 'sheets', 'app'],
  'adapters/file': ['kernel', 'ooxml', 'facts', 'narrative', 'performance', 'booklet', 'sheets', 'app'],
  'adapters/docx': ['kernel', 'ooxml', 'facts', 'narrative', 'performance', 'booklet', 'sheets', 'app'],
  'adapters/word': ['kernel', 'ooxml', 'proof'],
  'adapters/text': ['kernel', 'facts', 'narrative', 'performance', 'booklet', 'sheets', 'app'],
};

const directions = Object.entries(may).map(([folder, allowed]) => ({
  name: `direction-${folder.replace(/\W/g, '-')}`,
  severity: 'error',
  comment: `src/${folder} may import only itself${allowed.length ? ` and ${allowed.join(', ')}` : ''}.`,
  from: { path: `^src/${folder}/`, pathNot: folder === 'rules' ? '^src/rules/special/|^src/rules/index\\.ts$' : undefined },
  to: {
    path: '^(src|taskpane|tests)/',
    pathNot: [`^src/${folder}/`, ...allowed.map((a) => (a.endsWith('ts') || a.endsWith(')') ? `^src/${a}` : `^src/${a}/`))],
  },
}));

// A registry is for the doors; a file of a folder names the file it needs, never its own folder's index.
const ownIndex = ['layouts', 'rules', 'narrative/sections', 'narrative/profiles', 'narrative/glossary'].map((folder) => ({
  name: `no-own-index-${folder.replace(/\W/g, '-')}`,
  severity: 'error',
  from: { path: `^src/${folder}/` },
  to: { path: `^src/${folder}/index\\.ts$` },
}));

module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'registries-only-for-doors',
      severity: 'error',
      from: { path: '^src/(?!cli/)', pathNot: '/index\\.ts$' },
      to: { path: '^src/(rules|narrative/sections|narrative/profiles)/index\\.ts$' },
    },
    {
      name: 'office-only-in-its-adapter',
      severity: 'error',
      from: { path: '^(src|taskpane)/', pathNot: '^src/adapters/officejs/|^taskpane/' },
      to: { path: '@microsoft/office-js' },
    },
    {
      name: 'pure-core',
      severity: 'error',
      comment: 'The core knows no host and no machine.',
      from: { path: '^src/(?!adapters/|cli/)' },
      to: { dependencyTypes: ['core'] },
    },
    ...directions,
    ...ownIndex,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'] },
  },
};
