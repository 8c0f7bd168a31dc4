/** Unit, contract and meta tests. The browser tests are a program of their own: tests/e2e/run.mjs. */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/tests'],
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  modulePathIgnorePatterns: ['<rootDir>/reports/'],
  moduleFileExtensions: ['ts', 'tsx', 'js', 'mjs', 'cjs', 'json', 'node'],
  transform: {
    '^.+\\.(t|j|mj)sx?$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript', tsx: true }, transform: { react: { runtime: 'automatic' } }, target: 'es2021' } },
    ],
    '^.+\\.mjs$': ['@swc/jest', { jsc: { target: 'es2021' } }],
  },
  // hucre ships ES modules only.
  transformIgnorePatterns: ['/node_modules/(?!hucre)/'],
  // No test is about speed; a loaded machine is no failure.
  testTimeout: 120_000,
  maxWorkers: '100%',
  cacheDirectory: '<rootDir>/node_modules/.cache/jest',
};
