import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import { campaignStatus } from '../../../analytics/words';
import type { ReportView } from '../../protocol';
import { button } from '../button';
import { EXPORT_SUBJECT, openMenu } from '../contextMenu';
import { foreign } from '../foreignText';
import { icon } from '../icon';
import type { PageContext } from '../pageContext';
import '../period/periodPicker';
import type { PeriodPickerModel } from '../period/periodPicker';
import { momentPicker } from './momentPicker';
import { refreshButton } from './refreshButton';

/** Whose report this is, how old it is, and what can be done with it. */
export function header(view: ReportView, context: PageContext): TemplateResult {
  const { report, name, sample } = view;
  return html`<header>
    <div class="title">
      <h1>${foreign(report?.campaign.name ?? name)}</h1>
      ${report ? statusBadge(report.campaign.status) : nothing}
    </div>
    <div class="actions">${sample ? nothing : refreshButton(view, context)} ${report ? exportButton() : nothing}</div>
    ${
      sample
        ? html`<p class="sample">${icon('beaker')}${l10n.t('Sample data: the example of SendKit’s documentation')}</p>`
        : html`${periodPicker(view, context)} ${momentPicker(view, context)}`
    }
    ${facts(view, context)}
  </header>`;
}

/** VS Code draws its menu: the file formats, and the clipboard. */
function exportButton(): TemplateResult {
  return html`<span data-vscode-context=${EXPORT_SUBJECT}>
    ${button({ id: 'export', label: l10n.t('Export'), icon: 'export', secondary: true, menu: true, onClick: openMenu })}
  </span>`;
}

const KNOWN_STATUSES = ['draft', 'active', 'paused', 'completed', 'archived'];

function statusBadge(status: string | null): TemplateResult {
  const kind = status !== null && KNOWN_STATUSES.includes(status) ? status : 'other';
  return html`<span class="badge status-${kind}">${foreign(campaignStatus(status))}</span>`;
}

function facts(view: ReportView, { format }: PageContext): TemplateResult | typeof nothing {
  const { report, workspace, sample } = view;
  const startedAt = report?.campaign.startedAt ?? null;
  const fetchedAt = report && !sample ? view.fetchedAt : null;
  const sentences = [
    workspace === null ? undefined : l10n.t('Workspace {0}', workspace),
    startedAt === null ? undefined : l10n.t('Started {0}', format.date(startedAt)),
    fetchedAt === null ? undefined : l10n.t('Fetched {0}', format.dateTime(fetchedAt)),
  ].filter((sentence) => sentence !== undefined);
  return sentences.length === 0
    ? nothing
    : html`<ul class="facts quiet">
        ${sentences.map((sentence) => html`<li>${foreign(sentence)}</li>`)}
      </ul>`;
}

function periodPicker({ period }: ReportView, { format, host }: PageContext): TemplateResult {
  const model: PeriodPickerModel = {
    choice: period,
    format,
    select: (chosen) => host.post({ type: 'selectPeriod', period: chosen }),
  };
  return html`<period-picker .model=${model}></period-picker>`;
}
