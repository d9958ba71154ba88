import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('The extension in a browser', () => {
  const extension = (): vscode.Extension<unknown> => {
    const found = vscode.extensions.getExtension('outbound-tools.sendkit-analytics');
    assert.ok(found, 'It is there.');
    return found;
  };

  it('comes from the web, and runs where there is no Node', async () => {
    assert.equal(vscode.env.uiKind, vscode.UIKind.Web);
    assert.equal(vscode.env.remoteName, undefined);
    assert.equal(extension().extensionUri.scheme, 'http');
    assert.equal('process' in globalThis, false);
    await extension().activate();
    assert.equal(extension().isActive, true);
  });

  it('can read its own files', async () => {
    const styles = vscode.Uri.joinPath(extension().extensionUri, 'media', 'export.css');
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(styles));
    assert.match(text, /\{/);
  });
});
