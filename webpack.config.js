const path = require('node:path');
const webpack = require('webpack');
const CopyPlugin = require('copy-webpack-plugin');
const MinimizerPlugin = require('minimizer-webpack-plugin');
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

const source = (target) => ({
  test: /\.tsx?$/,
  exclude: /node_modules/,
  use: {
    loader: 'swc-loader',
    options: { jsc: { target, parser: { syntax: 'typescript', tsx: true }, transform: { react: { runtime: 'automatic' } } } },
  },
});
/** Libraries use syntax that is too new for those browsers as well. */
const libraries = (target) => ({
  test: /\.[cm]?js$/,
  include: /node_modules/,
  use: { loader: 'swc-loader', options: { isModule: 'unknown', jsc: { target } } },
});

const common = {
  mode: 'production',
  context: __dirname,
  devtool: false,
  resolve: { extensions: ['.ts', '.tsx', '.js', '.mjs'] },
  // A quarter of the time of terser for the same sizes; swc is here anyway.
  optimization: { minimizer: [new MinimizerPlugin({ minify: MinimizerPlugin.swcMinify, parallel: true })] },
  performance: { hints: false },
  stats: 'errors-warnings',
  cache: {
    type: 'filesystem',
    cacheDirectory: path.join(__dirname, 'node_modules/.cache/webpack'),
    buildDependencies: { config: [path.join(__dirname, 'webpack.config.js')] },
  },
};

const page = {
  ...common,
  target: ['web', 'es2019'],
  output: {
    path: path.join(__dirname, 'dist'),
    filename: '[name].js',
    chunkFilename: 'taskpane-[name].js',
    publicPath: '',
    globalObject: 'self',
  },
  // Chromium 87 and everything after it: see tests/e2e/old-browser.mjs.
  module: { rules: [source('es2021'), libraries('es2021'), { test: /\.xlsx$/, type: 'asset/inline' }] },
};
/** What is imported by `import()` is part of the one file there is. */
const oneFile = { parser: { javascript: { dynamicImportMode: 'eager' } } };

/** The pane of Excel: what is imported by `import()` comes when it is asked for. Its worker has a script of its own. */
const pane = {
  ...page,
  name: 'pane',
  entry: { taskpane: './taskpane/index.tsx', 'taskpane-worker': './taskpane/files/worker-entry.ts' },
  plugins: [
    new PagePlugin({
      page: 'taskpane.html',
      template: 'taskpane/taskpane.html',
      bundle: 'taskpane',
      replace: { officeBase: `officejs/${officeVersion}` },
      policy: { 'script-src': "'self'", 'connect-src': "'self'", 'worker-src': "'self'", 'img-src': "'self' data:" },
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

/** The 离线工作台: one file that opens by a double click; one script serves page and worker (see taskpane/boot.ts). */
const workbench = {
  ...page,
  name: 'workbench',
  entry: { workbench: './taskpane/workbench.tsx' },
  module: { ...page.module, ...oneFile },
  plugins: [
    new PagePlugin({
      page: 'workbench.html',
      template: 'taskpane/workbench.html',
      bundle: 'workbench',
      inline: true,
      policy: { 'connect-src': "'none'", 'worker-src': 'blob:', 'img-src': 'data:' },
    }),
  ],
};

const cli = {
  ...common,
  name: 'cli',
  target: 'node20',
  entry: { cli: './src/cli/index.ts' },
  output: { path: path.join(__dirname, 'dist'), filename: 'cli.js' },
  // Not minified: nobody downloads it, and the minifier moves constants into the functions that use them, a sixth slower.
  optimization: { minimize: false },
  // One file; what only the watched process needs is there, but not run by the watcher.
  module: { rules: [source('es2022')], ...oneFile },
  plugins: [new webpack.BannerPlugin({ banner: '#!/usr/bin/env node', raw: true })],
};

module.exports = [cli, pane, workbench];
