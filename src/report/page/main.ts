// The page in the webview: says `ready`, then draws whatever the extension sends.
import * as l10n from '@vscode/l10n';
import { render } from 'lit';
import { formatFor } from '../../analytics/format';
import { decodeToPage, type ReportView } from '../protocol';
import { connectHost } from './host';
import { Navigation } from './navigation';
import { reportPage } from './reportPage';

const main = document.getElementById('report') ?? document.body;
const skeleton = main.querySelector('.skeleton-body');
const host = connectHost();
const navigation = new Navigation(host);
let drawn = false;

window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  const message = decodeToPage(data);
  if (message) draw(message.view);
});
host.post({ type: 'ready' });

function draw(view: ReportView): void {
  l10n.config({ contents: { ...view.strings } });
  document.documentElement.lang = view.locale;
  navigation.showing(view.id);
  if (!drawn) main.replaceChildren();
  drawn = true;
  main.setAttribute('aria-busy', String(view.loading));
  render(reportPage(view, skeleton, { format: formatFor(view.locale), host, navigation }), main);
  if (view.report) navigation.returnToPlace();
}
