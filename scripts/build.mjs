import { build, hasOption, install } from './lib.mjs';

/** `npm run build`: dist/ anew; with --if-stale only when a source is newer. */
try {
  await install();
  const { built } = await build({ force: !hasOption('--if-stale') });
  console.log(built ? '已构建 dist/' : 'dist/ 是最新的');
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
