import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { steps } from '../journey/steps';
import type { Sandbox } from '../sandbox/server';
import { releases } from './releases';
import { openVSCode } from './window/openVSCode';

/** Goes a person's way without a display; leaves pictures and `tour.txt` in a folder. Says whether all was there. */
export async function tour(folder: string, sandbox: Sandbox): Promise<boolean> {
  await mkdir(folder, { recursive: true });
  await removeEarlierTour(folder);
  const { window, browserVersion, close } = await openVSCode({ userSettings: { 'sendkit.apiBaseUrl': sandbox.url } });
  const text = [`VS Code ${releases[window.server.release].vscode} in Chromium ${browserVersion}`];
  let pictures = 0;
  const picture = async (name: string) => {
    const file = `${String(++pictures).padStart(2, '0')}-${name}.png`;
    await window.screenshot(join(folder, file));
    text.push(`[${file}]`);
  };
  try {
    for (const { name, go } of steps) {
      text.push(`\n== ${name}`);
      await go({ window, sandbox, note: (seen) => text.push(seen), picture });
      console.log(`✔ ${name}`);
    }
    return true;
  } catch (error) {
    console.error(error);
    text.push(String(error));
    await picture('where-it-ended');
    return false;
  } finally {
    await writeFile(join(folder, 'tour.txt'), `${text.join('\n')}\n`);
    console.log(`${pictures} pictures and tour.txt are in ${folder}`);
    await close();
  }
}

async function removeEarlierTour(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => /^\d\d-.*\.png$|^tour\.txt$/.test(name));
  await Promise.all(names.map((name) => rm(join(folder, name))));
}
