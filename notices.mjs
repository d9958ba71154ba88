// THIRD_PARTY_NOTICES: the licences of all packages of which something is in the bundles.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The folder, below the checkout, of a package that a file belongs to. */
const PACKAGE = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//;
const LICENCE_FILE = /^(licen[cs]e|copying|notice)(\.(md|txt))?$/i;
/** Licences of packages that come without, from their repositories. */
const KEPT = 'licenses';

const HOLDER = /^\s*copyright (\(c\)|©|\d)/i;
const TITLE = /^\s*(the )?(mit|bsd[\w -]*|isc) license( \(mit\))?\s*$/i;

/** The notices for bundles, by esbuild's metafiles. Throws where a package has no licence. */
export async function thirdPartyNotices(metafiles, root) {
  const packages = await Promise.all(packagesIn(metafiles).map((folder) => packageAt(root, folder)));
  const byText = new Map();
  for (const each of packages.sort((a, b) => (a.title < b.title ? -1 : 1))) {
    const same = byText.get(each.words);
    if (same) same.push(each);
    else byText.set(each.words, [each]);
  }
  const sections = [...byText.values()].map((same) =>
    [...same.map(({ title, holders }) => [title, ...holders].join('\n  ')), same[0].text].join('\n\n'),
  );
  return (
    ['Code, styles and icons of these packages are part of this extension.', ...sections].join(
      `\n\n${'='.repeat(80)}\n\n`,
    ) + '\n'
  );
}

/** The folders of all packages of which bytes are in the bundles. */
export function packagesIn(metafiles) {
  const outputs = metafiles.flatMap(({ outputs }) => Object.values(outputs));
  const inputs = outputs.flatMap(({ inputs }) => Object.entries(inputs));
  const used = inputs.filter(([, { bytesInOutput }]) => bytesInOutput > 0).map(([path]) => PACKAGE.exec(path)?.[1]);
  return [...new Set(used)].filter((folder) => folder !== undefined).sort();
}

async function packageAt(root, folder) {
  const { name, version, license, homepage } = JSON.parse(await readFile(join(root, folder, 'package.json'), 'utf8'));
  const text = (await textIn(join(root, folder))) ?? (await textIn(join(root, KEPT, name)));
  if (text === undefined)
    throw new Error(`${name} is in the bundles, and has no licence. Put it into ${KEPT}/${name}.`);
  const lines = text.split('\n');
  const terms = lines
    .filter((line) => !HOLDER.test(line) && !TITLE.test(line))
    .join('\n')
    .trim();
  return {
    title: [`${name} ${version} (${license})`, ...(homepage ? [homepage] : [])].join(', '),
    holders: lines.filter((line) => HOLDER.test(line)).map((line) => line.trim()),
    text: terms,
    /** The same for texts that are broken into lines in another way. */
    words: terms.replaceAll(/\s+/g, ' ').replace(/\.$/, ''),
  };
}

async function textIn(folder) {
  const names = (await readdir(folder).catch(() => [])).filter((name) => LICENCE_FILE.test(name)).sort();
  if (names.length === 0) return undefined;
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  return texts
    .map((text) =>
      text
        .replace(/^\ufeff/, '')
        .replaceAll('\r\n', '\n')
        .trim(),
    )
    .join('\n\n');
}
