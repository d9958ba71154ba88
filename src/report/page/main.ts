import * as l10n from '@vscode/l10n';
import { html, render } from 'lit';
import { formatFor } from '../../analytics/format';
import { FIGURE_NAMES } from '../../analytics/figures';
import { figureLabel, fraction } from '../../analytics/words';
import { decodeToPage, type ReportView } from '../protocol';
import { connectHost } from './host';

const main = document.getElementById('report') ?? document.body;
const host = connectHost();

window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  const message = decodeToPage(data);
  if (message) draw(message.view);
});
host.post({ type: 'ready' });

function draw(view: ReportView): void {
  l10n.config({ contents: { ...view.strings } });
  const format = formatFor(view.locale);
  if (main.getAttribute('aria-busy') === 'true') main.replaceChildren();
  main.setAttribute('aria-busy', String(view.loading));
  const { report } = view;
  render(
    html`<h1>${view.name}</h1>
      ${view.problem ? html`<p role="alert">${view.problem.message}</p>` : null}
      ${
        report &&
        FIGURE_NAMES.map((name) => {
          const { count, rate } = report.figures[name];
          return html`<p>
            ${figureLabel(name)}: ${format.count(count)} ${rate && format.percent(rate.value)}
            ${rate && fraction(rate, format)}
          </p>`;
        })
      }`,
    main,
  );
}
