import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { exitOnSignals } from './endings';
import { releaseNamed, releases, type ReleaseName } from './releases';
import { runTestsInPage } from './testsInPage';
import { startServer, type Settings } from './vscodeServer';

interface Launch {
  readonly release: ReleaseName;
  readonly extensionDevelopmentPath: string;
  readonly extensionTestsPath: string;
  readonly workspace: string;
  readonly userDataFolder: string;
  readonly extensionsFolder: string;
}

/** Runs the tests in a VS Code that a browser shows; returns the exit code that they ask for. */
async function launch(options: Launch): Promise<number> {
  const { release, workspace, extensionDevelopmentPath, extensionTestsPath, extensionsFolder } = options;
  await mkdir(extensionsFolder, { recursive: true });
  const userSettings = await readSettings(join(options.userDataFolder, 'User', 'settings.json'));
  const server = await startServer({ release, extensionsFolder, userSettings, smokeTestDriver: true });
  const broken = server.ended.then(() => {
    throw new Error(`VS Code ended before the tests did.\n${server.log()}`);
  });
  broken.catch(() => undefined);
  try {
    return await runTestsInPage({
      title: `VS Code ${releases[release].vscode}`,
      url: server.url({ workspace, extensionDevelopmentPath, extensionTestsPath }),
      logName: `vscode-${release}.log`,
      broken,
    });
  } finally {
    await server.stop();
  }
}

async function readSettings(file: string): Promise<Settings> {
  const text = await readFile(file, 'utf8').catch(() => '{}');
  return JSON.parse(text) as Settings;
}

function readLaunch(args: string[]): Launch {
  const { values, positionals } = parseArgs({
    args,
    strict: false, // a desktop VS Code is started with flags that mean nothing here
    options: {
      'vscode-release': { type: 'string' },
      extensionDevelopmentPath: { type: 'string' },
      extensionTestsPath: { type: 'string' },
      'user-data-dir': { type: 'string' },
      'extensions-dir': { type: 'string' },
    },
  });
  const value = (name: keyof typeof values) => {
    const found = values[name];
    if (typeof found !== 'string') throw new Error(`--${name}=… is missing.`);
    return found;
  };
  const [workspace] = positionals;
  if (workspace === undefined) throw new Error('The folder to open is missing.');
  return {
    release: releaseNamed(value('vscode-release')),
    extensionDevelopmentPath: value('extensionDevelopmentPath'),
    extensionTestsPath: value('extensionTestsPath'),
    workspace,
    userDataFolder: value('user-data-dir'),
    extensionsFolder: value('extensions-dir'),
  };
}

exitOnSignals();
// Whoever started us holds the other end of the pipe: without it, nobody waits for the result.
process.stdin.once('close', () => process.exit(1)).resume();

launch(readLaunch(process.argv.slice(2))).then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
