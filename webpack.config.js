const path = require('node:path');
const webpack = require('webpack');
const CopyPlugin = require('copy-webpack-plugin');
const { PagePlugin } = require('./scripts/page-plugin.cjs');

const officeVersion = require('@microsoft/office-js/package.json').version;
// The licence of Office.js lets us serve these files as they are, never changed: terser must not touch them.
const officeFiles = [
  'office.js',
  'excel-win32-16.01.js',
  'excel-web-16.00.js',
  'excel-mac-16.00.js',
  'o15apptofilemappingtable.js',
  'zh-cn/office_strings.js',
  'en-us/office_strings.js',
  'telemetry/oteljs.js',
  'telemetry/oteljs_agave.js',
];

const source = (targets) => ({
  test: /\.tsx?$/,
  exclude: /node_modules/,
  use: {
    loader: 'swc-loader',
    options: {
      env: { targets },
      jsc: { parser: { syntax: 'typescript', tsx: true }, transform: { react: { runtime: 'automatic' } } },
    },
  },
});

const common = {
  mode: 'production',
  context: __dirname,
  devtool: false,
  resolve: { extensions: ['.ts', '.tsx', '.js', '.mjs'] },
  performance: { hints: false },
  stats: 'errors-warnings',
  cache: {
    type: 'filesystem',
    cacheDirectory: path.join(__dirname, 'node_modules/.cache/webpack'),
    buildDependencies: { config: [path.join(__dirname, 'webpack.config.js')] },
  },
};

/** The two pages. One script serves each page and its worker (see taskpane/boot.ts), so that one file can hold all. */
const pages = {
  ...common,
  name: 'pages',
  target: ['web', 'es2019'],
  entry: { taskpane: './taskpane/index.tsx', workbench: './taskpane/workbench.tsx' },
  output: { path: path.join(__dirname, 'dist'), filename: '[name].js', publicPath: '', globalObject: 'self' },
  module: {
    rules: [source('chrome >= 94'), { test: /\.xlsx$/, type: 'asset/inline' }],
    parser: { javascript: { dynamicImportMode: 'eager' } },
  },
  plugins: [
    new PagePlugin({
      page: 'taskpane.html',
      template: 'taskpane/taskpane.html',
      bundle: 'taskpane',
      replace: { officeBase: `officejs/${officeVersion}` },
      policy: { 'script-src': "'self'", 'connect-src': "'self'", 'worker-src': "'self'", 'img-src': "'self' data:" },
    }),
    new PagePlugin({
      page: 'workbench.html',
      template: 'taskpane/workbench.html',
      bundle: 'workbench',
      inline: true,
      policy: { 'connect-src': "'none'", 'worker-src': 'blob:', 'img-src': 'data:' },
    }),
    new CopyPlugin({
      patterns: [
        ...officeFiles.map((file) => ({
          from: `node_modules/@microsoft/office-js/dist/${file}`,
          to: `officejs/${officeVersion}/${file}`,
          info: { minimized: true },
        })),
        { from: 'node_modules/@microsoft/office-js/LICENSE.md', to: `officejs/${officeVersion}/LICENSE.md` },
        { from: 'assets/icons', to: 'assets/icons' },
        { from: 'manifest.xml', to: 'manifest.xml' },
      ],
    }),
  ],
};

const cli = {
  ...common,
  name: 'cli',
  target: 'node20',
  entry: { cli: './src/cli/index.ts' },
  output: { path: path.join(__dirname, 'dist'), filename: 'cli.js' },
  module: { rules: [source('node 20')] },
  plugins: [new webpack.BannerPlugin({ banner: '#!/usr/bin/env node', raw: true })],
};

module.exports = [cli, pages];
