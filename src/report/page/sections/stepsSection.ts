import * as l10n from '@vscode/l10n';
import type { TemplateResult } from 'lit';
import type { CampaignReport } from '../../../analytics/report';
import type { PageContext } from '../pageContext';
import { emptyState, section } from '../section';
import { stepRates } from './stepRows';
import { stepsBody } from './stepsBody';
import { stepsTable } from './stepsTable';

/** Which e-mail and which variant of the main sequence works. */
export function stepsSection({ steps, subsequences }: CampaignReport, context: PageContext): TemplateResult {
  const heading = l10n.t('Steps');
  const aside = subsequences.length > 0 ? l10n.t('of the main sequence') : undefined;
  const body =
    steps.length === 0
      ? emptyState(l10n.t('No step has been sent yet.'))
      : stepsBody(
          {
            id: 'steps',
            level: 3,
            steps,
            subsequence: null,
            table: stepsTable(steps, stepRates(steps), context.format),
          },
          context,
        );
  return section({ id: 'steps', heading, body, aside }, context);
}
