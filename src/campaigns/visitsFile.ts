import * as vscode from 'vscode';
import * as v from 'valibot';
import { aFewAtOnce } from './aFewAtOnce';
import type { Log } from './log';
import { replaceFile } from './replaceFile';
import { codeOf, filesOf, isLeftAlone, isMissing, isOld, removeFile } from './snapshotFiles';
import { VISITS_FILE } from './storageKeys';
import type { KnownVisits, VisitsFile } from './visits';

const DRAFT = /^visits\.json\.[0-9a-f-]{36}\.tmp$/;
/** A larger file was not written here. */
const MAX_BYTES = 1024 * 1024;

const schema = v.object({
  version: v.literal(1),
  visits: v.record(v.string(), v.object({ since: v.number(), seen: v.number(), at: v.number() })),
});
const newerSchema = v.object({ version: v.pipe(v.number(), v.gtValue(1)) });

/**
 * The visits in one file, which is replaced as a whole. A draft that has not taken its place yet is read with it: between the two
 * VS Code takes the old file away. What is damaged is forgotten, what a newer version of the extension wrote left alone.
 */
export function visitsFile(folder: vscode.Uri, log: Pick<Log, 'warn'>, now: () => number = Date.now): VisitsFile {
  const { fs } = vscode.workspace;
  const at = (name: string): vscode.Uri => vscode.Uri.joinPath(folder, name);

  async function namesIn(): Promise<string[]> {
    try {
      return (await fs.readDirectory(folder)).map(([name]) => name);
    } catch (error) {
      if (isMissing(error)) return [];
      throw error;
    }
  }

  /** `undefined` for a file that is gone, or a draft that is not whole; `null` for one that is not for this version. */
  async function readOne(name: string): Promise<KnownVisits | null | undefined> {
    const content = contentOf(await fs.readFile(at(name)));
    const result = v.safeParse(schema, content);
    if (result.success) return new Map(Object.entries(result.output.visits));
    if (name !== VISITS_FILE) return undefined;
    const isNewer = v.is(newerSchema, content);
    log.warn(isNewer ? isLeftAlone(name) : `${name} is damaged: it is not known when campaigns were last looked at.`);
    return isNewer ? null : undefined;
  }

  const unlessMissing = (error: unknown): undefined => {
    if (!isMissing(error)) throw error;
  };

  return {
    async read() {
      try {
        const names = (await namesIn()).filter((name) => name === VISITS_FILE || DRAFT.test(name));
        const all = await aFewAtOnce(names, (name) => readOne(name).catch(unlessMissing));
        return all.includes(null) ? null : all.map((visits) => visits ?? new Map());
      } catch (error) {
        log.warn(`It could not be read when campaigns were last looked at (${codeOf(error)}).`);
        return null;
      }
    },

    async write(visits) {
      const draft = `${VISITS_FILE}.${crypto.randomUUID()}.tmp`;
      const text = JSON.stringify({ version: 1, visits: Object.fromEntries(visits) });
      try {
        await fs.writeFile(at(draft), new TextEncoder().encode(text));
        await replaceFile(at(VISITS_FILE), at(draft));
        const drafts = await filesOf(
          folder,
          (await namesIn()).filter((name) => DRAFT.test(name)),
        );
        const old = drafts.filter((draft) => isOld(draft, now()));
        await aFewAtOnce(old, ({ name }) => removeFile(folder, name, log));
      } catch (error) {
        log.warn(`When campaigns were last looked at could not be kept (${codeOf(error)}).`);
        await removeFile(folder, draft, log);
      }
    },
  };
}

/** `undefined` where it is too large or no JSON. */
function contentOf(bytes: Uint8Array): unknown {
  try {
    return bytes.length > MAX_BYTES ? undefined : JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}
