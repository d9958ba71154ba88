const AT_ONCE = 8;

/** Does something with each, and resolves with what came of it, in the same order. Rejects when one does. */
export async function aFewAtOnce<Item, Result>(
  items: readonly Item[],
  run: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const left = items.entries();
  const takeOneByOne = async (): Promise<void> => {
    for (const [index, item] of left) results[index] = await run(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, takeOneByOne));
  return results;
}
