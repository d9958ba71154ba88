import assert from 'node:assert/strict';
import { Ajv, type AnySchemaObject } from 'ajv';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { reportDocument } from '../../../src/export/reportDocument';
import { reportJson } from '../../../src/export/jsonReport';
import { answerData } from '../analytics/arbitraryAnswer';
import { AnswerBuilder, anAnswer } from '../builders';
import { OPTIONS, sandboxReports, type ExportCase } from './sandboxReports';

const schemaFile = join(import.meta.dirname, '../../../media/report.schema.json');
const schema = JSON.parse(readFileSync(schemaFile, 'utf8')) as AnySchemaObject;

/** The schema, but with no field that it does not name: so none is written that is not documented. */
function strict(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(strict);
  if (typeof part !== 'object' || part === null) return part;
  const entries = Object.entries(part).map(([key, value]) => [key, strict(value)] as const);
  const isClosed = 'properties' in part && 'type' in part && !('positiveReplied' in (part.properties as object));
  return { ...Object.fromEntries(entries), ...(isClosed ? { additionalProperties: false } : {}) };
}

/** The campaign's totals have a figure more than a step's. */
function withPositiveReplied(whole: AnySchemaObject): AnySchemaObject {
  const copy = structuredClone(whole) as { definitions: { figures: { properties: Record<string, unknown> } } };
  copy.definitions.figures.properties['positiveReplied'] = { $ref: '#/definitions/figure' };
  return copy;
}

const ajv = new Ajv({ strict: false, allErrors: true });
const isReport = ajv.compile(strict(withPositiveReplied(schema)) as AnySchemaObject);

function assertReport(document: unknown, name = ''): void {
  assert.ok(isReport(document), `${name} ${ajv.errorsText(isReport.errors)}`);
}

describe('A report as JSON', () => {
  let cases: ExportCase[];
  before(async () => {
    cases = await sandboxReports();
  });

  it('is what its schema says, and nothing more', () => {
    for (const { name, report, options } of cases) assertReport(JSON.parse(reportJson(report, options)), name);
  });

  it('is what its schema says, whatever SendKit answers', () => {
    fc.assert(
      fc.property(answerData, (data) => {
        const document = reportDocument(new AnswerBuilder(data).report(), OPTIONS);
        assertReport(document);
        // Neither `undefined`, nor NaN, nor infinity, none of which JSON can hold.
        assert.deepEqual(JSON.parse(JSON.stringify(document)), document);
      }),
      { numRuns: 200 },
    );
  });

  it('says its kind and version first, and always in the same order', () => {
    for (const { report, options } of cases) {
      assert.match(reportJson(report, options), /^\{\n {2}"kind": "sendkit-analytics\/report",\n {2}"version": 1,\n/);
      const { statuses, ...rest } = { statuses: report.leadStatus, ...report };
      const shuffled = { leadStatus: statuses, ...Object.fromEntries(Object.entries(rest).reverse()) };
      assert.equal(reportJson(shuffled as unknown as typeof report, options), reportJson(report, options));
    }
  });

  it('keeps statuses with the names of an object’s own parts', () => {
    const report = anAnswer().statuses(['__proto__', 4], ['constructor', 3]).report();
    const { leadStatus } = JSON.parse(reportJson(report, OPTIONS)) as ReturnType<typeof reportDocument>;
    assert.deepEqual(
      leadStatus.rows.map(({ status, count }) => [status, count]),
      [
        ['__proto__', 4],
        ['constructor', 3],
      ],
    );
  });

  it('tells what is not tracked from what is unknown', () => {
    const untracked = cases.find(({ name }) => name === 'untracked');
    assert.ok(untracked);
    const { figures, clickToOpen } = reportDocument(untracked.report, untracked.options);
    assert.deepEqual([figures.opened.count, figures.opened.tracked, figures.opened.text], [null, false, 'not tracked']);
    assert.equal(clickToOpen.text, 'not tracked');
  });
});
