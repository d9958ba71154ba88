import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { BarRow } from '../../../src/report/page/charts/barRow';
import type { BarLayout, PlacedText } from '../../../src/report/page/charts/barLayout';
import { layoutBars } from '../../../src/report/page/charts/layoutBars';

const EM = 10;
/** A font in which every character is six pixels wide. */
const measure = (text: string): number => Array.from(text).length * 6;

function row(change: Partial<BarRow> = {}): BarRow {
  return {
    label: 'Email 1',
    name: 'Email 1',
    level: 0,
    tone: 'blue',
    series: null,
    value: 1,
    interval: null,
    texts: ['50.0%'],
    lost: null,
    details: [],
    ...change,
  };
}

function layout(rows: readonly BarRow[], change: Partial<Parameters<typeof layoutBars>[1]> = {}): BarLayout {
  return layoutBars(rows, { width: 600, fontSize: EM, measure, thickness: 'slim', tick: null, ...change });
}

const percent = (value: number): string => `${Math.round(value * 1000) / 10}%`;

/** Left and right edge of a text. */
function span({ x, anchor, text }: PlacedText): [number, number] {
  const width = measure(text);
  return anchor === 'start' ? [x, x + width] : anchor === 'end' ? [x - width, x] : [x - width / 2, x + width / 2];
}

