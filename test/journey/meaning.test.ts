import { openVSCode, type OpenVSCode } from '../harness/window/openVSCode';
import { startSandbox, type Sandbox } from '../sandbox/server';
import { meaningSteps } from './meaningSteps';

describe('A person who asks what the figures mean', function () {
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

  for (const { name, go } of meaningSteps) {
    it(name, () => go({ window: vscode.window, sandbox, note: () => undefined, picture: () => Promise.resolve() }));
  }
});
