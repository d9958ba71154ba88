/** Another one each time unless it is given; it is printed, so that a failure can be had again. */
export const seed = process.env['TRUST_SEED'] ?? String(Date.now() % 1_000_000_007);

console.log(`    seed ${seed}: the same again with TRUST_SEED=${seed}`);
