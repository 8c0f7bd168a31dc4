const js = require('@eslint/js');
const tseslint = require('typescript-eslint');
const hooks = require('eslint-plugin-react-hooks');
const office = require('eslint-plugin-office-addins');
const errorText = require('./scripts/eslint/no-error-text');
const globals = {
  console: 'readonly',
  process: 'readonly',
  URL: 'readonly',
  setTimeout: 'readonly',
  Buffer: 'readonly',
  fetch: 'readonly',
};

// Money never meets float arithmetic: these are the ways it usually sneaks in.
const floatTraps = [
  { selector: "CallExpression[callee.name='parseFloat']", message: 'Amounts enter through facts/money.ts (fromCellNumber).' },
  {
    selector: "CallExpression[callee.object.name='Number'][callee.property.name='parseFloat']",
    message: 'Amounts enter through facts/money.ts.',
  },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='round']",
    message: 'Round amounts with decimal.js, half-up, once, at printing.',
  },
  { selector: "MemberExpression[property.name='toNumber']", message: 'An amount stays a Decimal until it is printed or drawn.' },
];

module.exports = tseslint.config(
  { ignores: ['node_modules/', 'dist/', 'out/', 'coverage/', 'reports/'] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    files: ['**/*.{js,cjs,mjs}'],
    languageOptions: { globals: { ...globals, module: 'writable', require: 'readonly', __dirname: 'readonly' } },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  {
    files: ['src/**/*.ts', 'taskpane/**/*.{ts,tsx}', 'tests/**/*.{ts,tsx}'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: __dirname } },
    plugins: { house: { rules: { 'no-error-text': errorText } } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      eqeqeq: 'error',
    },
  },
  {
    files: ['src/{kernel,layouts,reading,facts,rules,checks,supplements,narrative,charts,app}/**/*.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...floatTraps],
      'no-restricted-globals': ['error', 'Excel', 'Office', 'window', 'document', 'process'],
    },
  },
  { files: ['src/**/*.ts', 'taskpane/**/*.{ts,tsx}'], rules: { 'house/no-error-text': 'error' } },
  { files: ['taskpane/**/*.tsx'], plugins: { 'react-hooks': hooks }, rules: { ...hooks.configs.recommended.rules } },
  {
    files: ['src/adapters/officejs/**/*.ts', 'taskpane/**/*.{ts,tsx}'],
    plugins: { 'office-addins': office },
    rules: {
      'office-addins/call-sync-after-load': 'error',
      'office-addins/call-sync-before-read': 'error',
      'office-addins/load-object-before-read': 'error',
      'office-addins/no-context-sync-in-loop': 'error',
      'office-addins/no-empty-load': 'error',
      'office-addins/no-navigational-load': 'error',
      'office-addins/test-for-null-using-isNullObject': 'error',
    },
  },
);
