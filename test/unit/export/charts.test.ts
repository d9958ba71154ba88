import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addDays } from '../../../src/analytics/period';
import { trendOf } from '../../../src/analytics/trend';
import { drawBarChart, type BarRow } from '../../../src/export/svg/barChart';
import { FLUID, pictureFrame } from '../../../src/export/svg/frame';
import { niceCount, niceEnd } from '../../../src/export/svg/niceScale';
import { shorten } from '../../../src/export/svg/shorten';
import { stepsChart, stepsCharts } from '../../../src/export/svg/stepsCharts';
import { bandPath, barsPath, linePath } from '../../../src/export/svg/trendPaths';
import { slotLength, slotsOf } from '../../../src/export/tables/trendSlots';
import { anAnswer } from '../builders';
import { OPTIONS } from './sandboxReports';

const { format } = OPTIONS;
const row = (change: Partial<BarRow> = {}): BarRow => ({
  ...{ label: 'Email 1', value: '50.0%', length: 0.5, interval: { low: 0.4, high: 0.6 }, tone: 'blue', variant: null },
  details: 'Email 1: 50.0%',
  ...change,
});
const draw = (rows: readonly BarRow[], frame = FLUID): string =>
  drawBarChart({ id: 'c', title: 'Chart', rows, tick: format.tick }, frame).svg.text;
const attributes = (svg: string, name: string): string[] =>
  [...svg.matchAll(new RegExp(`\\s${name}="([^"]*)"`, 'g'))].map(([, value]) => value ?? '');

describe('A bar chart', () => {
  it('puts every length into a share of the width it is given, or of a picture’s', () => {
    const width = (svg: string): string | undefined => /class="fill"[^>]*?width="([^"]*)"/.exec(svg)?.[1];
    // The scale ends at 60 %, which the interval reaches.
    assert.equal(width(draw([row()])), '83.33%');
    assert.equal(width(draw([row()], pictureFrame(600))), '500');
  });

  it('draws nothing for what is unknown, nor for zero, and a whisker for an interval alone', () => {
    assert.doesNotMatch(draw([row({ length: null, interval: null })]), /class="(fill|whisker)"/);
    const zero = draw([row({ length: 0, interval: { low: 0, high: 0.1 } })]);
    assert.doesNotMatch(zero, /class="fill"/);
    assert.match(zero, /class="whisker"/);
  });

  it('gives each variant a shape of its own, also where colours repeat', () => {
    const shapes = Array.from({ length: 6 }, (_, variant) => attributes(draw([row({ variant })]), 'd')[0]);
    assert.equal(new Set(shapes).size, 6);
  });

  it('tells a screen reader all its rows', () => {
    const svg = draw([row(), row({ label: 'B', details: 'B: — & more' })]);
    assert.match(svg, /role="img"[^>]*aria-labelledby="c-title"[^>]*aria-describedby="c-desc"/);
    assert.match(svg, /<desc id="c-desc">Email 1: 50.0%; B: — &amp; more<\/desc>/);
  });

  it('stays within its width, whatever it draws', () => {
    const part = fc.double({ min: 0, max: 1, noNaN: true });
    const rows = fc.array(
      fc.record({ a: part, b: part, c: part, known: fc.boolean() }).map(({ a, b, c, known }) => {
        const [low = 0, length = 0, high = 0] = [a, b, c].sort((x, y) => x - y);
        return row({ length: known ? length : null, interval: known ? { low, high } : null });
      }),
      { minLength: 1, maxLength: 30 },
    );
    fc.assert(
      fc.property(rows, (given) => {
        const svg = draw(given);
        for (const value of ['x', 'x1', 'x2', 'width'].flatMap((name) => attributes(svg, name))) {
          const length = value.endsWith('%') ? Number(value.slice(0, -1)) : 0;
          assert.ok(length >= 0 && length <= 100, value);
        }
      }),
    );
  });
});

