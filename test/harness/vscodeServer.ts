import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { makeTemporaryFolder, removeTemporaryFolder } from './endings';
import { installVSCode } from './installVSCode';
import { startProcessGroup } from './processGroup';
import { releases, type ReleaseName } from './releases';

export type Settings = Readonly<Record<string, unknown>>;

export interface Keybinding {
  readonly key: string;
  readonly command: string;
  readonly args?: unknown;
}

export interface ServerOptions {
  readonly release: ReleaseName;
  readonly userSettings?: Settings;
  /** As in `keybindings.json`. */
  readonly keybindings?: readonly Keybinding[];
  /** The settings of the machine that the server runs on ("Remote" in the settings editor). */
  readonly machineSettings?: Settings;
  /** Where installed extensions are; without it, there are none. */
  readonly extensionsFolder?: string;
  /** Needed to load an extension or tests by their path; VS Code then shows no notification unless it is asked for. */
  readonly smokeTestDriver?: boolean;
  /** Ask whether to trust a workspace, as VS Code does by default. */
  readonly askForTrust?: boolean;
}

/** What one page of the server shows. */
export interface PageOptions {
  /** A folder, or a `.code-workspace` file. */
  readonly workspace?: string;
  readonly extensionDevelopmentPath?: string;
  readonly extensionTestsPath?: string;
}

/** A running VS Code without its window: a browser that opens `url(…)` is the window. */
export interface VSCodeServer {
  readonly release: ReleaseName;
  /** Where VS Code keeps its settings, logs and the extension's files. */
  readonly dataFolder: string;
  /** Changes the user's settings; a window reads them when it is loaded. */
  readonly changeUserSettings: (changes: Settings) => Promise<void>;
  /** How far extension hosts that start from now on are ahead of the time. */
  readonly moveClock: (milliseconds: number) => Promise<void>;
  readonly url: (options: PageOptions) => string;
  /** What the server printed. */
  readonly log: () => string;
  /** Settles when the server is over. */
  readonly ended: Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Nothing that talks to the network by itself, and no page of its own in the way. */
export const quietSettings: Settings = {
  'extensions.ignoreRecommendations': true,
  'telemetry.telemetryLevel': 'off',
  'workbench.enableExperiments': false,
  'workbench.startupEditor': 'none',
};

/** Starts VS Code (installing it first where needed) with its data in a new temporary folder. */
export async function startServer(options: ServerOptions): Promise<VSCodeServer> {
  const installed = await installVSCode(options.release);
  const data = await makeTemporaryFolder('vscode');
  const userSettingsFile = join(data, 'data', 'User', 'settings.json');
  await writeSettings(userSettingsFile, { ...quietSettings, ...options.userSettings });
  await writeSettings(join(data, 'data', 'User', 'keybindings.json'), options.keybindings ?? []);
  await writeSettings(join(data, 'data', 'Machine', 'settings.json'), options.machineSettings ?? {});

  const clock = join(data, 'clock');
  await writeFile(clock, '0');
  const server = startProcessGroup(
    installed.node,
    [
      ...['mintKey.cjs', 'clock.cjs'].flatMap((name) => ['--require', join(import.meta.dirname, 'standIns', name)]),
      installed.serverMain,
      ...['--host', '127.0.0.1', '--port', '0', '--without-connection-token', '--accept-server-license-terms'],
      ...['--telemetry-level', 'off', '--server-data-dir', data],
      ...['--extensions-dir', options.extensionsFolder ?? join(data, 'extensions')],
      ...(options.smokeTestDriver === true ? ['--enable-smoke-test-driver'] : []),
      ...(options.askForTrust === true ? [] : ['--disable-workspace-trust']),
    ],
    { ...environment(data), SENDKIT_TEST_CLOCK: clock },
  );
  const lines: string[] = [];
  const port = new Promise<string>((resolve) => {
    for (const output of [server.stdout, server.stderr]) {
      createInterface(output).on('line', (line) => {
        lines.push(line);
        const found = /^Extension host agent listening on (\d+)$/.exec(line)?.[1];
        if (found !== undefined) resolve(found);
      });
    }
  });
  const neverReady = server.ended.then(() => {
    throw new Error(`VS Code ${releases[options.release].vscode} did not start.\n${lines.join('\n')}`);
  });
  const address = `127.0.0.1:${await Promise.race([port, neverReady])}`;
  neverReady.catch(() => undefined);

  return {
    release: options.release,
    dataFolder: data,
    async changeUserSettings(changes) {
      const settings = JSON.parse(await readFile(userSettingsFile, 'utf8')) as Settings;
      await writeSettings(userSettingsFile, { ...settings, ...changes });
    },
    moveClock: (milliseconds) => writeFile(clock, String(milliseconds)),
    url: (page) => pageUrl(address, page),
    log: () => lines.join('\n'),
    ended: server.ended,
    async stop() {
      await server.end();
      removeTemporaryFolder(data);
    },
  };
}

async function writeSettings(file: string, settings: Settings | readonly Keybinding[]): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, JSON.stringify(settings, undefined, 2));
}

function pageUrl(address: string, { workspace, extensionDevelopmentPath, extensionTestsPath }: PageOptions): string {
  const url = new URL(`http://${address}/`);
  if (workspace !== undefined) {
    url.searchParams.set(workspace.endsWith('.code-workspace') ? 'workspace' : 'folder', workspace);
  }
  const payload = Object.entries({ extensionDevelopmentPath, extensionTestsPath })
    .filter(([, path]) => path !== undefined)
    .map(([name, path]) => [name, `vscode-remote://${address}${path}`]);
  if (payload.length > 0) url.searchParams.set('payload', JSON.stringify([...payload, ['skipWelcome', 'true']]));
  return url.href;
}

/** Without what an npm script, a debugger or the terminal of another VS Code has put there. */
function environment(data: string): NodeJS.ProcessEnv {
  const foreign = /^(npm_|VSCODE_|ELECTRON_|NODE_OPTIONS$)/;
  const own = Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
  // Sockets go where the rest is removed too; elsewhere than on Linux that path would be too long for a socket.
  const temporary = process.platform === 'linux' ? { TMPDIR: data, XDG_RUNTIME_DIR: data } : {};
  return { ...own, ...temporary, EXTENSIONS_GALLERY: '{}' }; // no marketplace
}
