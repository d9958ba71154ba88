import type { Page } from 'playwright-core';

/** Everything that a page has laid down in its browser, by where it is; the browser's bytes, one character each. */
export function browserStorage(page: Page): Promise<Record<string, string>> {
  return page.evaluate(async () => {
    const text = (value: unknown): string =>
      value instanceof ArrayBuffer || ArrayBuffer.isView(value)
        ? new TextDecoder('latin1').decode(value)
        : typeof value === 'object' && value !== null
          ? Object.entries(value)
              .map(([name, item]) => `${name}: ${text(item)}`)
              .join('\n')
          : String(value);
    const textOf = (storage: Storage): string =>
      Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '')
        .map((name) => `${name}: ${storage.getItem(name) ?? ''}`)
        .join('\n');
    const found: Record<string, string> = {
      cookies: document.cookie,
      localStorage: textOf(localStorage),
      sessionStorage: textOf(sessionStorage),
    };
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await promised(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        const objects = database.transaction(store).objectStore(store);
        const [keys, values] = await Promise.all([promised(objects.getAllKeys()), promised(objects.getAll())]);
        found[`${name} ${store}`] = values.map((value, index) => `${text(keys[index])}: ${text(value)}`).join('\n');
      }
      database.close();
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        found[`${name} ${request.url}`] = text(await (await cache.match(request))?.arrayBuffer());
      }
    }
    return found;

    function promised<T>(request: IDBRequest<T>): Promise<T> {
      return new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('IndexedDB'));
      });
    }
  });
}

/** The documents of a page and of all its frames, and what stands in their fields. */
export async function documentsOf(page: Page): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const frame of page.frames()) {
    const content = await frame
      .evaluate(() =>
        [
          document.documentElement.outerHTML,
          ...[...document.querySelectorAll('input, textarea')].map((field) => (field as HTMLInputElement).value),
        ].join('\n'),
      )
      // A frame that is gone by now has nothing to show.
      .catch(() => '');
    found[frame.url()] = content;
  }
  return found;
}
