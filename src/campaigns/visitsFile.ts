import * as vscode from 'vscode';
import * as v from 'valibot';
import type { Log } from './log';
import { writeAnew } from './writeAnew';
import { contentOf, isNewer } from './snapshot';
import { codeOf, isDraft, isLeftAlone, isMissing, namesIn, readFiles, sweep, type SnapshotFile } from './snapshotFiles';
import { VISITS_FILE } from './storageKeys';
import type { KnownVisits, VisitsFile } from './visits';

const OWN = /^visits\.json(\.[0-9a-f-]{36}\.tmp)?$/;
/** A larger file was not written here. */
const MAX_BYTES = 1024 * 1024;
const VERSION = 1;

const schema = v.object({
  version: v.literal(VERSION),
  visits: v.record(v.string(), v.object({ since: v.number(), seen: v.number(), at: v.number() })),
});

/**
 * The visits in one file, which is replaced as a whole. A draft that has not taken its place yet is read with it: between the two
 * VS Code takes the old file away. What is damaged is forgotten, what a newer version of the extension wrote left alone.
 */
export function visitsFile(folder: vscode.Uri, log: Pick<Log, 'warn'>): VisitsFile {
  /** `undefined` for a file that is gone; `null` for one that is not for this version. */
  async function readOne({ name, bytes }: SnapshotFile): Promise<KnownVisits | null | undefined> {
    try {
      const place = vscode.Uri.joinPath(folder, name);
      const content = bytes > MAX_BYTES ? undefined : contentOf(await vscode.workspace.fs.readFile(place));
      const result = v.safeParse(schema, content);
      if (result.success) return new Map(Object.entries(result.output.visits));
      // A draft that is not whole is nothing to speak of.
      if (isDraft(name)) return new Map();
      const newer = isNewer(content, VERSION);
      log.warn(newer ? isLeftAlone(name) : `${name} is damaged: it is not known when campaigns were last looked at.`);
      return newer ? null : new Map();
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  }

  return {
    async read() {
      try {
        const all = await readFiles(folder, () => namesIn(folder, OWN), readOne);
        const known = all.filter((visits) => visits !== null);
        return known.length < all.length ? null : known;
      } catch (error) {
        log.warn(`It could not be read when campaigns were last looked at (${codeOf(error)}).`);
        return null;
      }
    },

    async write(visits) {
      const text = JSON.stringify({ version: VERSION, visits: Object.fromEntries(visits) });
      try {
        await writeAnew(folder, VISITS_FILE, new TextEncoder().encode(text), log);
      } catch (error) {
        log.warn(`When campaigns were last looked at could not be kept (${codeOf(error)}).`);
        return;
      }
      const names = await namesIn(folder, OWN).catch(() => []);
      await sweep(folder, names.filter(isDraft), log);
    },
  };
}
