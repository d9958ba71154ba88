import { CHART_NAMES, chartRef, type ChartRef } from '../../../src/analytics/chartRef';
import { chartPicture } from '../../../src/export/chartSvg';
import { daysCsv } from '../../../src/export/daysCsv';
import { definitionsCsv } from '../../../src/export/definitionsCsv';
import { reportHtml } from '../../../src/export/htmlReport';
import { reportJson } from '../../../src/export/jsonReport';
import { reportMarkdown } from '../../../src/export/markdownReport';
import { stepsCsv } from '../../../src/export/stepsCsv';
import type { CampaignReport } from '../../../src/analytics/report';
import { STYLES, type ExportCase } from './sandboxReports';

type Exported = Pick<ExportCase, 'report' | 'options'>;

/** The export files of a report by their endings. */
export function allFormats({ report, options }: Exported): Map<string, string> {
  return new Map([
    ['html', reportHtml(report, options, STYLES)],
    ['md', reportMarkdown(report, options)],
    ['json', reportJson(report, options)],
    ['steps.csv', stepsCsv(report, options)],
    ['steps.definitions.csv', definitionsCsv(report, 'steps', options)],
    ...(report.trend
      ? ([
          ['days.csv', daysCsv(report, report.trend, options)],
          ['days.definitions.csv', definitionsCsv(report, 'days', options)],
        ] as const)
      : []),
  ]);
}

/** Each chart as a picture, by its name. */
export function allCharts({ report, options }: Exported): Map<string, string> {
  const known = CHART_NAMES.filter(
    (name) => name !== 'replied' || report.steps.some(({ figures }) => figures.replied.count),
  );
  const refs = known.map((name) => chartRef(name, name === 'verdict' ? { step: testedStep(report) } : {}));
  return new Map(refs.flatMap((ref) => pictureOf({ report, options }, ref)));
}

function pictureOf({ report, options }: Exported, ref: ChartRef): [string, string][] {
  const picture = chartPicture(report, ref, options);
  return picture ? [[ref.chart, picture.svg]] : [];
}

function testedStep({ steps }: CampaignReport): number {
  return steps.findIndex(({ test }) => test !== null);
}
