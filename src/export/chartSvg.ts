import type { ChartRef } from '../analytics/chartRef';
import type { CampaignReport } from '../analytics/report';
import { daysText, stepTitle, subsequenceName } from '../analytics/words';
import type { ExportOptions } from './exportOptions';
import { campaignTitle } from './exportWords';
import { html, Markup } from './html/markup';
import { drawBarChart, type BarChart } from './svg/barChart';
import { LIGHT, type ChartColors } from './svg/chartColors';
import { chartStyles } from './svg/chartStyles';
import { pictureFrame } from './svg/frame';
import { funnelChart } from './svg/funnelChart';
import { leadStatusChart } from './svg/leadStatusChart';
import { shorten } from './svg/shorten';
import { stepsChart } from './svg/stepsCharts';
import { countsChart, ratesTrendChart } from './svg/trendCharts';
import { drawTrendChart, type TrendChart } from './svg/trendChart';
import { variantsChart } from './svg/variantsChart';

/** A chart by itself. */
export interface ChartPicture {
  readonly title: string;
  /** A whole file. */
  readonly svg: string;
}

const WIDTH = 720;
const MARGIN = 24;
const TOP = 78;
/** Characters that have room: of the title, and of a name beside the period. */
const MOST_TITLE = 70;
const MOST_NAME = 60;
const FRAME = pictureFrame(WIDTH - 2 * MARGIN);

/** One chart as an SVG file, with campaign and period above it; `undefined` where the report has no such thing. */
export function chartPicture(
  report: CampaignReport,
  ref: ChartRef,
  options: ExportOptions,
  colors: ChartColors = LIGHT,
): ChartPicture | undefined {
  const chart = chartOf(report, ref, options);
  if (!chart) return undefined;
  const { title } = chart;
  const drawn = 'rows' in chart ? drawBarChart(chart, FRAME) : drawTrendChart(chart, FRAME);
  const height = TOP + drawn.height + MARGIN;
  const subsequence = ref.subsequence === null ? undefined : report.subsequences[ref.subsequence];
  const names = [campaignTitle(report.campaign, options), ...(subsequence ? [subsequenceName(subsequence)] : [])];
  const of = [...names.map((name) => shorten(name, MOST_NAME / names.length)), daysText(report.period, options.format)];
  const picture = html`<svg
    xmlns="http://www.w3.org/2000/svg"
    width="${WIDTH}"
    height="${height}"
    viewBox="0 0 ${WIDTH} ${height}"
  >
    <style>
      ${new Markup(chartStyles((name) => colors[name]))}
    </style>
    <rect width="${WIDTH}" height="${height}" fill="${colors.paper}" />
    <g class="chart">
      <text x="${MARGIN}" y="34" font-size="17" font-weight="600">${shorten(title, MOST_TITLE)}</text>
      <text class="quiet" x="${MARGIN}" y="54">${of.join(' · ')}</text>
    </g>
    <g transform="translate(${MARGIN} ${TOP})">${drawn.svg}</g>
  </svg>`;
  return { title, svg: `${picture.text.trim()}\n` };
}

function chartOf(
  report: CampaignReport,
  { chart, subsequence, step }: ChartRef,
  { format }: ExportOptions,
): BarChart | TrendChart | null | undefined {
  const { figures, trend, leadStatus } = report;
  const steps = (subsequence === null ? report : report.subsequences[subsequence])?.steps ?? [];
  switch (chart) {
    case 'funnel':
      return funnelChart(report, format);
    case 'trendCounts':
      return trend && countsChart(trend, figures, format);
    case 'trendRates':
      return trend && ratesTrendChart(trend, figures, format);
    case 'verdict': {
      const tested = steps[step ?? -1];
      const metric = tested?.test?.metric;
      return metric ? variantsChart('verdict', stepTitle(tested), tested.test, metric, format) : undefined;
    }
    case 'leadStatus':
      return leadStatusChart(leadStatus, format);
    default:
      return steps.length > 0 ? stepsChart(steps, chart, format) : undefined;
  }
}
