import assert from 'node:assert/strict';
import { build } from 'esbuild';
import { basename, join } from 'node:path';
import { root } from '../harness/cache';

describe('The report page, minified', () => {
  it('stays small: 160 KB of script, 15 KB of styles, nothing else to load', async () => {
    const { outputFiles } = await build({
      absWorkingDir: root,
      entryPoints: { report: 'src/report/page/main.ts', 'report-frame': 'src/report/page/frame.css' },
      outdir: join(root, 'dist'),
      write: false,
      bundle: true,
      minify: true,
      platform: 'browser',
      target: 'chrome132',
      format: 'iife',
      tsconfig: 'src/report/page/tsconfig.json',
      loader: { '.svg': 'dataurl' },
      legalComments: 'none',
    });
    const sizes: Readonly<Record<string, number>> = Object.fromEntries(
      outputFiles.map(({ path, contents }) => [basename(path), contents.length]),
    );
    assert.deepEqual(Object.keys(sizes).sort(), ['report-frame.css', 'report.js']);
    assert.ok((sizes['report.js'] ?? Infinity) <= 160 * 1024, `report.js: ${sizes['report.js']}`);
    assert.ok((sizes['report-frame.css'] ?? Infinity) <= 15 * 1024, `report-frame.css: ${sizes['report-frame.css']}`);
  });
});