describe('The layout of bars', () => {
  it('draws a value’s length to scale, from the same zero', () => {
    const { marks, plotLeft } = layout([row({ value: 100 }), row({ value: 50 }), row({ value: 25 })]);
    const widths = marks.map(({ bar }) => bar?.width ?? 0);
    assert.deepEqual(
      marks.map(({ bar }) => bar?.x),
      [plotLeft, plotLeft, plotLeft],
    );
    assert.equal(widths[1], (widths[0] ?? 0) / 2);
    assert.equal(widths[2], (widths[0] ?? 0) / 4);
  });

  it('draws no bar for zero or unknown, and a visible one for the smallest of counts', () => {
    const { marks } = layout([row({ value: 1_000_000 }), row({ value: 1 }), row({ value: 0 }), row({ value: null })]);
    assert.deepEqual(marks.map(({ bar }) => bar?.width ?? null).slice(1), [1, null, null]);
  });

  it('draws whiskers to scale and keeps room for the highest', () => {
    const { marks, plotLeft, ticks } = layout(
      [row({ value: 0.5, interval: { low: 0.25, high: 0.75 } }), row({ value: 0.1, interval: { low: 0, high: 0.2 } })],
      { tick: percent },
    );
    const [first, second] = marks;
    const unit = (first?.bar?.width ?? 0) / 0.5;
    assert.ok(Math.abs((first?.whisker?.x1 ?? 0) - plotLeft - 0.25 * unit) < 1e-9);
    assert.ok(Math.abs((first?.whisker?.x2 ?? 0) - plotLeft - 0.75 * unit) < 1e-9);
    assert.equal(second?.whisker?.x1, plotLeft);
    assert.equal(ticks[0]?.text, '0%');
  });

  it('has a scale of its own, 0 to 1, where there is no value at all', () => {
    const { ticks, marks } = layout([row({ value: null, texts: ['—'] })], { tick: percent });
    assert.deepEqual([ticks[0]?.text, ticks.at(-1)?.text], ['0%', '100%']);
    assert.equal(marks[0]?.bar, null);
  });

  it('has values on its scale wherever two of them have room', () => {
    for (const value of [0.008, 0.022, 0.112, 0.15, 0.3, 0.556, 0.7, 1]) {
      for (let width = 150; width <= 600; width += 10) {
        const { ticks, plotLeft } = layout([row({ value })], { tick: percent, width });
        assert.ok(ticks.length > 1 && (ticks.at(-1)?.x ?? 0) > plotLeft, `${value} at ${width}`);
      }
    }
  });

  it('is nothing for no rows', () => {
    assert.deepEqual(layout([]).marks, []);
    assert.equal(layout([]).height, 0);
  });

  it('aligns texts in columns at the right edge', () => {
    const { marks } = layout([row({ texts: ['1,200', '96.7%'] }), row({ texts: ['2', '0.2%'] })]);
    const ends = marks.map(({ texts }) => texts.map(({ x }) => x));
    assert.deepEqual(ends[0], ends[1]);
    assert.equal(ends[0]?.[1], 600);
  });

  it('indents what is part of the row above, and makes its bar thinner', () => {
    const { marks } = layout([row(), row({ level: 1, label: 'Variant A' })]);
    const [step, variant] = marks;
    assert.ok((variant?.label.x ?? 0) > (step?.label.x ?? 0));
    assert.ok((variant?.bar?.height ?? 0) < (step?.bar?.height ?? 0));
  });

  it('puts labels above the bars where they would leave too little room beside them', () => {
    const wide = layout([row({ label: 'Delivered' })], { width: 400 });
    const narrow = layout([row({ label: 'Delivered and then some' })], { width: 240 });
    const [besideBar] = wide.marks;
    const [aboveBar] = narrow.marks;
    assert.ok((besideBar?.label.y ?? 0) > (besideBar?.bar?.y ?? 0));
    assert.ok((aboveBar?.label.y ?? 0) < (aboveBar?.bar?.y ?? 0));
    assert.ok((aboveBar?.bar?.width ?? 0) > 220, 'the bar has the whole width');
  });

  it('says what is lost between two bars, and narrows from one to the next', () => {
    const { marks } = layout([row({ value: 100 }), row({ value: 50, lost: '50 not opened' })]);
    const opened = marks[1];
    assert.equal(opened?.lost?.text, '50 not opened');
    assert.ok(opened.lost.y < (opened.bar?.y ?? 0));
    assert.match(opened.slope ?? '', /^M/);
  });

  it('grows with the font', () => {
    assert.ok(layout([row()], { fontSize: 20 }).height >= 2 * layout([row()]).height - 1);
  });

  const rows = fc.array(
    fc.record({
      label: fc.string({ maxLength: 80 }),
      name: fc.constant('name'),
      level: fc.constantFrom(0 as const, 1 as const),
      tone: fc.constant('blue' as const),
      series: fc.option(fc.nat(30)),
      value: fc.option(fc.double({ min: 0, max: 1e9, noNaN: true })),
      interval: fc.option(
        fc
          .tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }))
          .map(([a, b]) => ({
            low: Math.min(a, b),
            high: Math.max(a, b),
          })),
      ),
      texts: fc.tuple(fc.constantFrom('—', '12', '1,234,567'), fc.constantFrom('—', '8.3%', '1,000.0%')),
      lost: fc.option(fc.string({ maxLength: 80 })),
      details: fc.constant([]),
    }),
    { minLength: 1, maxLength: 40 },
  );

  it('never lets texts meet or leave the chart, whatever the rows and the width', () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 240, max: 1600 }), fc.boolean(), (someRows, width, hasScale) => {
        const { marks, height, ticks } = layout(someRows, { width, tick: hasScale ? percent : null });
        let bottom = 0;
        for (const { label, texts, bar, point, whisker, area } of marks) {
          const spans = [label, ...texts].map(span);
          spans.forEach(([left, right], index) => {
            assert.ok(left >= -0.01 && right <= width + 0.01, 'inside');
            assert.ok(left >= (spans[index - 1]?.[1] ?? 0) - 0.01, 'after the one before');
          });
          assert.ok(!point || (point.x >= 0 && point.x <= width), 'point inside');
          const beside = bar !== null && bar.y < label.y;
          if (beside) {
            assert.ok(bar.x >= (spans[0]?.[1] ?? 0), 'bar after label');
            assert.ok(bar.x + bar.width <= (spans[1]?.[0] ?? 0) + 1, 'bar before texts');
          }
          assert.ok(!whisker || whisker.x2 <= width, 'whisker inside');
          assert.ok(area.y >= bottom - 0.01, 'marks one below the other');
          bottom = area.y + area.height;
        }
        assert.ok(bottom <= height, 'inside');
        ticks.forEach((tick, index) => {
          const before = ticks[index - 1];
          assert.ok(!before || span(before)[1] < span(tick)[0], 'ticks apart');
        });
      }),
      { numRuns: 300 },
    );
  });
});
