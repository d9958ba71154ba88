import type { Page } from 'playwright-core';
import type { VSCodeWindow } from '../harness/window/vscodeWindow';
import { filesThatHold } from './filesThatHold';

/** Where VS Code keeps this text: files of its server or, where it has none, what the browser keeps. */
export async function placesThatHold(text: string, window: VSCodeWindow): Promise<string[]> {
  if (window.hasServer) return filesThatHold(text, window.server.dataFolder);
  const kept = await keptIn(window.page);
  return Object.keys(kept).filter((place) => kept[place]?.includes(text));
}

/** Everything that the page's origin keeps in the browser, by the names of its places. */
export function keptIn(page: Page): Promise<Record<string, string>> {
  return page.evaluate(async () => {
    const done = <Result>(request: IDBRequest<Result>): Promise<Result> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('The database cannot be read.'));
      });
    const textOf = (value: unknown): string =>
      value instanceof Uint8Array ? new TextDecoder().decode(value) : JSON.stringify(value);
    const kept = Object.fromEntries(Object.entries(localStorage)) as Record<string, string>;
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await done(indexedDB.open(name));
      for (const storeName of database.objectStoreNames) {
        const store = database.transaction(storeName).objectStore(storeName);
        const [keys, values] = await Promise.all([done(store.getAllKeys()), done(store.getAll())]);
        keys.forEach((key, index) => (kept[`${name} ${storeName} ${JSON.stringify(key)}`] = textOf(values[index])));
      }
      database.close();
    }
    return kept;
  });
}
