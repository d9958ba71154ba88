import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { MCP_SERVER_SETTING } from '../../src/campaigns/settingKeys';
import { offerMcpServer } from '../../src/mcpServer';

interface Provider {
  readonly onDidChangeMcpServerDefinitions: vscode.Event<unknown>;
  readonly provideMcpServerDefinitions: () => object[];
}

type Register = (id: string, provider: Provider) => vscode.Disposable;

const NAME = 'registerMcpServerDefinitionProvider';

describe('The offer of SendKit’s own MCP server', () => {
  const lm = vscode.lm as { [NAME]?: Register };
  const own = Object.getOwnPropertyDescriptor(lm, NAME);
  let offers: vscode.Disposable[];

  /** What VS Code does with the offer; `undefined` is a VS Code that cannot take one. */
  const offerTo = (register: Register | undefined): void => {
    Object.defineProperty(lm, NAME, { ...own, configurable: true, value: register });
    offers = offerMcpServer();
  };
  const accepted = (): Provider => {
    const providers: Provider[] = [];
    offerTo((id, provider) => {
      assert.equal(id, 'sendkit');
      providers.push(provider);
      return new vscode.Disposable(() => undefined);
    });
    const [provider] = providers;
    assert.ok(provider, 'it was offered');
    return provider;
  };
  const set = (value: boolean | undefined): Thenable<void> =>
    vscode.workspace.getConfiguration().update(MCP_SERVER_SETTING, value, vscode.ConfigurationTarget.Global);

  beforeEach(() => {
    offers = [];
  });

  afterEach(async () => {
    for (const offer of offers) offer.dispose();
    if (own) Object.defineProperty(lm, NAME, own);
    else Reflect.deleteProperty(lm, NAME);
    await set(undefined);
  });

  it('is nothing until the setting is on, which is heard, and nothing again when it is off', async () => {
    const { provideMcpServerDefinitions, onDidChangeMcpServerDefinitions: onDidChange } = accepted();
    assert.deepEqual(provideMcpServerDefinitions(), []);
    for (const [value, count] of [
      [true, 1],
      [false, 0],
    ] as const) {
      const heard = new Promise((resolve) => onDidChange(resolve));
      await set(value);
      await heard;
      assert.equal(provideMcpServerDefinitions().length, count);
    }
  });

  it('is its address and a name, and nothing of the key', async () => {
    const { provideMcpServerDefinitions } = accepted();
    await set(true);
    const [definition] = provideMcpServerDefinitions() as [Readonly<Record<string, unknown>>];
    const said = Object.entries(definition).filter(([, value]) => value !== undefined);
    assert.deepEqual(
      said.map(([name, value]) => [name, name === 'uri' ? String(value) : value]),
      [
        ['label', 'SendKit'],
        ['uri', 'https://mcp.sendkit.ai/mcp'],
        ['headers', {}],
      ],
    );
  });

  it('ends with the extension', async () => {
    const { onDidChangeMcpServerDefinitions: onDidChange } = accepted();
    let heard = 0;
    onDidChange(() => (heard += 1));
    for (const offer of offers) offer.dispose();
    const told = new Promise((resolve) => vscode.workspace.onDidChangeConfiguration(resolve));
    await set(true);
    await told;
    assert.equal(heard, 0);
  });

  it('is none where VS Code takes none, or refuses it', () => {
    offerTo(undefined);
    assert.deepEqual(offers, []);
    offerTo(() => {
      throw new Error('CANNOT use API proposal: mcpConfigurationProvider.');
    });
    assert.deepEqual(offers, []);
  });

  it('is none in VS Code 1.100, which refuses it', function () {
    if (!vscode.version.startsWith('1.100.')) this.skip(); // the journey looks at what newer ones make of it
    assert.equal(typeof lm[NAME], 'function');
    offers = offerMcpServer();
    assert.deepEqual(offers, []);
  });
});
