import assert from 'node:assert/strict';
import type { CampaignReport } from '../../../src/analytics/report';
import { ratesIn, type Surface } from '../support/surfaces';

/** What must be true of every report, whatever it was made of. */
export function assertSound(report: CampaignReport): void {
  assertFinite(report, 'report');
  const rates = ratesIn(report);
  assert.ok(rates.length > 0, 'a report has rates');
  for (const { numerator, denominator, value, interval } of rates) {
    if (value === null) {
      assert.equal(interval, null);
      continue;
    }
    assert.ok(value >= 0, `a rate of ${value}`);
    assert.ok(
      denominator !== null && denominator > 0 && numerator !== null,
      `${String(numerator)} of ${String(denominator)}`,
    );
    if (interval === null) continue;
    const { low, high } = interval;
    assert.ok(0 <= low && low <= value && value <= high && high <= 1, `${low} ≤ ${value} ≤ ${high}`);
  }
  assert.deepEqual(JSON.parse(JSON.stringify(report)), report, 'a report is plain data');
}

/** Numbers that are none may stand nowhere; what is not known is `null`. */
function assertFinite(value: unknown, where: string): void {
  if (typeof value === 'number') assert.ok(Number.isFinite(value), `${where} is ${value}`);
  if (typeof value !== 'object' || value === null) return;
  for (const [name, item] of Object.entries(value)) assertFinite(item, `${where}.${name}`);
}

const NONSENSE = /\bundefined\b|\bNaN\b|\bInfinity\b|∞|\[object |-\d+(\.\d+)?%/;

/** No words tell of what should not be there, unless the answer itself had them. */
export function assertSensible({ name, kind, text }: Surface, given: string): void {
  if (kind !== 'plain' && kind !== 'withIcons') return;
  const found = NONSENSE.exec(text)?.[0];
  if (found !== undefined && !given.includes(found)) assert.fail(`${name} says “${found}”: ${text.slice(0, 300)}`);
}

const ownNames = (): string[] =>
  [Object, Array, Function, String, Number, Map].flatMap(({ prototype }) => Object.getOwnPropertyNames(prototype));
const NAMES = ownNames().join();

/** Nothing that every object has was added, taken away or found on a new one. */
export function assertPrototypesUntouched(): void {
  assert.equal(ownNames().join(), NAMES);
  assert.equal(({} as { polluted?: unknown }).polluted, undefined);
}
