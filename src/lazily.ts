/** Something that is made when it is first needed. */
export interface Lazy<Thing> {
  /** Makes it on the first call. Rejects where that fails, which has been told by then; the next call tries again. */
  readonly get: () => Promise<Thing>;
  readonly dispose: () => void;
}

interface Making<Module, Thing> {
  readonly load: () => Promise<Module>;
  /** Is not called any more once the end has come. */
  readonly make: (module: Module) => Thing;
  /** Hears of each try that failed. */
  readonly tell: (error: unknown) => void;
}

/** Loads and makes a thing once, however many need it at once. */
export function lazily<Module, Thing extends { dispose(): unknown }>({
  load,
  make,
  tell,
}: Making<Module, Thing>): Lazy<Thing> {
  const life = new AbortController();
  let making: Promise<Thing> | undefined;
  let made: Thing | undefined;

  async function begin(): Promise<Thing> {
    try {
      const module = await load();
      life.signal.throwIfAborted();
      made = make(module);
      return made;
    } catch (error) {
      making = undefined;
      if (!life.signal.aborted) tell(error);
      throw error;
    }
  }

  return {
    get: () => (making ??= begin()),
    dispose: () => {
      life.abort();
      made?.dispose();
    },
  };
}
