import { chartNames, chartSvg } from '../../../src/export/chartSvg';
import { daysCsv } from '../../../src/export/daysCsv';
import { definitionsCsv } from '../../../src/export/definitionsCsv';
import { reportHtml } from '../../../src/export/htmlReport';
import { reportJson } from '../../../src/export/jsonReport';
import { reportMarkdown } from '../../../src/export/markdownReport';
import { stepsCsv } from '../../../src/export/stepsCsv';
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
  return new Map(chartNames(report, options).map((name) => [name, chartSvg(report, name, options) ?? '']));
}
