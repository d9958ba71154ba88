// Builds what ships: what the host runs at start, what it loads when first needed, and the report page.
//   node esbuild.mjs [--production] [--watch] [--outdir=DIR]
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import * as esbuild from 'esbuild';
import { thirdPartyNotices } from './notices.mjs';

const { production, watch, outdir } = parseArgs({
  options: {
    production: { type: 'boolean', default: false },
    watch: { type: 'boolean', default: false },
    outdir: { type: 'string', default: 'dist' },
  },
}).values;

/** What the host imports with `import('./x')` is a bundle of its own, so that start-up does not read it. */
const loadedWhenNeeded = {
  name: 'loaded-when-needed',
  setup(build) {
    build.onResolve({ filter: /^\.\.?\// }, ({ path, kind }) =>
      kind === 'dynamic-import' ? { path: `./${path.split('/').pop()}.js`, external: true } : undefined,
    );
  },
};

/**
 * VS Code's API is a plain object. Imported as an ES module, all its members would be copied for each file that does so; here all
 * files of a bundle use what is required once.
 */
const vscodeAsItIs = {
  name: 'vscode-as-it-is',
  setup(build) {
    build.initialOptions.inject = ['vscode-api'];
    build.onResolve({ filter: /^vscode-api$/ }, ({ path }) => ({ path, namespace: 'vscode-api' }));
    build.onLoad({ filter: /./, namespace: 'vscode-api' }, () => ({
      contents: `export const vscode = /* @__PURE__ */ (() => require('vscode'))();`,
      resolveDir: import.meta.dirname,
    }));
    build.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const code = await readFile(path, 'utf8');
      const contents = code.replace(/^import \* as vscode from 'vscode';$/m, '');
      return contents === code ? undefined : { contents, loader: 'ts' };
    });
  },
};

/**
 * What node-fetch brings for what the extension never does, by module: the platform has forms and files, no referrer is
 * sent, and no `data:` address is read.
 */
const stubs = {
  'fetch-blob': 'export default globalThis.Blob;',
  'fetch-blob/from.js': `
    export const { Blob, File } = globalThis;
    export const blobFrom = undefined, blobFromSync = undefined, fileFrom = undefined, fileFromSync = undefined;`,
  'formdata-polyfill/esm.min.js': `
    export const { FormData } = globalThis;
    export const formDataToBlob = () => { throw new TypeError('Forms are not sent.'); };`,
  './utils/multipart-parser.js': `
    export const toFormData = () => { throw new TypeError('Forms are not read.'); };`,
  './utils/referrer.js': `
    export const DEFAULT_REFERRER_POLICY = 'no-referrer';
    export const validateReferrerPolicy = (policy) => policy;
    export const determineRequestsReferrer = () => 'no-referrer';
    export const parseReferrerPolicyFromHeader = () => '';`,
  'data-uri-to-buffer': `
    export default () => { throw new TypeError('Addresses of data are not read.'); };`,
};

const withoutUnused = {
  name: 'without-unused',
  setup(build) {
    build.onResolve({ filter: /./ }, ({ path, importer }) =>
      path in stubs && importer.includes('node-fetch') ? { path, namespace: 'stubs' } : undefined,
    );
    build.onLoad({ filter: /./, namespace: 'stubs' }, ({ path }) => ({ contents: stubs[path] }));
  },
};

/** Exports leave out the indentation of their templates when they are written; what ships has none to leave out. */
const withoutIndentation = {
  name: 'without-indentation',
  setup(build) {
    build.onLoad({ filter: /[\\/]src[\\/]export[\\/].*\.ts$/ }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8')).replaceAll(/\n[ \t]+/g, '\n'),
      loader: 'ts',
    }));
  },
};

const common = {
  bundle: true,
  minify: production,
  sourcemap: production ? false : 'linked',
  legalComments: 'none',
  charset: 'utf8',
  // Else what valibot makes with it and nobody uses stays.
  pure: ['RegExp'],
  logLevel: 'warning',
};

const bundles = [
  {
    ...common,
    entryPoints: { extension: 'src/extension.ts', app: 'src/app.ts', nodeFetch: 'src/sendkit/nodeFetch.ts' },
    outdir,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    external: ['vscode'],
    // As `require`, which knows `vscode` in every file, and reads a file anew that could not be read.
    supported: { 'dynamic-import': false },
    // Its build for Node reads files, which VS Code does for us, and is no ES module, for which every import pays.
    alias: { '@vscode/l10n': '@vscode/l10n/dist/browser.js' },
    plugins: [vscodeAsItIs, withoutUnused, loadedWhenNeeded, ...(production ? [withoutIndentation] : [])],
  },
  {
    ...common,
    entryPoints: { report: 'src/report/page/main.ts', 'report-frame': 'src/report/page/frame.css' },
    outdir: join(outdir, 'report'),
    platform: 'browser',
    target: 'chrome132',
    format: 'iife',
    tsconfig: 'src/report/page/tsconfig.json',
    loader: { '.svg': 'dataurl' },
  },
];

if (watch) {
  const contexts = await Promise.all(bundles.map((bundle) => esbuild.context({ ...bundle, logLevel: 'info' })));
  await Promise.all(contexts.map((context) => context.watch()));
} else {
  const built = await Promise.all(bundles.map((bundle) => esbuild.build({ ...bundle, metafile: true })));
  const metafiles = built.map(({ metafile }) => metafile);
  await writeFile(join(outdir, 'THIRD_PARTY_NOTICES'), await thirdPartyNotices(metafiles, import.meta.dirname));
}
