import * as l10n from '@vscode/l10n';
import type { Figures } from '../../analytics/figures';
import { UNKNOWN, type Format } from '../../analytics/format';
import type { Trend } from '../../analytics/trend';
import { figureLabel, rateLabel } from '../../analytics/words';
import { slotLength, slotsOf, type TrendCount, type TrendSlot } from '../tables/trendSlots';
import { knownCounts, knownRates, slotName } from '../tables/trendTable';
import type { Tone } from './barChart';
import type { TrendChart, TrendDate, TrendStrip } from './trendChart';

const TONES: Readonly<Record<TrendCount, Tone>> = {
  sent: 'neutral',
  opened: 'blue',
  clicked: 'purple',
  replied: 'green',
  positiveReplied: 'green',
  bounced: 'red',
};

/** What happened day by day, or in longer slots where there are many days. */
export function countsChart(trend: Trend, figures: Figures, format: Format): TrendChart {
  const slots = slotsOf(trend, slotLength(trend));
  const strips = knownCounts(trend, figures).map((name): TrendStrip => ({
    label: figureLabel(name),
    tone: TONES[name],
    kind: 'bars',
    values: slots.map(({ counts }) => counts[name]),
    bands: [],
    tick: format.count,
    newest: '',
  }));
  return { id: 'trend-counts', title: countsTitle(slotLength(trend)), ...chartOf(strips, slots, format) };
}

/** The rates of the seven days up to each slot's last. */
export function ratesTrendChart(trend: Trend, figures: Figures, format: Format): TrendChart {
  const slots = slotsOf(trend, slotLength(trend));
  const strips = knownRates(trend, figures).map((name): TrendStrip => ({
    label: rateLabel(name),
    tone: TONES[name],
    kind: 'line',
    values: slots.map(({ window }) => window?.[name].value ?? null),
    bands: slots.map(({ window }) => window?.[name].interval ?? null),
    tick: format.tick,
    newest: format.percent(slots.at(-1)?.window?.[name].value ?? null),
  }));
  return { id: 'trend-rates', title: l10n.t('Rates over seven days'), ...chartOf(strips, slots, format) };
}

function chartOf(
  strips: readonly TrendStrip[],
  slots: readonly TrendSlot[],
  format: Format,
): Pick<TrendChart, 'strips' | 'dates' | 'details'> {
  const [first, last] = [slots[0], slots.at(-1)];
  return {
    strips,
    dates: datesOf(slots, format),
    details: [
      ...(first && last ? [slotName({ from: first.from, to: last.to }, format)] : []),
      ...strips.map(({ label, newest, values, tick }) => {
        const newestText = newest === '' ? lastText(values, tick) : newest;
        return l10n.t('{0}: newest {1}', label, newestText);
      }),
    ],
  };
}

function lastText(values: readonly (number | null)[], tick: (value: number) => string): string {
  const last = values.at(-1);
  return last === undefined || last === null ? UNKNOWN : tick(last);
}

/** The last day of the first, a middle and the last slot: as many as the narrowest chart has room for. */
function datesOf(slots: readonly TrendSlot[], format: Format): TrendDate[] {
  const last = slots.length - 1;
  const middle = Math.floor(last / 2);
  const places = last < 1 ? [0] : last < 6 ? [0, last] : [0, middle, last];
  return places.flatMap((place) => {
    const slot = slots[place];
    const x = place === 0 ? 0 : place === last ? 1 : (place + 0.5) / slots.length;
    return slot ? [{ text: format.day(slot.to), x }] : [];
  });
}

function countsTitle(days: number): string {
  return days === 1 ? l10n.t('Counts by day') : l10n.t('Counts, each bar {0} days', days);
}
