import * as l10n from '@vscode/l10n';
import type { TemplateResult } from 'lit';
import type { CampaignReport } from '../../../analytics/report';
import type { PageContext } from '../pageContext';
import { emptyState, section } from '../section';
import { stepRates } from './stepRows';
import { stepsBody } from './stepsBody';
import { stepsTable } from './stepsTable';

/** Which e-mail and which variant of the main sequence works. */
export function stepsSection({ steps, subsequences }: CampaignReport, { format }: PageContext): TemplateResult {
  const heading = l10n.t('Steps');
  const aside = subsequences.length > 0 ? l10n.t('of the main sequence') : undefined;
  if (steps.length === 0) return section('steps', heading, emptyState(l10n.t('No step has been sent yet.')), aside);
  const table = stepsTable(steps, stepRates(steps), format);
  return section('steps', heading, stepsBody({ id: 'steps', level: 3, steps, table }, format), aside);
}
