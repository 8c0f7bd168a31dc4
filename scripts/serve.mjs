import { createServer as http } from 'node:http';
import { createServer as https } from 'node:https';
import { readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { hasOption, inRoot, option } from './lib.mjs';

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.xml': 'application/xml; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
};

/** The policy of a page is written once, in the page; the server repeats it as a header. */
const policyOf = (html) => /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1];

function answer(folder, request, response) {
  const headers = { 'X-Content-Type-Options': 'nosniff', 'Referrer-Policy': 'no-referrer', 'Cache-Control': 'no-cache' };
  const send = (status, body, more = {}) => {
    response.writeHead(status, { 'Content-Security-Policy': "default-src 'none'", ...headers, ...more });
    response.end(request.method === 'HEAD' ? undefined : body);
  };
  if (request.method !== 'GET' && request.method !== 'HEAD') return send(405, '');
  let name;
  try {
    name = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
  } catch {
    return send(400, '');
  }
  const file = path.join(folder, name === '/' ? 'workbench.html' : name);
  const inside = !path.relative(folder, file).startsWith('..') && statSync(file, { throwIfNoEntry: false })?.isFile();
  if (!inside) return send(404, '没有这个文件', { 'Content-Type': 'text/plain; charset=utf-8' });
  const body = readFileSync(file);
  const type = types[path.extname(file)] ?? 'application/octet-stream';
  const policy = type.startsWith('text/html') ? policyOf(body.toString('utf8')) : undefined;
  // Office shows a generic icon for one that it may not keep.
  const keep = name.startsWith('/assets/') ? { 'Cache-Control': 'public, max-age=86400' } : {};
  send(200, body, { 'Content-Type': type, ...keep, ...(policy ? { 'Content-Security-Policy': policy } : {}) });
}

/** Serves a folder of static files on localhost; with `port: 0` on any free port. */
export async function serve({ folder = inRoot('dist'), port = 3000, tls, tries = 20 } = {}) {
  const real = realpathSync(folder);
  const listener = (request, response) => answer(real, request, response);
  for (let next = port, left = tries; ; next += 1, left -= 1) {
    const server = tls ? https(tls, listener) : http(listener);
    try {
      await new Promise((resolve, reject) => server.once('error', reject).listen(next, 'localhost', resolve));
      const url = `${tls ? 'https' : 'http'}://localhost:${server.address().port}`;
      return { url, close: () => new Promise((resolve) => (server.closeAllConnections(), server.close(resolve))) };
    } catch (error) {
      if (error.code !== 'EADDRINUSE' || left <= 0 || tls) throw error;
    }
  }
}

async function main() {
  const port = Number(option('--port') ?? 3000);
  let tls;
  if (hasOption('--https')) {
    const { certificate } = await import('./certs.mjs');
    tls = await certificate();
  }
  const { url } = await serve({ port, tls });
  console.log(`${url}/workbench.html   离线工作台\n${url}/taskpane.html    Excel 加载项的页面（要在 Excel 里打开）\n按 Ctrl+C 结束。`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  main().catch((error) => {
    console.error(
      error.code === 'EADDRINUSE' ? '端口已被占用；加载项的地址写在 manifest.xml 里，请先结束占用 3000 端口的程序。' : error.message,
    );
    process.exitCode = 1;
  });
}
