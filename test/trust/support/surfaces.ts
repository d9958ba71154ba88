// Everything that is made of an answer, as texts: what a person, a program or a language model is given of it.
import type { Alert } from '../../../src/analytics/alerts';
import { alertSentence } from '../../../src/analytics/alertWords';
import type { Change } from '../../../src/analytics/changes';
import { changeText } from '../../../src/analytics/changeWords';
import { testableDetail, testableTitle } from '../../../src/analytics/plannerWords';
import { noteSentence } from '../../../src/analytics/noteWords';
import { comparisonOf } from '../../../src/analytics/comparison';
import { comparisonSentence, subjectName } from '../../../src/analytics/comparisonWords';
import { formatFor } from '../../../src/analytics/format';
import type { Rate } from '../../../src/analytics/rate';
import { reportOf, type CampaignReport } from '../../../src/analytics/report';
import { placesOf } from '../../../src/analytics/summary';
import { summaryText } from '../../../src/analytics/summaryWords';
import { testablesOf } from '../../../src/analytics/testPlanner';
import { foundCampaign } from '../../../src/campaigns/campaignSearch';
import { forEachList } from '../../../src/campaigns/workspaceParts';
import { campaignsOf, mailboxesOf, totalsOf } from '../../../src/campaigns/workspaceReport';
import { DEFAULT_HEALTH_RULES } from '../../../src/analytics/rules';
import { CHART_NAMES, chartRef, type ChartRef } from '../../../src/analytics/chartRef';
import { chartPicture } from '../../../src/export/chartSvg';
import { daysCsv } from '../../../src/export/daysCsv';
import { definitionsCsv } from '../../../src/export/definitionsCsv';
import { chartFileName, fileName } from '../../../src/export/fileName';
import { historyCsv, historyLines } from '../../../src/export/historyFiles';
import { reportHtml } from '../../../src/export/htmlReport';
import { reportJson } from '../../../src/export/jsonReport';
import { reportMarkdown } from '../../../src/export/markdownReport';
import { stepsCsv } from '../../../src/export/stepsCsv';
import { campaignPageOf } from '../../../src/sendkit/campaigns';
import { dailyRowsOf } from '../../../src/sendkit/daily';
import { decode, decodeList } from '../../../src/sendkit/decode';
import {
  campaignAnalyticsSchema,
  campaignDetailSchema,
  campaignsSchema,
  dailySchema,
  mailboxesSchema,
  overviewSchema,
  workspacesSchema,
} from '../../../src/sendkit/schemas';
import { campaignRow, type TreeRow } from '../../../src/views/campaignsTreeModel';
import { markdownToCopy, reportToExport } from '../../../src/views/exportModel';
import { campaignListResult, campaignResult, variantsResult } from '../../../src/views/languageModelResults';
import { withoutLinks } from '../../../src/views/plainText';
import { reportTitle, reportView } from '../../../src/views/reportView';
import { spokenLabel, type RowLook } from '../../../src/views/rowLook';
import { statusBarLook } from '../../../src/views/statusBarModel';
import { plannerGroups } from '../../../src/views/testPlannerModel';
import { workspaceName, workspaceRows, type WorkspaceRow } from '../../../src/views/workspaceTreeModel';
import { aState } from '../../unit/builders';
import { STYLES } from '../../unit/export/sandboxReports';
import type { CampaignBodies, WorkspaceBodies } from './answers';
import { newTestFiles } from './testFileSurfaces';

/** How what is made will be read: by a person as it is, where `$(…)` is a picture, or where `[…](…)` is a link; or by a program. */
export type Kind =
  'plain' | 'withIcons' | 'withLinks' | 'fileName' | 'csv' | 'markdown' | 'html' | 'svg' | 'json' | 'page';

export interface Surface {
  readonly name: string;
  readonly kind: Kind;
  readonly text: string;
}

const FETCHED_AT = Date.UTC(2025, 8, 1, 9, 30);
const TODAY = '2025-09-01';
const format = formatFor('en');
const options = { format, locale: 'en', fetchedAt: FETCHED_AT };

/** The report of a campaign's answers; throws `invalidAnswer` where one of them cannot be read. */
export function reportOfBodies({ id, analytics, detail, totals, daily }: CampaignBodies): CampaignReport {
  const { value, oddValues } = decode(analytics, campaignAnalyticsSchema);
  return reportOf(value, {
    id,
    rateBase: 'delivered',
    oddValues,
    detail: decode(detail, campaignDetailSchema).value,
    totals: decode(totals, campaignAnalyticsSchema).value,
    daily: dailyRowsOf(decode(daily, dailySchema)).value,
  });
}

