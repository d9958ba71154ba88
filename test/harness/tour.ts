import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { gallerySteps } from '../journey/gallerySteps';
import { languageSteps } from '../journey/languageSteps';
import { meaningSteps } from '../journey/meaningSteps';
import { steps, type Step } from '../journey/steps';
import type { Sandbox } from '../sandbox/server';
import { pseudoLanguage } from './pseudoLanguage';
import { releases } from './releases';
import { openVSCode, type OpenOptions } from './window/openVSCode';

/** Goes a person's way without a display; leaves pictures and `tour.txt` in a folder. Says whether all was there. */
export async function tour(folder: string, sandbox: Sandbox): Promise<boolean> {
  await mkdir(folder, { recursive: true });
  await removeEarlierTour(folder);
  const album: Album = { folder, pictures: 0, text: [] };
  const pseudo = await pseudoLanguage();
  try {
    return (
      (await wayThrough(steps, {}, sandbox, album)) &&
      (await wayThrough(meaningSteps, {}, sandbox, album)) &&
      (await wayThrough(gallerySteps, {}, sandbox, album)) &&
      (await wayThrough(languageSteps(pseudo), { language: pseudo }, sandbox, album))
    );
  } finally {
    await writeFile(join(folder, 'tour.txt'), `${album.text.join('\n')}\n`);
    console.log(`${album.pictures} pictures and tour.txt are in ${folder}`);
  }
}

/** What is left of a tour. */
interface Album {
  readonly folder: string;
  pictures: number;
  readonly text: string[];
}

/** Goes these steps in a window of their own. */
async function wayThrough(
  way: readonly Step[],
  options: OpenOptions,
  sandbox: Sandbox,
  album: Album,
): Promise<boolean> {
  const { folder, text } = album;
  const { window, browserVersion, close } = await openVSCode({
    ...options,
    userSettings: { 'sendkit.apiBaseUrl': sandbox.url },
  });
  text.push(`VS Code ${releases[window.server.release].vscode} in Chromium ${browserVersion}`);
  const picture = async (name: string, part?: Locator) => {
    const file = `${String(++album.pictures).padStart(2, '0')}-${name}.png`;
    await window.screenshot(join(folder, file), part);
    text.push(`[${file}]`);
  };
  try {
    for (const { name, go } of way) {
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
    await close();
  }
}

async function removeEarlierTour(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => /^\d\d-.*\.png$|^tour\.txt$/.test(name));
  await Promise.all(names.map((name) => rm(join(folder, name))));
}
