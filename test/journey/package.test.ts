import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from '../harness/cache';
import { makeTemporaryFolder, removeTemporaryFolder } from '../harness/endings';
import { installVSCode } from '../harness/installVSCode';
import { openVSCode, type OpenVSCode } from '../harness/window/openVSCode';
import { LANGUAGES } from '../unit/languages/bundles';
import { assertReport, reportText, sample } from './steps';

const run = promisify(execFile);

describe('The package', () => {
  let home: string;
  let extensionsFolder: string;
  let packaging: string;
  let vscode: OpenVSCode | undefined;

  before(async () => {
    home = await makeTemporaryFolder('package');
    extensionsFolder = join(home, 'extensions');
    const npm = await run('npm', ['run', 'package'], { cwd: root });
    packaging = npm.stdout + npm.stderr;
    const { node, serverMain } = await installVSCode('newest');
    await run(node, [
      serverMain,
      ...['--install-extension', join(root, 'dist', 'sendkit-analytics.vsix')],
      ...['--extensions-dir', extensionsFolder, '--server-data-dir', join(home, 'data')],
      '--accept-server-license-terms',
    ]);
  });

  after(async () => {
    await vscode?.close();
    removeTemporaryFolder(home);
  });

  it('is made without warnings', () => {
    assert.match(packaging, /Packaged: .*sendkit-analytics\.vsix/);
    assert.doesNotMatch(packaging, /\bWARNING\b/);
  });

  it('holds what runs and what is read, and nothing else', async () => {
    const [installed = ''] = (await readdir(extensionsFolder)).filter((name) => name.startsWith('outbound-tools.'));
    const folder = join(extensionsFolder, installed);
    const names = (await readdir(folder, { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
    const allowed =
      /^(package(\.nls(\.[a-z-]+)?)?\.json|l10n\/bundle\.l10n\.[a-z-]+\.json|readme\.md|changelog\.md|LICENSE\.txt|\.vsixmanifest|dist\/.+|media\/((walkthrough|testFile)\/)?[\w.-]+\.(png|svg|json|css))$/;
    assert.deepEqual(
      names.filter((name) => !allowed.test(name)),
      [],
    );
    for (const file of ['export.css', 'walkthrough/key.svg', 'walkthrough/campaign.svg', 'walkthrough/report.svg']) {
      assert.ok(names.includes(`media/${file}`), file);
    }
    assert.deepEqual(
      names.filter((name) => /^(l10n\/|package\.nls\.[^.]+\.json)/.test(name)).sort(),
      LANGUAGES.flatMap((language) => [`l10n/bundle.l10n.${language}.json`, `package.nls.${language}.json`]).sort(),
    );
    assert.deepEqual(names.filter((name) => name.startsWith('dist/')).sort(), [
      'dist/THIRD_PARTY_NOTICES',
      'dist/app.js',
      'dist/extension.js',
      'dist/nodeFetch.js',
      'dist/report/report-frame.css',
      'dist/report/report.js',
    ]);
  });

  it('shows the sample in a VS Code that it is installed into', async () => {
    vscode = await openVSCode({ extensionsFolder });
    await vscode.window.openViewContainer('SendKit');
    await vscode.window.runCommand('SendKit: Open Sample Campaign');
    const text = await reportText(await vscode.window.webview(sample), /Sample data/);
    assertReport(text);
  });
});
