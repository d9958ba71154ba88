import * as l10n from '@vscode/l10n';
import type { Period } from '../analytics/period';
import type { CampaignReport } from '../analytics/report';
import type { ExportOptions } from './exportOptions';
import { campaignTitle } from './exportWords';
import { oneLine } from './oneLine';

/** Separators, what Windows forbids, and what shells and spreadsheets read more into. */
const FORBIDDEN = /[\\/:*?"<>|%$`~#&{}=+@!^;,\p{Cc}\p{Co}\p{Cs}\p{Z}]+/gu;
/** Devices of Windows, whatever follows the first dot. */
const RESERVED = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$|clock\$)(?=\.|$)/i;
/** Most file systems take 255 bytes for a name; a character may be four. */
const MAX_BYTES = 150;
/** Of that for a chart's title: a step may have a long name. */
const MAX_CHART_BYTES = 70;

/** A name for a report's file, without extension, with its period: one part of a path on every system, never empty. */
export function fileName({ campaign, period }: CampaignReport, options: ExportOptions): string {
  return safeName(campaignTitle(campaign, options), daysOf(period));
}

/** The same for one of its charts. */
export function chartFileName({ campaign, period }: CampaignReport, title: string, options: ExportOptions): string {
  return safeName(campaignTitle(campaign, options), `${cut(title, MAX_CHART_BYTES)} ${daysOf(period)}`);
}

/** Days as they sort: `2025-06-01_2025-06-30`; an open end is left open. */
function daysOf({ from, to }: Period): string {
  return from === undefined && to === undefined ? l10n.t('all time') : `${from ?? ''}_${to ?? ''}`;
}

/** The name cut to bearable length, the ending always whole. */
export function safeName(name: string, ending: string): string {
  const end = trimmed(ending);
  const start = trimmed(cut(trimmed(name), MAX_BYTES - bytes(end)));
  const both = [start === '' ? 'campaign' : start, end].filter((part) => part !== '').join(' ');
  return RESERVED.test(both) ? `_${both}` : both;
}

/** Spaces and dots at an end are hidden or lost; a dash at the start is an option to programs. */
function trimmed(text: string): string {
  return oneLine(text)
    .normalize('NFC')
    .replace(FORBIDDEN, ' ')
    .replace(/\s+/g, ' ')
    .replace(/\.{2,}/g, '.')
    .replace(/^[\s.\-'’]+|[\s.]+$/g, '');
}

function cut(text: string, most: number): string {
  let kept = '';
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (bytes(kept + segment) > most) break;
    kept += segment;
  }
  return kept;
}

function bytes(text: string): number {
  return new TextEncoder().encode(text).length;
}
