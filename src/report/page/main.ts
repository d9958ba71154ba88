// The page in the webview: says `ready`, then draws whatever the extension sends.
import * as l10n from '@vscode/l10n';
import { render } from 'lit';
import { formatFor } from '../../analytics/format';
import { decodeToPage, type ReportView } from '../protocol';
import { announce } from './announce';
import { connectHost } from './host';
import { Navigation } from './navigation';
import { reportPage } from './reportPage';

const main = document.getElementById('report') ?? document.body;
const skeleton = main.querySelector('.skeleton-body');
const host = connectHost();
const navigation = new Navigation(host);
let shown: ReportView | undefined;

window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  const message = decodeToPage(data);
  if (message) draw(message.view);
});
host.post({ type: 'ready' });

function draw(view: ReportView): void {
  l10n.config({ contents: { ...view.strings } });
  document.documentElement.lang = view.locale;
  navigation.showing(view.id);
  if (!shown) main.replaceChildren();
  main.setAttribute('aria-busy', String(view.loading && !view.report));
  render(reportPage(view, skeleton, { format: formatFor(view.locale), host, navigation }), main);
  if (view.report) navigation.returnToPlace();
  if (view.problem) announce('');
  else if (shown?.loading && !view.loading && view.report) announce(l10n.t('The figures are up to date.'));
  shown = view;
}
