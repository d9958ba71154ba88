import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { PlacedText } from '../../../src/report/page/charts/barLayout';
import { fittingGrain, layoutTrend, type TrendLayout } from '../../../src/report/page/charts/layoutTrend';
import type { TrendGrain, TrendStrip } from '../../../src/report/page/charts/trendSeries';

const EM = 10;
/** A font in which every character is six pixels wide. */
const measure = (text: string): number => Array.from(text).length * 6;

function strip(change: Partial<TrendStrip> = {}): TrendStrip {
  return {
    label: 'Sent',
    tone: 'neutral',
    kind: 'bars',
    height: 'tall',
    values: [],
    bands: [],
    tick: String,
    newest: '',
    ...change,
  };
}

function layout(strips: readonly TrendStrip[], width = 600): TrendLayout {
  const slots = strips[0]?.values.length ?? 0;
  const words = { name: '', details: [] };
  return layoutTrend({ strips, dateOf: () => 'Jun 15, 2025', wordsOf: () => words, note: undefined }, slots, {
    width,
    fontSize: EM,
    measure,
  });
}

/** The bars of a path: left edge, top and width each. */
function barsOf(path: string): { left: number; top: number; width: number }[] {
  return [...path.matchAll(/M([\d.]+),[\d.]+V([\d.]+)h([\d.]+)V[\d.]+Z/g)].map(([, left, top, width]) => ({
    left: Number(left),
    top: Number(top),
    width: Number(width),
  }));
}

describe('The layout of a trend', () => {
  it('draws bars to scale, each in the middle of its slot', () => {
    const { strips, areas } = layout([strip({ values: [10, 20, 40] })]);
    const [first] = strips;
    const bars = barsOf(first?.bars ?? '');
    const heights = bars.map(({ top }) => (first?.bottom ?? 0) - top);
    assert.equal(bars.length, 3);
    assert.ok(Math.abs((heights[1] ?? 0) - 2 * (heights[0] ?? 0)) < 0.05);
    assert.ok(Math.abs((heights[2] ?? 0) - 4 * (heights[0] ?? 0)) < 0.05);
    bars.forEach(({ left, width }, slot) => {
      const area = areas[slot];
      assert.ok(area && Math.abs(left + width / 2 - (area.x + area.width / 2)) < 0.02);
    });
  });

  it('draws no bar for zero and a gap in the baseline for an unknown count', () => {
    const { strips } = layout([strip({ values: [3, 0, null, 3] })]);
    assert.equal(barsOf(strips[0]?.bars ?? '').length, 2);
    assert.equal(strips[0]?.baseline.match(/M/g)?.length, 2, 'before and after the gap');
    assert.deepEqual(strips[0].tops[2], null);
    assert.equal(layout([strip({ values: [3, 0, 0, 3] })]).strips[0]?.baseline.match(/M/g)?.length, 1);
  });

  it('draws the smallest of counts so that it is seen', () => {
    const { strips } = layout([strip({ values: [1, 1_000_000] })]);
    const [smallest] = barsOf(strips[0]?.bars ?? '');
    assert.equal((strips[0]?.bottom ?? 0) - (smallest?.top ?? 0), 1);
  });

  it('has a scale of its own for each strip, from zero to a round value', () => {
    const { strips } = layout([strip({ values: [51] }), strip({ values: [3] })]);
    assert.deepEqual(
      strips.map(({ ticks }) => ticks.map(({ text }) => text)),
      [
        ['0', '60'],
        ['0', '3'],
      ],
    );
  });

  it('has whole numbers on the scale of counts', () => {
    for (let count = 1; count < 3_000; count++) {
      for (const { text } of layout([strip({ values: [count] })]).strips[0]?.ticks ?? []) assert.match(text, /^\d+$/);
    }
  });

  it('lets a wide interval reach out of the chart rather than press the line flat', () => {
    const rates = strip({ kind: 'line', values: [0.1, 0.12], bands: [null, { low: 0.01, high: 0.9 }] });
    const [placed] = layout([rates]).strips;
    assert.equal(placed?.ticks.at(-1)?.text, '0.2');
    const top = Math.min(...[...placed.band.matchAll(/,([\d.]+)/g)].map(([, y]) => Number(y)));
    assert.ok(top >= (placed.grid[0] ?? Infinity) - 0.01, 'the band ends where the strip does');
  });

  it('is nothing much for no slots, and stands for one', () => {
    assert.deepEqual(layout([strip()]).areas, []);
    const { areas, strips } = layout([strip({ values: [7] })]);
    assert.equal(areas.length, 1);
    assert.ok((barsOf(strips[0]?.bars ?? '')[0]?.width ?? 0) <= 28, 'a bar, not a wall');
  });

  it('stays within bounds, with texts that never meet, whatever the counts and the width', () => {
    const value = fc.option(fc.integer({ min: 0, max: 10_000_000 }));
    const span = ({ x, anchor, text }: PlacedText): [number, number] => {
      const width = measure(text) * 0.92;
      return anchor === 'start' ? [x, x + width] : anchor === 'end' ? [x - width, x] : [x - width / 2, x + width / 2];
    };
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 1, maxLength: 400 }),
        fc.integer({ min: 240, max: 1600 }),
        (values, width) => {
          const { strips, areas, dates, height } = layout(
            [strip({ values }), strip({ values, newest: '49.7%' })],
            width,
          );
          let bottom = 0;
          for (const { label, newest, ticks, tops, bars } of strips) {
            assert.ok(label.y > bottom, 'below the strip before');
            assert.ok(span(label)[1] < span(newest)[0] || newest.text === '');
            for (const tick of ticks) assert.ok(span(tick)[0] >= -0.01 && span(tick)[1] <= label.x, 'left of the plot');
            const [zero, top] = ticks;
            assert.ok(zero && top && zero.y - top.y >= EM, 'ticks apart');
            for (const y of tops) assert.ok(y === null || (y > label.y && y <= height));
            for (const bar of barsOf(bars))
              assert.ok(bar.left >= label.x - 0.01 && bar.left + bar.width <= width + 0.01);
            bottom = zero.y;
          }
          const last = areas.at(-1);
          assert.ok(last && Math.abs(last.x + last.width - width) < 0.01);
          assert.ok(dates.length >= 1);
          dates.forEach((date, index) => {
            const before = dates[index - 1];
            assert.ok(!before || span(before)[1] < span(date)[0], 'dates apart');
            assert.ok(span(date)[0] >= -0.01 && span(date)[1] <= width + 0.01, 'dates inside');
          });
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe('The grain of a trend', () => {
  const grains = [400, 58, 14].map((slots): TrendGrain => ({ slots, series: () => assert.fail('not drawn yet') }));

  for (const [width, slots] of [
    [1600, 400],
    [1230, 400],
    [1229, 58],
    [320, 58],
    [100, 14],
    [10, 14],
  ] as const) {
    it(`in ${width} pixels has ${slots} slots of at least three pixels, if it can`, () => {
      assert.equal(fittingGrain(grains, { width, fontSize: EM })?.slots, slots);
    });
  }

  it('is none where there is none', () => assert.equal(fittingGrain([], { width: 900, fontSize: EM }), undefined));
});
