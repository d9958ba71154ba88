import * as l10n from '@vscode/l10n';
import type { Format } from '../../analytics/format';
import type { SignalHealth } from '../../analytics/health';
import {
  healthLevel,
  healthSummary,
  lineSentence,
  spamComplaintsSentence,
  stepsAtFaultSentence,
} from '../../analytics/healthWords';
import type { CampaignReport } from '../../analytics/report';
import { fraction, intervalText, rateLabel } from '../../analytics/words';
import { foreign, html, type Markup } from './markup';
import { paragraphs, section } from './section';

/** Whether to worry: each signal with its level in words. Nothing where none is known, as before the first mail. */
export function healthSection({ health }: CampaignReport, format: Format): Markup | null {
  if (health.level === 'unknown') return null;
  return section(
    'health',
    l10n.t('Health'),
    [
      html`<dl class="signals">${health.signals.map((signal) => drawSignal(signal, format))}</dl> `,
      paragraphs([spamComplaintsSentence()]),
    ],
    healthSummary(health),
  );
}

function drawSignal(signal: SignalHealth, format: Format): Markup {
  const { level, rate } = signal;
  const sentences = [lineSentence(signal, format), stepsAtFaultSentence(signal, format)];
  const details = [fraction(rate, format), intervalText(rate, format)];
  return html`<div class="signal ${level}">
    <dt>${rateLabel(signal.signal)}</dt>
    <dd class="main">${format.percent(rate.value)} <span class="level">${healthLevel(level)}</span></dd>
    ${sentences.map((sentence) =>
      sentence === undefined ? null : html`<dd>${foreign(sentence)}</dd>`,
    )}${details.map((detail) => (detail === undefined ? null : html`<dd class="quiet">${detail}</dd>`))}
  </div> `;
}
