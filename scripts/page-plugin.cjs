const fs = require('node:fs');
const path = require('node:path');
const { createHash } = require('node:crypto');

const hashOf = (script) => `'sha256-${createHash('sha256').update(script, 'utf8').digest('base64')}'`;
const inlineScripts = (html) => [...html.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, text]) => text);

/**
 * Writes one page: fills the template's {{placeholders}}, puts the bundle in (as a file or, so that the page works from
 * a double click, inline) and locks it with a content security policy that names every inline script by its hash.
 */
class PagePlugin {
  constructor(options) {
    this.options = options;
  }

  apply(compiler) {
    const { page, template, bundle, inline = false, replace = {}, policy } = this.options;
    const file = path.join(compiler.context, template);
    const icon = path.join(compiler.context, 'assets/icons/favicon.svg');
    const { Compilation, sources } = compiler.webpack;
    compiler.hooks.thisCompilation.tap('PagePlugin', (compilation) => {
      compilation.fileDependencies.addAll([file, icon]);
      compilation.hooks.processAssets.tap({ name: 'PagePlugin', stage: Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE_INLINE }, () => {
        const asset = compilation.getAsset(`${bundle}.js`);
        if (!asset) return;
        // What would end or change an inline script stands only in strings, patterns and comments: escape it there.
        const code = asset.source
          .source()
          .toString()
          .replace(/<\/script/gi, '<\\/script')
          .replace(/<!--/g, '<\\!--')
          .replace(/\r\n?/g, '\n');
        const favicon = `data:image/svg+xml;base64,${fs.readFileSync(icon).toString('base64')}`;
        const script = inline ? `<script>${code}</script>` : `<script src="${bundle}.js"></script>`;
        let html = fs.readFileSync(file, 'utf8').replace(/\r\n/g, '\n');
        for (const [name, text] of Object.entries({ ...replace, favicon, script })) html = html.split(`{{${name}}}`).join(text);
        const directives = {
          'default-src': "'none'",
          'base-uri': "'none'",
          'form-action': "'none'",
          // Fluent's styles are inserted as <style> elements.
          'style-src': "'unsafe-inline'",
          ...policy,
          'script-src': [policy['script-src'], ...inlineScripts(html).map(hashOf)].filter(Boolean).join(' '),
        };
        const text = Object.entries(directives)
          .map(([name, value]) => `${name} ${value}`)
          .join('; ');
        html = html.split('{{policy}}').join(text);
        // Minimized already: a second pass would change the scripts behind their hashes.
        compilation.emitAsset(page, new sources.RawSource(html), { minimized: true });
        if (inline) {
          // The licences of what was packed in stay in dist/, though the bundle itself goes.
          compilation.updateAsset(`${bundle}.js`, asset.source, (info) => ({ ...info, related: {} }));
          compilation.deleteAsset(`${bundle}.js`);
        }
      });
    });
  }
}

module.exports = { PagePlugin };