/** What a person reads in VS Code. */
export function* wordsOfCampaign(report: CampaignReport): Generator<Surface> {
  const state = aState({ id: report.campaign.id, name: report.campaign.name, report, fetchedAt: FETCHED_AT });
  yield* rowTexts('tree', campaignRow(state, format));
  const { text, tooltip, spoken } = statusBarLook(state, { format, now: FETCHED_AT });
  yield { name: 'status bar', kind: 'withIcons', text: text.replace(/^\$\([\w~-]+\) /, '') };
  yield* plain('status bar', [...tooltip, spoken]);
  yield* plain('panel title', [reportTitle(state, format)]);
  yield* plain('summary', [summaryText(report, format)]);
  yield* plain(
    'note',
    report.notes.map((note) => noteSentence(note, format)),
  );
  for (const testable of testablesOf(report, TODAY).slice(0, 3)) {
    yield* plain('planner', [testableTitle(testable, format), testableDetail(testable, format)]);
    for (const { title, lines } of plannerGroups(report, testable, { typed: '', today: TODAY, format })) {
      yield* plain('planner', [title, ...lines.flatMap(({ label, description = '' }) => [label, description])]);
      for (const { plan = '' } of lines) yield { name: 'plan', kind: 'markdown', text: plan };
    }
  }
  const compared = comparisonOf([report, { ...report, period: { from: TODAY } }], 'delivered', null);
  yield* plain('comparison', [
    comparisonSentence(compared, format),
    ...compared.subjects.map((subject) => subjectName(subject, compared, format)),
  ]);
  for (const alert of alertsTo(report)) {
    const text = withoutLinks(alertSentence(alert, report.campaign.name, format));
    yield { name: 'notification', kind: 'withLinks', text };
  }
  yield* plain(
    'change',
    changesIn(report).map((change) => changeText(change, format)),
  );
  yield* newTestFiles(report);
  const view = reportView(state, { locale: 'en', strings: null });
  yield { name: 'message to the page', kind: 'page', text: JSON.stringify({ type: 'show', view }) };
}

/** All that could be told of the campaign some day. */
function alertsTo(report: CampaignReport): Alert[] {
  return [
    ...report.health.signals.map((signal) => ({ kind: 'health' as const, signal })),
    ...placesOf(report).map((place) => ({ kind: 'winner' as const, place })),
    ...(['completed', 'paused'] as const).map((status) => ({ kind: 'finished' as const, status })),
    { kind: 'firstReply' },
    ...[1, 9].map((workingDays) => ({ kind: 'noMail' as const, workingDays })),
  ];
}

/** All that could have become different. */
function changesIn(report: CampaignReport): Change[] {
  const { status } = report.campaign;
  return [
    ...report.health.signals.map((signal) => ({ kind: 'health' as const, signal, before: signal.level })),
    ...placesOf(report).flatMap((place) => {
      const { test } = place.step;
      return test ? [null, test].map((before) => ({ kind: 'verdict' as const, place, test, before })) : [];
    }),
    { kind: 'status', status, before: status },
    { kind: 'count', name: 'replied', count: 3, before: 2 },
  ];
}

/** What is kept of a campaign's answers, and goes to others. */
export function* filesOfHistory({ id, analytics }: Pick<CampaignBodies, 'id' | 'analytics'>): Generator<Surface> {
  const { value } = decode(analytics, campaignAnalyticsSchema);
  const answers = [FETCHED_AT, FETCHED_AT + 1].map((fetchedAt) => ({ fetchedAt, period: {}, analytics: value }));
  yield { name: 'history.csv', kind: 'csv', text: historyCsv(id, answers, 'delivered', format) };
  for (const text of historyLines(id, answers).trimEnd().split('\n')) {
    yield { name: 'history.jsonl', kind: 'json', text };
  }
}

/** Every chart that a report may have. */
function chartsOf({ steps, subsequences }: CampaignReport): ChartRef[] {
  const sequences = [
    { subsequence: null, steps },
    ...subsequences.map(({ steps }, index) => ({ subsequence: index, steps })),
  ];
  return CHART_NAMES.flatMap((chart) =>
    sequences.flatMap(({ subsequence, steps }) =>
      chart === 'verdict'
        ? steps.map((_, step) => chartRef(chart, { subsequence, step }))
        : [chartRef(chart, { subsequence })],
    ),
  );
}

