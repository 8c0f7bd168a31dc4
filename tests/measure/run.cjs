// Runs a measuring command written in TypeScript: node tests/measure/run.cjs detect FILE…
const path = require('node:path');
require('../kit/ts-hook.cjs');

const [command, ...args] = process.argv.slice(2);
require(path.join(__dirname, `${command}.ts`))
  .main(args)
  .catch((error) => {
    console.error(error);
    process.exitCode = 1;
  });
