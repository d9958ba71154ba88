/** Measures something at each size in turn, again and again; the first round warms up and does not count. */
export async function interleaved(
  sizes: readonly number[],
  rounds: number,
  measure: (size: number) => number | Promise<number>,
): Promise<Map<number, number[]>> {
  const at = new Map(sizes.map((size) => [size, [] as number[]]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const size of sizes) {
      const value = await measure(size);
      if (round > 0) at.get(size)?.push(value);
    }
  }
  return at;
}
