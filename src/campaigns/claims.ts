import * as vscode from 'vscode';
import { systemTiming } from '../sendkit/timing';
import type { CampaignRef } from './historyFolder';
import { campaignMark, digest } from './snapshot';

/** What only one window may do, and only once: an empty file stands for each. */
export interface Claims {
  /** Whether nobody has claimed it before. Of windows that claim it at once, one succeeds. */
  claim(campaign: CampaignRef, key: string): Promise<boolean>;
  /** It may be claimed anew. */
  release(campaign: CampaignRef, key: string): Promise<void>;
}

const TRIES = 8;
/** Milliseconds; two windows that got in each other's way wait for unlike times. */
const PAUSE = 100;

export function claims(folder: vscode.Uri): Claims {
  const { fs } = vscode.workspace;

  async function placeOf(campaign: CampaignRef, key: string): Promise<[vscode.Uri, string]> {
    return [vscode.Uri.joinPath(folder, await campaignMark(campaign)), `told-${await digest(key, 12)}.`];
  }

  async function claimsIn(place: vscode.Uri, prefix: string): Promise<string[]> {
    const entries = await fs.readDirectory(place);
    return entries.map(([name]) => name).filter((name) => name.startsWith(prefix));
  }

  const remove = (place: vscode.Uri, name: string): Thenable<void> =>
    fs.delete(vscode.Uri.joinPath(place, name)).then(undefined, () => undefined);

  /**
   * No file system of VS Code makes a file only where there is none. So each writes a file of its own, and has it only if it then
   * sees no other: whoever writes later sees the earlier one. Two that see each other both step back and try again.
   */
  async function take(place: vscode.Uri, prefix: string): Promise<boolean> {
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      if ((await claimsIn(place, prefix)).length > 0) return false;
      const own = `${prefix}${crypto.randomUUID()}`;
      await fs.writeFile(vscode.Uri.joinPath(place, own), new Uint8Array());
      if ((await claimsIn(place, prefix)).length === 1) return true;
      await remove(place, own);
      await systemTiming.wait(PAUSE * Math.random(), undefined);
    }
    return false;
  }

  /** Of another window's file a browser tells only who has tried to read it. */
  async function textOf(file: vscode.Uri): Promise<string | undefined> {
    const read = (): Thenable<string | undefined> =>
      fs.readFile(file).then(
        (bytes) => new TextDecoder().decode(bytes),
        () => undefined,
      );
    return (await read()) ?? read();
  }

  /** In a browser a window does not see what others write beside it. So all write one file, and the last to do so has it. */
  async function takeInBrowser(place: vscode.Uri, prefix: string): Promise<boolean> {
    const file = vscode.Uri.joinPath(place, prefix);
    if ((await textOf(file)) !== undefined) return false;
    const own = crypto.randomUUID();
    await fs.writeFile(file, new TextEncoder().encode(own));
    await systemTiming.wait(PAUSE, undefined);
    return (await textOf(file)) === own;
  }

  return {
    async claim(campaign, key) {
      const [place, prefix] = await placeOf(campaign, key);
      try {
        await fs.createDirectory(place);
        return await (place.scheme === 'file' ? take : takeInBrowser)(place, prefix);
      } catch {
        // What cannot be written down is told: to say nothing would be worse.
        return true;
      }
    },

    async release(campaign, key) {
      const [place, prefix] = await placeOf(campaign, key);
      const names = await claimsIn(place, prefix).catch(() => []);
      await Promise.all(names.map((name) => remove(place, name)));
    },
  };
}