/** What goes to others. */
export function* filesOfCampaign(report: CampaignReport): Generator<Surface> {
  yield { name: 'file name', kind: 'fileName', text: `${fileName(report, options)}.md` };
  yield { name: 'steps.csv', kind: 'csv', text: stepsCsv(report, options) };
  yield { name: 'steps.definitions.csv', kind: 'csv', text: definitionsCsv(report, 'steps', options) };
  if (report.trend) yield { name: 'days.csv', kind: 'csv', text: daysCsv(report, report.trend, options) };
  yield { name: 'report.md', kind: 'markdown', text: reportMarkdown(report, options) };
  const exported = reportToExport(aState({ report, name: report.campaign.name, fetchedAt: FETCHED_AT }), format, 'en');
  if ('refusal' in exported) yield { name: 'refusal', kind: 'withLinks', text: exported.refusal };
  else yield { name: 'report as text', kind: 'markdown', text: markdownToCopy(exported) };
  yield { name: 'report.html', kind: 'html', text: reportHtml(report, options, STYLES) };
  yield { name: 'report.json', kind: 'json', text: reportJson(report, options) };
  for (const ref of chartsOf(report)) {
    const picture = chartPicture(report, ref, options);
    if (!picture) continue;
    yield { name: `${ref.chart}.svg`, kind: 'svg', text: picture.svg };
    yield {
      name: `file name of ${ref.chart}`,
      kind: 'fileName',
      text: `${chartFileName(report, picture.title, options)}.svg`,
    };
  }
  const read = { report, fetchedAt: FETCHED_AT };
  yield json('tool: analytics', campaignResult(read, format));
  yield json('tool: variants', variantsResult(read, undefined, format));
}

/** What is made of the answers about a workspace. */
export function* surfacesOfWorkspace(bodies: WorkspaceBodies): Generator<Surface> {
  const { value: page } = campaignPageOf(decodeList(bodies.campaigns, campaignsSchema), null);
  const overview = decode(bodies.overview, overviewSchema).value;
  const mailboxes = decodeList(bodies.mailboxes, mailboxesSchema).value;
  const [workspace] = decode(bodies.workspaces, workspacesSchema).value;
  const there = <Value>(value: Value) => ({ value, loading: false, problem: null });
  const lists = there(campaignsOf(page, 'delivered'));
  const state = {
    workspace: workspace ? { id: workspace.id ?? '', name: workspace.name } : null,
    problem: null,
    totals: there(totalsOf(overview, 'delivered')),
    mailboxes: there(mailboxesOf({ mailboxes, complete: true }, 'delivered', DEFAULT_HEALTH_RULES)),
    lists: forEachList(() => lists),
    hasOthers: true,
  };
  yield* plain('workspace name', [workspaceName(state) ?? '']);
  for (const row of workspaceRows(state, format)) yield* workspaceTexts(row);
  const found = page.campaigns.map((summary) => foundCampaign(summary, 'delivered'));
  yield json('tool: campaigns', campaignListResult({ campaigns: found, more: page.next !== null }, format));
}

function* workspaceTexts({ children, ...row }: WorkspaceRow): Generator<Surface> {
  yield* look('workspace', row);
  for (const child of children?.() ?? []) yield* workspaceTexts(child);
}

function* rowTexts(name: string, { children, ...row }: TreeRow): Generator<Surface> {
  yield* look(name, row);
  for (const child of children) yield* rowTexts(name, child);
}

function* look(name: string, row: RowLook): Generator<Surface> {
  yield* plain(name, [row.label, row.description ?? '', spokenLabel(row), ...row.tooltip]);
}

function* plain(name: string, texts: readonly string[]): Generator<Surface> {
  for (const text of texts) yield { name, kind: 'plain', text };
}

function json(name: string, value: unknown): Surface {
  return { name, kind: 'json', text: JSON.stringify(value) };
}

/** Every rate of a report, wherever it stands. */
export function ratesIn(value: unknown): Rate[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'numerator' in value && 'denominator' in value && 'interval' in value ? [value as Rate] : [];
  return [...own, ...Object.values(value).flatMap(ratesIn)];
}
