import * as l10n from '@vscode/l10n';
import type { Figures } from '../../../analytics/figures';
import type { Format } from '../../../analytics/format';
import { listed } from '../../../analytics/joinedWords';
import type { Rate } from '../../../analytics/rate';
import type { Trend } from '../../../analytics/trend';
import { daysText, figureLabel, fraction, intervalText, rateLabel } from '../../../analytics/words';
import type { Tone } from '../charts/barRow';
import type { TrendGrain, TrendSeries } from '../charts/trendSeries';
import { GRAINS, slotCount, slotsOf, type Grain, type TrendCount, type TrendSlot } from './trendSlots';

const COUNTS = ['sent', 'opened', 'clicked', 'replied', 'positiveReplied', 'bounced'] as const satisfies TrendCount[];
const RATES = ['opened', 'clicked', 'replied', 'bounced'] as const;
export type TrendRate = (typeof RATES)[number];

/** The colours that the same events have elsewhere on the page. */
const TONES: Readonly<Record<TrendCount, Tone>> = {
  sent: 'neutral',
  opened: 'blue',
  clicked: 'purple',
  replied: 'green',
  positiveReplied: 'green',
  bounced: 'red',
};

/** The counts that somebody counts, and that are known of at least one day. */
export function knownCounts({ days }: Trend, figures: Figures): TrendCount[] {
  return COUNTS.filter((name) => isTracked(name, figures) && days.some((day) => day[name] !== null));
}

/** The rates that somebody counts, and that have a value on at least one day. */
export function knownRates({ windows }: Trend, figures: Figures): TrendRate[] {
  return RATES.filter((name) => isTracked(name, figures) && windows.some((window) => window[name].value !== null));
}

function isTracked(name: TrendCount, figures: Figures): boolean {
  return name === 'positiveReplied' || figures[name].tracked;
}

/** Daily counts, in slots as long as they must be. */
export function countGrains(trend: Trend, names: readonly TrendCount[], format: Format): TrendGrain[] {
  return grainsOf(trend, format, (slots, grain) => ({
    strips: names.map((name) => ({
      label: figureLabel(name),
      tone: TONES[name],
      kind: 'bars',
      height: name === 'sent' ? 'tall' : 'low',
      values: slots.map(({ counts }) => counts[name]),
      bands: [],
      tick: format.count,
      newest: '',
    })),
    detailsOf: ({ counts }) => names.map((name) => l10n.t('{0}: {1}', figureLabel(name), format.count(counts[name]))),
    note: countsNote(grain),
  }));
}

/** Rates over seven days, one value a slot. */
export function rateGrains(trend: Trend, names: readonly TrendRate[], format: Format): TrendGrain[] {
  return grainsOf(trend, format, (slots, grain) => ({
    strips: names.map((name) => ({
      label: rateLabel(name),
      tone: TONES[name],
      kind: 'line',
      height: 'tall',
      values: slots.map(({ window }) => window?.[name].value ?? null),
      bands: slots.map(({ window }) => window?.[name].interval ?? null),
      tick: format.tick,
      newest: format.percent(slots.at(-1)?.window?.[name].value ?? null),
    })),
    detailsOf: ({ window }) =>
      window
        ? names.map((name) => l10n.t('{0}: {1}', rateLabel(name), rateText(window[name], format)))
        : [l10n.t('There are not yet seven days.')],
    note: ratesNote(grain),
  }));
}

/** `33.0% (72 of 218 delivered, 95% interval 27.1%–39.5%)`. */
function rateText(rate: Rate, format: Format): string {
  const details = listed([fraction(rate, format), intervalText(rate, format)]);
  return l10n.t('{0} ({1})', format.percent(rate.value), details);
}

type Draft = Pick<TrendSeries, 'strips' | 'note'> & { readonly detailsOf: (slot: TrendSlot) => string[] };

function grainsOf(
  trend: Trend,
  format: Format,
  draft: (slots: readonly TrendSlot[], grain: Grain) => Draft,
): TrendGrain[] {
  return GRAINS.map((grain) => ({
    slots: slotCount(trend, grain),
    series: () => {
      const slots = slotsOf(trend, grain);
      const { strips, note, detailsOf } = draft(slots, grain);
      return {
        strips,
        note,
        dateOf: (index, before) =>
          tickOf(slots[index]?.to, before === undefined ? undefined : slots[before]?.to, format),
        wordsOf: (index) => {
          const slot = slots[index];
          return slot ? { name: slotName(slot, format), details: detailsOf(slot) } : { name: '', details: [] };
        },
      };
    },
  }));
}

/** A day on the axis, with its year where that is not the one before's. */
function tickOf(day: string | undefined, before: string | undefined, format: Format): string {
  const isSameYear = day !== undefined && before?.slice(0, 4) === day.slice(0, 4);
  return isSameYear ? format.dayOfYear(day) : format.day(day ?? null);
}

function slotName(slot: TrendSlot, format: Format): string {
  return slot.from === slot.to ? format.day(slot.to) : daysText(slot, format);
}

function countsNote(grain: Grain): string | undefined {
  switch (grain) {
    case 'day':
      return undefined;
    case 'week':
      return l10n.t('Each bar is seven days: a bar a day would have no room.');
    case 'month':
      return l10n.t('Each bar is a month: a bar a day would have no room.');
  }
}

function ratesNote(grain: Grain): string | undefined {
  switch (grain) {
    case 'day':
      return undefined;
    case 'week':
      return l10n.t('One point every seven days: a point a day would have no room.');
    case 'month':
      return l10n.t('One point a month, of its last seven days: a point a day would have no room.');
  }
}
