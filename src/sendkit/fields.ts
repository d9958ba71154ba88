// SendKit's pages exist in several versions, which write the same field under other names and in other forms.

/** The names under which a field may come, the best first. A field that is not here has one name. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  id: ['_id', 'id'],
  date: ['_id', 'date'],
  sent: ['sent', 'totalEmailsSent', 'totalSent'],
  opened: ['opened', 'totalOpened'],
  clicked: ['clicked', 'totalClicked'],
  bounced: ['bounced', 'totalBounced'],
  replied: ['replied', 'totalReplied'],
  positiveReplied: ['positiveReplied', 'totalPositiveReplied', 'positiveReplies', 'totalPositiveReplies'],
  totalPositiveReplied: ['totalPositiveReplied', 'positiveReplied', 'totalPositiveReplies', 'positiveReplies'],
  stepAnalytics: ['stepAnalytics', 'stepStats'],
};

/** Other forms in which a field may come, by its name here. Each gives back what is not of that form. */
const FORMS: Readonly<Record<string, (value: unknown) => unknown>> = {
  _id: (value) => (typeof value === 'number' ? { sequenceStep: value } : value),
  // SendKit's step numbers count from 0 over e-mails and waits alike, as the places in this list do.
  sequence: (value) => (Array.isArray(value) ? value.map(withOrder) : value),
  rates: (value) => (isObject(value) ? Object.fromEntries(Object.entries(value).map(fromPercent)) : value),
};

function withOrder(step: unknown, index: number): unknown {
  return isObject(step) && isNothing(step['order']) ? { ...step, order: index } : step;
}

const PERCENT = /^\s*\d+(\.\d+)?\s*%?\s*$/;

function fromPercent([name, value]: [string, unknown]): [string, unknown] {
  return [name, typeof value === 'string' && PERCENT.test(value) ? Number(`${Number.parseFloat(value)}e-2`) : value];
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === null;
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export interface Field {
  /** As SendKit calls it. */
  readonly name: string;
  readonly value: unknown;
}

/** A field of an answer's object, by its name here, in the form that the schemas read. */
export function fieldOf(source: Readonly<Record<string, unknown>>, name: string): Field {
  const names = NAMES[name] ?? [name];
  const found = names.find((other) => !isNothing(source[other])) ?? name;
  const form = FORMS[name];
  const value = source[found];
  return { name: found, value: form ? form(value) : value };
}
