// The page in the webview: says `ready`, then draws whatever the extension sends.
import * as l10n from '@vscode/l10n';
import { render, type TemplateResult } from 'lit';
import { formatFor, type Format } from '../../analytics/format';
import type { ComparisonView, ReportView } from '../protocol';
import { decodeToPage } from '../toPage';
import { announce } from './announce';
import { REPORT_SUBJECT } from './contextMenu';
import { comparisonPage } from './comparison/comparisonPage';
import { returnFocus } from './focusReturn';
import { connectHost } from './host';
import { Navigation } from './navigation';
import type { Extent, PageContext } from './pageContext';
import { drawPicture } from './picture';
import { reportPage } from './reportPage';

const main = document.getElementById('report') ?? document.body;
const skeleton = main.querySelector('.skeleton-body');
const host = connectHost();
const navigation = new Navigation(host);
returnFocus();
let shown: Pick<ReportView, 'loading'> | undefined;
let hasShownFigures = false;
let language = { locale: 'en', format: formatFor('en') };

window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  const message = decodeToPage(data);
  if (message?.type === 'show' && !(message.unlessShown && shown)) draw(message.view);
  if (message?.type === 'showComparison') drawComparison(message.view);
  if (message?.type === 'goTo') navigation.goTo(message.section);
  if (message?.type === 'drawPicture') void drawPicture(message, host);
});
host.post({ type: 'ready' });

function draw(view: ReportView): void {
  navigation.showing(view.id);
  if (view.report) main.dataset['vscodeContext'] = REPORT_SUBJECT;
  show(view, view.report !== null, (context) => reportPage(view, skeleton, context));
  document.title = view.name;
}

function drawComparison(view: ComparisonView): void {
  navigation.comparing(view.compared);
  show(view, view.comparison !== null, (context) => comparisonPage(view, context));
  document.title = l10n.t('Comparison');
}

function show(
  view: Pick<ReportView, 'locale' | 'strings' | 'loading' | 'problem'>,
  hasFigures: boolean,
  page: (context: PageContext) => TemplateResult,
): void {
  l10n.config({ contents: { ...view.strings } });
  document.documentElement.lang = view.locale;
  if (!shown) main.replaceChildren();
  const drawTo = (extent: Extent): void => {
    render(page({ format: formatIn(view.locale), host, navigation, extent }), main);
    main.setAttribute('aria-busy', String(hasFigures ? extent === 'top' : view.loading));
    if (hasFigures && extent === 'whole') navigation.returnToPlace();
  };
  // A reader who was further down comes back there, and has all of it at once.
  if (hasFigures && !hasShownFigures && navigation.isAtTop()) {
    drawTo('top');
    whenPainted(() => {
      if (shown === view) drawTo('whole');
    });
  } else drawTo('whole');
  if (view.problem) announce('');
  else if (shown?.loading && !view.loading && hasFigures) announce(l10n.t('The figures are up to date.'));
  hasShownFigures ||= hasFigures;
  shown = view;
}

/** The same from one drawing to the next: what Intl needs for it is made once. */
function formatIn(locale: string): Format {
  if (language.locale !== locale) language = { locale, format: formatFor(locale) };
  return language.format;
}

function whenPainted(then: () => void): void {
  requestAnimationFrame(() => requestIdleCallback(then, { timeout: 200 }));
}
