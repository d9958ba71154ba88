import { isDay } from '../analytics/period';
import { TEST_METRICS, type TestMetric } from '../analytics/testMetric';
import { oneLine } from '../export/oneLine';
import { readJson, type JsonNode } from './readJson';

/** Characters, and bytes on disk; a test takes a few hundred. */
export const MAX_TEST_FILE = 32_768;

/** A variant as a file names it; `null` and "Main" are the main copy. */
export type WrittenLabel = string | null;

/** What a test file says. What is absent or of the wrong type is `undefined`: that is the JSON schema's to report. */
export interface TestFile {
  readonly text: string;
  readonly root: JsonNode;
  readonly fields: ReadonlyMap<string, JsonNode>;
  /** Without its folders, on one line. */
  readonly name: string;
  readonly campaign: string | undefined;
  /** The number that people see: 2 is "Email 2". */
  readonly step: number | undefined;
  /** A subsequence's id; `null` for the main sequence. */
  readonly subsequence: string | null | undefined;
  readonly metric: TestMetric | undefined;
  /** Per variant, in mails of the rate's base. */
  readonly plannedSize: number | undefined;
  /** `YYYY-MM-DD`. */
  readonly stopDate: string | undefined;
  /** The decision's own fields; `undefined` until there is one. */
  readonly decision: ReadonlyMap<string, JsonNode> | undefined;
}

/** Reads a test file; `undefined` for what is no JSON object, or too long. */
export function readTestFile(text: string, path: string): TestFile | undefined {
  const root = text.length > MAX_TEST_FILE ? undefined : readJson(text);
  const fields = root?.members;
  if (!root || !fields) return undefined;
  const value = (name: string): unknown => fields.get(name)?.value;
  return {
    ...{ text, root, fields },
    name: oneLine(path.slice(path.lastIndexOf('/') + 1)),
    campaign: labelOf(value('campaign')) ?? undefined,
    step: wholeNumber(value('step')),
    subsequence: fields.has('subsequence') ? labelOf(value('subsequence')) : null,
    metric: TEST_METRICS.find((metric) => metric === value('metric')),
    plannedSize: wholeNumber(value('plannedSize')),
    stopDate: dayOf(value('stopDate')),
    decision: fields.get('decision')?.members,
  };
}

/** As SendKit's own texts are read: it is held against them, and said. */
export function labelOf(value: unknown): WrittenLabel | undefined {
  return typeof value === 'string' ? oneLine(value.slice(0, 500)) : value === null ? null : undefined;
}

export function dayOf(value: unknown): string | undefined {
  return typeof value === 'string' && isDay(value) ? value : undefined;
}

function wholeNumber(value: unknown): number | undefined {
  return Number.isSafeInteger(value) && Number(value) > 0 ? Number(value) : undefined;
}

const MAIN = 'Main';

/** The variant that a file names, among those of its step. */
export function variantNamed(written: WrittenLabel, labels: readonly WrittenLabel[]): WrittenLabel {
  return written === MAIN && !labels.includes(MAIN) ? null : written;
}

/** How a file names a variant: the main copy as "Main", where no other is called that. */
export function nameInFile(variant: WrittenLabel, labels: readonly WrittenLabel[]): WrittenLabel {
  return variant ?? (labels.includes(MAIN) ? null : MAIN);
}
