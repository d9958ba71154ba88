import * as l10n from '@vscode/l10n';
import type { TemplateResult } from 'lit';
import { button } from '../button';
import type { PageContext } from '../pageContext';

/** One place for both, so that the focus stays; the second click of a double click must not cancel what the first began. */
export function refreshButton({ loading }: { readonly loading: boolean }, { host }: PageContext): TemplateResult {
  return button({
    id: 'refresh',
    label: loading ? l10n.t('Cancel') : l10n.t('Refresh'),
    icon: loading ? 'close' : 'refresh',
    secondary: true,
    onClick: ({ detail }) => {
      if (detail < 2) host.post({ type: loading ? 'cancel' : 'refresh' });
    },
  });
}
