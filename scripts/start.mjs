import { existsSync } from 'node:fs';
import { build, hasOption, inRoot, install, option, run } from './lib.mjs';
import { serve } from './serve.mjs';

/** `npm start`: install, build, write the report of the sample, serve the pages. With CI set or --no-serve it stops once they are served. */
async function main() {
  await install();
  await build();

  const sample = (name) => inRoot('assets/samples', name);
  const out = inRoot('out');
  const args = [
    'report',
    sample('sample-2024.xlsx'),
    '--prior',
    sample('sample-2023.xlsx'),
    '--supplement',
    sample('sample-2024-supplement.json'),
    '--out',
    out,
  ];
  console.log('生成示例单位的情况说明…');
  const { code } = await run(process.execPath, [inRoot('dist/cli.js'), ...args]);
  if (code > 1) throw new Error('示例没有生成，见上面的信息。');
  console.log(`\n已生成在 ${out}\n`);

  const server = await serve({ port: Number(option('--port') ?? 3000) });
  for (const page of ['workbench.html', 'taskpane.html']) {
    const { status } = await fetch(`${server.url}/${page}`);
    if (status !== 200) throw new Error(`${server.url}/${page} 没有应答（${status}）。`);
  }
  console.log(`离线工作台   ${server.url}/workbench.html   （也可以直接双击 dist/workbench.html）
Excel 加载项 ${server.url}/taskpane.html

在 Excel 中加载：
  1. npm run certs        生成并信任本机证书（只需一次）
  2. npm run serve:https  在 https://localhost:3000 提供加载项
  3. Excel 2021 及以上：文件 → 选项 → 信任中心 → 受信任的加载项目录，加入放有 dist/manifest.xml 的共享文件夹，
     重启 Excel，插入 → 我的加载项 → 共享文件夹 → 决算说明助手。单位内部部署见 README。`);
  if (process.env.CI || hasOption('--no-serve')) return server.close();
  console.log('\n按 Ctrl+C 结束。');
}

if (!existsSync(inRoot('package.json'))) throw new Error('请在项目目录中运行。');
main().catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
