import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import type { Format } from '../../../analytics/format';
import type { HealthLevel, SignalHealth } from '../../../analytics/health';
import {
  healthLevel,
  healthSummary,
  lineSentence,
  spamComplaintsSentence,
  stepsAtFaultSentence,
} from '../../../analytics/healthWords';
import type { CampaignReport } from '../../../analytics/report';
import { rateLabel } from '../../../analytics/words';
import { foreign } from '../foreignText';
import { icon, type IconName } from '../icon';
import type { PageContext } from '../pageContext';
import { rateDetails } from '../rateDetails';
import { section, sentence } from '../section';

/** Whether to worry: each signal with its level in words. Nothing where none of them is known, as before the first mail. */
export function healthSection({ health }: CampaignReport, context: PageContext): TemplateResult | typeof nothing {
  if (health.level === 'unknown') return nothing;
  const body = html`<dl class="tiles signals">${health.signals.map((signal) => drawSignal(signal, context.format))}</dl>
    ${sentence(spamComplaintsSentence())}`;
  return section({ id: 'health', heading: l10n.t('Health'), body, aside: healthSummary(health) }, context);
}

function drawSignal(signal: SignalHealth, format: Format): TemplateResult {
  const { level, rate } = signal;
  const causes = [lineSentence(signal, format), stepsAtFaultSentence(signal, format)].filter(
    (cause) => cause !== undefined,
  );
  return html`<div class="signal level-${level}">
    <dt>${rateLabel(signal.signal)}</dt>
    <dd class="figure">
      <span class="main">${format.percent(rate.value)}</span>
      ${level === 'unknown' ? nothing : html`<span class="level">${icon(LEVEL_ICONS[level])}${healthLevel(level)}</span>`}
    </dd>
    ${causes.map((cause) => html`<dd>${foreign(cause)}</dd>`)}
    ${rateDetails(rate, format).map((detail) => html`<dd class="quiet">${detail}</dd>`)}
  </div>`;
}

const LEVEL_ICONS: Readonly<Record<Exclude<HealthLevel, 'unknown'>, IconName>> = {
  critical: 'error',
  warning: 'warning',
  healthy: 'pass',
  tooFew: 'clockface',
};
