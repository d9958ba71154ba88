import * as l10n from '@vscode/l10n';
import type { Place } from './readJson';

export type Severity = 'error' | 'warning' | 'information';

/** Something in a test file that cannot be right. */
export interface Flaw {
  readonly place: Place;
  readonly severity: Severity;
  /** `undefined` where it is the JSON schema that says what is wrong: then only the right choices are here. */
  readonly message: string | undefined;
  /** What could stand there instead, the likeliest first. */
  readonly choices: readonly Choice[];
}

export interface Choice {
  readonly title: string;
  /** JSON. */
  readonly text: string;
}

/** A flaw at a place, or none where there is no such place. */
export function flawAt(
  place: Place | undefined,
  message: string | undefined,
  choices: readonly Choice[],
  severity: Severity = 'error',
): Flaw[] {
  return place ? [{ place, message, choices, severity }] : [];
}

export function choiceOf(name: string, value: unknown): Choice {
  return { title: l10n.t('Change to {0}', name), text: JSON.stringify(value) };
}
