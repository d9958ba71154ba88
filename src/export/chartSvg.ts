import type { CampaignReport } from '../analytics/report';
import { daysText } from '../analytics/words';
import type { ExportOptions } from './exportOptions';
import { campaignTitle } from './exportWords';
import { html, Markup } from './html/markup';
import { drawBarChart, type BarChart } from './svg/barChart';
import { LIGHT } from './svg/chartColors';
import { chartStyles } from './svg/chartStyles';
import { pictureFrame } from './svg/frame';
import { funnelChart } from './svg/funnelChart';
import { leadStatusChart } from './svg/leadStatusChart';
import { ratesChart } from './svg/ratesChart';
import { shorten } from './svg/shorten';
import { stepsChart } from './svg/stepsCharts';
import type { DrawnChart } from './svg/svgElement';
import { countsChart, ratesTrendChart } from './svg/trendCharts';
import { drawTrendChart, type TrendChart } from './svg/trendChart';
import { stepRates, type StepRate } from './tables/stepsTable';
import { knownRates } from './tables/trendTable';

/** The charts of a report, one by one. */
export const CHART_NAMES = [
  'funnel',
  'rates',
  'trendCounts',
  'trendRates',
  'stepsOpened',
  'stepsClicked',
  'stepsReplied',
  'stepsBounced',
  'leadStatus',
] as const;
export type ChartName = (typeof CHART_NAMES)[number];

const WIDTH = 720;
const MARGIN = 24;
const TOP = 78;
/** Characters of the campaign's name that have room beside the period. */
const MOST_NAME = 60;
const FRAME = pictureFrame(WIDTH - 2 * MARGIN);

interface NamedChart {
  readonly title: string;
  readonly drawn: DrawnChart;
}

/** One chart as an SVG file in light colours, with campaign and period above it; `undefined` where the report has nothing to draw. */
export function chartSvg(report: CampaignReport, which: ChartName, options: ExportOptions): string | undefined {
  const chart = chartOf(report, which, options);
  if (!chart) return undefined;
  const { title, drawn } = chart;
  const height = TOP + drawn.height + MARGIN;
  const campaign = shorten(campaignTitle(report.campaign, options), MOST_NAME);
  const period = daysText(report.period, options.format);
  const picture = html`<svg
    xmlns="http://www.w3.org/2000/svg"
    width="${WIDTH}"
    height="${height}"
    viewBox="0 0 ${WIDTH} ${height}"
  >
    <style>
      ${new Markup(chartStyles((name) => LIGHT[name]))}
    </style>
    <rect width="${WIDTH}" height="${height}" fill="${LIGHT.paper}" />
    <g class="chart">
      <text x="${MARGIN}" y="34" font-size="17" font-weight="600">${title}</text>
      <text class="quiet" x="${MARGIN}" y="54">${campaign} · ${period}</text>
    </g>
    <g transform="translate(${MARGIN} ${TOP})">${drawn.svg}</g>
  </svg>`;
  return `${picture.text.trim()}\n`;
}

/** The charts that a report has something for. */
export function chartNames(report: CampaignReport, options: ExportOptions): ChartName[] {
  return CHART_NAMES.filter((which) => chartOf(report, which, options) !== undefined);
}

function chartOf(report: CampaignReport, which: ChartName, { format }: ExportOptions): NamedChart | undefined {
  const { figures, trend, leadStatus } = report;
  switch (which) {
    case 'funnel':
      return figures.sent.count ? bars(funnelChart(report, format)) : undefined;
    case 'rates':
      return figures.sent.count ? bars(ratesChart(report, format)) : undefined;
    case 'trendCounts':
      return trend && trend.days.length > 0 ? lines(countsChart(trend, figures, format)) : undefined;
    case 'trendRates':
      return trend && knownRates(trend, figures).length > 0
        ? lines(ratesTrendChart(trend, figures, format))
        : undefined;
    case 'stepsOpened':
      return steps(report, 'opened', format);
    case 'stepsClicked':
      return steps(report, 'clicked', format);
    case 'stepsReplied':
      return steps(report, 'replied', format);
    case 'stepsBounced':
      return steps(report, 'bounced', format);
    case 'leadStatus':
      return leadStatus.total ? bars(leadStatusChart(leadStatus, format)) : undefined;
  }
}

function steps(
  { steps: all }: CampaignReport,
  rate: StepRate,
  format: ExportOptions['format'],
): NamedChart | undefined {
  const isKnown = stepRates(all).includes(rate) && all.some(({ figures }) => figures[rate].tracked);
  return isKnown && all.length > 0 ? bars(stepsChart(all, rate, format)) : undefined;
}

function bars(chart: BarChart): NamedChart {
  return { title: chart.title, drawn: drawBarChart(chart, FRAME) };
}

function lines(chart: TrendChart): NamedChart {
  return { title: chart.title, drawn: drawTrendChart(chart, FRAME) };
}
