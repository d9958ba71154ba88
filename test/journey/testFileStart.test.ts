import assert from 'node:assert/strict';
import { openProbedWindow, type ProbedWindow } from '../trust/support/probedWindow';

describe('A window in which nobody has asked for SendKit', () => {
  let probed: ProbedWindow;

  before(async () => (probed = await openProbedWindow({})));
  after(() => probed.close());

  /** Opens a new document of this name, and says what language it has and whether the extension has been started. */
  const open = (name: string): Promise<{ language: string; started: boolean | undefined }> =>
    probed.run(async ({ extensions, workspace, Uri }, path) => {
      const { languageId } = await workspace.openTextDocument(Uri.from({ scheme: 'untitled', path }));
      // VS Code starts by then what the document's language starts.
      await extensions.getExtension('vscode.json-language-features')?.activate();
      return { language: languageId, started: extensions.getExtension('outbound-tools.sendkit-analytics')?.isActive };
    }, name);

  it('starts the extension for no other JSON', async () => {
    assert.deepEqual(await open('package.json'), { language: 'json', started: false });
  });

  it('starts it for a test file, whose language is JSON of its own', async () => {
    const { language } = await open('opening.sendkit-test.json');
    assert.equal(language, 'sendkit-test');
    await probed.run(async ({ extensions }) => {
      const installed = extensions.getExtension('outbound-tools.sendkit-analytics');
      while (installed?.isActive === false) await new Promise((passed) => setTimeout(passed, 20));
    });
  });
});
