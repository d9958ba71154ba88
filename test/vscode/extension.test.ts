import assert from 'node:assert/strict';
import { commands, extensions } from 'vscode';

describe('The extension in VS Code', () => {
  it('starts', async () => {
    const extension = extensions.getExtension('outbound-tools.sendkit-analytics');
    assert.ok(extension);
    await extension.activate();
    assert.equal(extension.isActive, true);
  });

  it('has a container for its views', async () => {
    assert.ok((await commands.getCommands(true)).includes('workbench.view.extension.sendkit'));
  });
});
