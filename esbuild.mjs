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

const common = {
  bundle: true,
  minify: production,
  sourcemap: production ? false : 'linked',
  legalComments: 'none',
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
    // node-fetch brings 60 KB of streams for a Node that has none.
    alias: { 'web-streams-polyfill/dist/ponyfill.es2018.js': 'node:stream/web' },
    plugins: [loadedWhenNeeded],
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
