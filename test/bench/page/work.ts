// Charts of any number of marks, in a page that has nothing else.
import { BarChart, type BarChartModel } from '../../../src/report/page/charts/barChart';
import { TrendChart, type TrendChartModel } from '../../../src/report/page/charts/trendChart';

declare global {
  interface Window {
    /** Milliseconds until a chart of so many marks has been drawn and laid out. */
    benchChart: (kind: 'bars' | 'days', marks: number) => Promise<number>;
  }
}

window.benchChart = async (kind, marks) => {
  const chart = kind === 'bars' ? new BarChart() : new TrendChart();
  chart.id = 'chart';
  const start = performance.now();
  if (chart instanceof BarChart) chart.model = barsOf(marks);
  else chart.model = daysOf(marks);
  document.body.append(chart);
  await chart.updateComplete;
  const drawn = chart.querySelectorAll('.mark').length;
  if (drawn !== marks || chart.getBoundingClientRect().height === 0) throw new Error(`${drawn} marks were drawn`);
  const time = performance.now() - start;
  chart.remove();
  return time;
};

function barsOf(marks: number): BarChartModel {
  const rows = Array.from({ length: marks }, (_, index) => ({
    label: `Email ${index + 1}`,
    name: `Email ${index + 1}`,
    level: 0 as const,
    tone: 'blue' as const,
    series: null,
    value: (index % 50) / 100,
    interval: { low: (index % 50) / 110, high: (index % 50) / 90 },
    texts: [`${index % 50}.0%`, `${index}`],
    lost: null,
    details: [`${index} of 1,000`],
  }));
  return { name: 'Many bars', paperWidth: 600, rows, thickness: 'slim', tick: (value) => `${value * 100}%` };
}

function daysOf(marks: number): TrendChartModel {
  const values = Array.from({ length: marks }, (_, index) => (index % 40) + 1);
  const strip = { label: 'Sent', tone: 'blue', height: 'tall', values, tick: String, newest: '1' } as const;
  const bands = values.map((value) => ({ low: value * 0.9, high: value * 1.1 }));
  return {
    name: 'Many days',
    paperWidth: 600,
    grains: [
      {
        slots: marks,
        series: () => ({
          strips: [
            { ...strip, kind: 'bars', bands: [] },
            { ...strip, kind: 'line', bands },
          ],
          dateOf: (slot) => `Day ${slot}`,
          wordsOf: (slot) => ({ name: `Day ${slot}`, details: [] }),
          note: undefined,
        }),
      },
    ],
  };
}
