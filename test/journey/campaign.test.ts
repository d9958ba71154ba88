import { openVSCode, type OpenVSCode } from '../harness/window/openVSCode';
import { startSandbox, type Sandbox } from '../sandbox/server';
import { steps } from './steps';

describe('A person on the way to a campaign’s analytics', function () {
  this.bail(true); // each step goes on from the last

  let sandbox: Sandbox;
  let vscode: OpenVSCode;

  before(async () => {
    sandbox = await startSandbox();
    vscode = await openVSCode({ userSettings: { 'sendkit.apiBaseUrl': sandbox.url } });
  });

  after(async () => {
    await vscode.close();
    await sandbox.close();
  });

  for (const { name, go } of steps) {
    it(name, () => go({ window: vscode.window, sandbox, note: () => undefined, picture: () => Promise.resolve() }));
  }
});
