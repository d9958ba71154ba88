// Builds what ships: what the host runs at start, what it loads when first needed, and the report page.
//   node esbuild.mjs [--production] [--watch] [--outdir=DIR]
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import * as esbuild from 'esbuild';

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

/** The platform has what node-fetch brings for sending forms and files, of which the extension sends none. */
const platformBodies = {
  name: 'platform-bodies',
  setup(build) {
    const brought =
      /^(fetch-blob|fetch-blob\/from\.js|formdata-polyfill\/esm\.min\.js|\.\/utils\/multipart-parser\.js)$/;
    build.onResolve({ filter: brought }, () => ({ path: 'platform-bodies', namespace: 'platform-bodies' }));
    build.onLoad({ filter: /.*/, namespace: 'platform-bodies' }, () => ({
      contents: `
        export const { Blob, File, FormData } = globalThis;
        export default Blob;
        export const formDataToBlob = () => { throw new TypeError('Forms are not sent.'); };
        export const toFormData = () => { throw new TypeError('Forms are not read.'); };
        export const blobFrom = undefined, blobFromSync = undefined, fileFrom = undefined, fileFromSync = undefined;`,
    }));
  },
};

const common = {
  bundle: true,
  minify: production,
  sourcemap: production ? false : 'linked',
  legalComments: 'none',
  charset: 'utf8',
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
    plugins: [platformBodies, loadedWhenNeeded],
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
  await Promise.all(bundles.map((bundle) => esbuild.build(bundle)));
}
