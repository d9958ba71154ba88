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
  if (kind !== 'plain' && kind !== 'withIcons' && kind !== 'withLinks') return;
  const found = NONSENSE.exec(text)?.[0];
  if (found !== undefined && !given.includes(found)) assert.fail(`${name} says “${found}”: ${text.slice(0, 300)}`);
}

const SHARED: readonly object[] = [Object, Array, Function, String, Number, Map].map(
  ({ prototype }) => prototype as object,
);
const whatAllHave = (): unknown[] =>
  SHARED.flatMap((prototype) =>
    Reflect.ownKeys(prototype).flatMap((name) => {
      const found: object = Reflect.getOwnPropertyDescriptor(prototype, name) ?? {};
      return [name, ...(Object.values(found) as unknown[])];
    }),
  );
const AT_FIRST = whatAllHave();

/** Nothing that every object has was added, taken away, replaced or found on a new one. */
export function assertPrototypesUntouched(): void {
  const now = whatAllHave();
  assert.ok(now.length === AT_FIRST.length && now.every((part, at) => part === AT_FIRST[at]), 'as it was at first');
  assert.equal(({} as { polluted?: unknown }).polluted, undefined);
}
