import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import * as esbuild from 'esbuild';
import { FAULTS } from '../sandbox/faults';
import type { WebRun } from '../web/webRun';
import { buildExtension } from './build';
import { root } from './cache';
import { oneFailure, sum, type Counts } from './counts';
import { mochaOptions } from './mochaRun';
import { originalPositionsIn } from './originalPositions';
import { releases } from './releases';
import { startSandboxMaker } from './sandboxMaker';
import { startServerless } from './serverless';
import { testFilesIn } from './testFiles';
import { runTestsInPage } from './testsInPage';

const MOCHA = join(root, 'node_modules/mocha/mocha.js');
const BUNDLE = 'out/web/index.js';

/** A test that imports it, whatever for, is for the extension host on Node alone. */
const NODE = /from 'node:(?!assert\/strict')/;

/** What the tests import, and what there is of it in a browser. */
const IN_A_BROWSER: Readonly<Record<string, string>> = {
  'src/extension': 'src/app.ts',
  'src/sendkit/nodeFetch': 'test/web/nodeFetch.ts',
  'test/sandbox/server': 'test/web/sandbox.ts',
  'test/vscode/temporaryFolder': 'test/web/temporaryFolder.ts',
};

/** Runs test/vscode, but for what needs Node, and test/web in the web worker extension host of the newest VS Code. */
export async function runInWebWorker(args: readonly string[]): Promise<Counts> {
  await buildExtension();
  const maker = await startSandboxMaker();
  const vscode = await startServerless({ release: 'newest', tests: BUNDLE });
  try {
    await bundleTests({ maker: maker.url, mocha: { timeout: 20_000, ...mochaOptions(args) } });
    const exitCode = await runTestsInPage({
      title: `VS Code ${releases.newest.vscode}, without a server,`,
      url: vscode.url,
      logName: 'vscode-web.log',
      readable: await originalPositionsIn(join(root, BUNDLE)),
    });
    return maker.counts === undefined || (exitCode !== 0 && maker.counts.failed === 0)
      ? sum([maker.counts ?? oneFailure, oneFailure])
      : maker.counts;
  } finally {
    await vscode.stop();
    await maker.stop();
  }
}

/** One file: a web worker extension host knows no other. */
async function bundleTests(run: WebRun): Promise<void> {
  const inBoth = await testFilesIn('test/vscode');
  const needNode = new Set<string>();
  for (const file of inBoth) if (NODE.test(await readFile(file, 'utf8'))) needNode.add(file);
  console.log(`Left out, because they need Node: ${[...needNode].map((file) => relative(root, file)).join(', ')}`);
  const files = [...inBoth.filter((file) => !needNode.has(file)), ...(await testFilesIn('test/web'))];
  const imports = ['./test/web/mocha', ...files].map((file) => `import ${JSON.stringify(file)};`);
  await esbuild.build({
    stdin: { contents: [...imports, `export { run } from './test/web/run';`].join('\n'), resolveDir: root },
    outfile: join(root, BUNDLE),
    bundle: true,
    platform: 'browser',
    target: 'chrome132',
    format: 'cjs',
    external: ['vscode'],
    sourcemap: 'external',
    // The assertions ask how wide the terminal is.
    define: { WEB_RUN: JSON.stringify(run), global: 'globalThis', process: '{"env":{},"stderr":{}}' },
    alias: { 'node:assert/strict': join(root, 'test/web/assert.ts'), '@vscode/l10n': '@vscode/l10n/dist/browser.js' },
    plugins: [inABrowser],
    logLevel: 'warning',
  });
}

const inABrowser: esbuild.Plugin = {
  name: 'in-a-browser',
  setup(build) {
    build.onResolve({ filter: /^\.\.?\// }, ({ path, resolveDir }) => {
      const standIn = IN_A_BROWSER[relative(root, join(resolveDir, path))];
      return standIn === undefined ? undefined : { path: join(root, standIn) };
    });
    // For browsers it is a script, and not the module that its package says it is.
    build.onResolve({ filter: /^mocha\/mocha\.js$/ }, () => ({ path: MOCHA, namespace: 'script' }));
    build.onLoad({ filter: /./, namespace: 'script' }, async ({ path }) => ({
      contents: await readFile(path, 'utf8'),
    }));
    // The faults themselves are the sandbox's, which is not in the browser.
    build.onLoad({ filter: /\/test\/sandbox\/faults\.ts$/ }, () => ({
      contents: `export const FAULTS = ${JSON.stringify(FAULTS)};`,
    }));
  },
};
