// Prints how often a test that is looked at every day calls a winner: `npm run bench:verdicts [runs] [seed]`.
import { simulate, type Scenario } from './peeking';
import { EQUAL_VARIANTS, TWICE_AS_GOOD } from './scenarios';

const [runs = 2000, seed = 1] = process.argv.slice(2).map(Number);
const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

function line({ rates, perDay, days }: Scenario, share: number): string {
  const variants = rates.map((rate) => `${String(Number((rate * 100).toFixed(1)))} %`).join(' / ');
  return `  ${variants.padEnd(28)}${`${String(perDay)} a day, ${String(days)} days`.padEnd(26)}${percent(share)}`;
}

console.log(`${String(runs)} runs each, seed ${String(seed)}\n`);
console.log('"Clear winner" said on any day, though the variants are the same (at most 5 % promised):');
for (const scenario of EQUAL_VARIANTS) console.log(line(scenario, simulate(scenario, runs, seed).everClear));
console.log(
  '\n"Clear winner" said on the first day of the planned size, one variant being twice as good (at least 75 %):',
);
for (const scenario of TWICE_AS_GOOD) console.log(line(scenario, simulate(scenario, runs, seed).clearAtPlannedSize));
