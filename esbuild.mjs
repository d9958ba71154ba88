// Builds what ships: the host's bundle, what it loads when first needed, and the report page.
//   node esbuild.mjs [--production] [--watch]
import * as esbuild from 'esbuild';

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');

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
  outdir: 'dist',
  minify: production,
  sourcemap: production ? false : 'linked',
  legalComments: 'none',
  logLevel: 'warning',
};

const bundles = [
  {
    ...common,
    entryPoints: { extension: 'src/extension.ts', nodeFetch: 'src/sendkit/nodeFetch.ts' },
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    external: ['vscode'],
    plugins: [loadedWhenNeeded],
  },
  {
    ...common,
    entryPoints: { report: 'src/report/page/main.ts', 'report-frame': 'src/report/page/frame.css' },
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
