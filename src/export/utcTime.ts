import * as l10n from '@vscode/l10n';
import type { Format } from '../analytics/format';

/** `2025-07-01T09:30:00.000Z`, or `null`. */
export function isoTime(epochMilliseconds: number | null): string | null {
  return epochMilliseconds === null ? null : new Date(epochMilliseconds).toISOString();
}

/** `Jul 1, 2025, 09:30 UTC`: a moment that reads the same wherever the file is opened. */
export function utcTime(epochMilliseconds: number, format: Format): string {
  const iso = new Date(epochMilliseconds).toISOString();
  return l10n.t('{0}, {1} UTC', format.day(iso.slice(0, 10)), iso.slice(11, 16));
}