describe('A scale', () => {
  for (const [highest, end] of [
    [0, 1],
    [0.0009, 0.001],
    [0.083, 0.1],
    [0.3, 0.3],
    [0.47, 0.5],
    [0.61, 0.8],
    [1, 1],
    [4600, 5000],
  ] as const) {
    it(`of ${highest} ends at ${end}`, () => assert.equal(niceEnd(highest), end));
  }

  it('of counts ends at a whole number, and halves to one', () => {
    for (const [highest, end] of [
      [0, 1],
      [1, 1],
      [2, 2],
      [3, 4],
      [15, 16],
      [45, 50],
    ] as const) {
      assert.equal(niceCount(highest), end);
    }
  });

  it('always holds what it is for, and is not more than twice as long', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 1e9, noNaN: true }), (highest) => {
        const end = niceEnd(highest);
        assert.ok(end >= highest * (1 - 1e-6) && end <= highest * 2.001, `${highest} ${end}`);
      }),
    );
  });
});

describe('A label', () => {
  it('is cut where it would meet its value, wide characters counting twice', () => {
    assert.equal(shorten('Variant B', 24), 'Variant B');
    assert.equal(shorten('x'.repeat(30), 10), `${'x'.repeat(9)}…`);
    assert.equal(shorten('日'.repeat(30), 10), '日日日日…');
    assert.equal(shorten('👨‍👩‍👧‍👦'.repeat(9), 5), '👨‍👩‍👧‍👦…');
  });
});

describe('The rates of many steps', () => {
  const steps = Array.from({ length: 60 }, (_, step) => step).reduce(
    (answer, step) => answer.step(step, null, { sent: 100, opened: step, clicked: 1, bounced: 0 }),
    anAnswer(),
  );

  it('are divided over charts that fit a sheet of paper, all on one scale', () => {
    const charts = stepsCharts('steps', steps.report().steps, 'opened', format);
    assert.deepEqual(
      charts.map(({ title, rows }) => [title, rows.length]),
      [
        ['Open rate by step (1 of 3)', 22],
        ['Open rate by step (2 of 3)', 22],
        ['Open rate by step (3 of 3)', 16],
      ],
    );
    const heights = charts.map((chart) => drawBarChart(chart, FLUID).height);
    assert.ok(Math.max(...heights) < 900, String(heights));
    assert.equal(new Set(charts.map(({ reach }) => reach)).size, 1);
  });

  it('are one chart in a picture', () => {
    assert.equal(stepsChart(steps.report().steps, 'opened', format).rows.length, 60);
  });
});

describe('The trend', () => {
  it('has gaps where a value is unknown, and shows one that stands alone', () => {
    assert.equal(linePath([0.5, null, 0.5, 1], 1, 10), 'M0.2 5L0.8 5M2.5 5L3.5 0');
    assert.equal(linePath([null], 1, 10), '');
    assert.equal(bandPath([{ low: 0, high: 2 }], 1, 10), 'M0.2 0L0.8 0L0.8 10L0.2 10Z');
  });

  it('shows the smallest of counts, and none for zero', () => {
    assert.equal(barsPath([0, 1, null, 1000], 1000, 40), 'M1.12 40V39h0.76V40ZM3.12 40V0h0.76V40Z');
  });

  const days = (count: number) =>
    Array.from({ length: count }, (_, index) => ({
      date: addDays('2025-12-31', index + 1 - count),
      ...{ sent: 10, opened: 5, clicked: 1, replied: 1, positiveReplied: 0, bounced: 0 },
    }));

  for (const [count, length, slots] of [
    [1, 1, 1],
    [31, 1, 31],
    [100, 1, 100],
    [101, 7, 15],
    [400, 7, 58],
    [3_660, 28, 131],
  ] as const) {
    it(`of ${count} days has ${slots} slots of ${length}, and loses no mail`, () => {
      const trend = trendOf(days(count), {});
      assert.equal(slotLength(trend), length);
      const made = slotsOf(trend, length);
      assert.equal(made.length, slots);
      assert.equal(made.at(-1)?.to, '2025-12-31');
      assert.equal(
        made.reduce((total, { counts }) => total + (counts.sent ?? 0), 0),
        count * 10,
      );
    });
  }
});
