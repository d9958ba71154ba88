import * as vscode from 'vscode';
import { MCP_SERVER_SETTING } from './campaigns/settingKeys';

const SERVER = 'https://mcp.sendkit.ai/mcp';

/** What VS Code has from 1.101 on. */
interface NewerAPI {
  readonly McpHttpServerDefinition: new (label: string, uri: vscode.Uri) => object;
  readonly lm: {
    readonly registerMcpServerDefinitionProvider?: (
      id: string,
      provider: {
        readonly onDidChangeMcpServerDefinitions: vscode.Event<unknown>;
        readonly provideMcpServerDefinitions: () => object[];
      },
    ) => vscode.Disposable;
  };
}

/** Offers SendKit's own MCP server by the setting `sendkit.mcpServer`. It asks for a login of its own; no key is given to it. */
export function offerMcpServer(): vscode.Disposable[] {
  try {
    return register();
  } catch {
    // VS Code 1.100 has an unfinished form of it, which refuses.
    return [];
  }
}

function register(): vscode.Disposable[] {
  const { lm, McpHttpServerDefinition } = vscode as unknown as NewerAPI;
  const changed = new vscode.EventEmitter<void>();
  const provider = lm.registerMcpServerDefinitionProvider?.('sendkit', {
    onDidChangeMcpServerDefinitions: changed.event,
    provideMcpServerDefinitions: () =>
      vscode.workspace.getConfiguration().get(MCP_SERVER_SETTING) === true
        ? [new McpHttpServerDefinition('SendKit', vscode.Uri.parse(SERVER))]
        : [],
  });
  if (!provider) return [];
  const following = vscode.workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration(MCP_SERVER_SETTING)) changed.fire();
  });
  return [provider, following, changed];
}
