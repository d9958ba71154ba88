// Writes l10n/bundle.l10n.json from the strings in the sources, and brings the languages in its order: `npm run l10n`.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';

type Strings = Record<string, string>;

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = join(root, 'l10n');

async function main(): Promise<void> {
  const english = await stringsInSources();
  await write(join(folder, 'bundle.l10n.json'), english);
  console.log(`bundle.l10n.json: ${String(Object.keys(english).length)} strings`);
  await follow(folder, /^bundle\.l10n\.(.+)\.json$/, english);
  await follow(root, /^package\.nls\.(.+)\.json$/, await read(join(root, 'package.nls.json')));
}

/** Every `l10n.t('…')` under `src`, in the order of the files. */
async function stringsInSources(): Promise<Strings> {
  const entries = await readdir(join(root, 'src'), { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && entry.name.endsWith('.ts'));
  const paths = files.map(({ parentPath, name }) => join(parentPath, name)).sort();
  const contents = await Promise.all(paths.map((path) => readFile(path, 'utf8')));
  const { getL10nJson } = await import('@vscode/l10n-dev');
  return (await getL10nJson(contents.map((text) => ({ extension: '.ts', contents: text })))) as Strings;
}

/** Keeps of each language what the English still has, in its order, and says what is to be translated. */
async function follow(where: string, files: RegExp, source: Strings): Promise<void> {
  for (const name of (await readdir(where)).filter((file) => files.test(file))) {
    const strings = await read(join(where, name));
    const kept = Object.keys(source).filter((key) => key in strings);
    await write(join(where, name), Object.fromEntries(kept.map((key) => [key, strings[key] ?? ''])));
    const missing = Object.keys(source).filter((key) => !(key in strings));
    const dropped = Object.keys(strings).length - kept.length;
    console.log(`${name}: ${String(missing.length)} missing, ${String(dropped)} dropped`);
    for (const key of missing) console.log(`  ${JSON.stringify(key)}`);
  }
}

async function read(path: string): Promise<Strings> {
  return JSON.parse(await readFile(path, 'utf8')) as Strings;
}

async function write(path: string, strings: Strings): Promise<void> {
  const text = JSON.stringify(strings, undefined, 2);
  await writeFile(path, await format(text, { ...(await resolveConfig(path)), filepath: path }));
}

void main();
