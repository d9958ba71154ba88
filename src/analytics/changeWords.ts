// What is said of changes.
import * as l10n from '@vscode/l10n';
import type { Change } from './changes';
import type { Format } from './format';
import { alarmText, healthLevel } from './healthWords';
import { isAlarming } from './health';
import { placeTitle } from './summaryWords';
import { verdictLabel } from './testWords';
import { campaignStatus, figureLabel, rateLabel } from './words';

/** `Replied: 3 more, 15 now`, `Email 2: Clear winner: B (before: Leaning B · interim)`. */
export function changeText(change: Change, format: Format): string {
  switch (change.kind) {
    case 'health':
      return l10n.t('{0} (before: {1})', healthNow(change), healthLevel(change.before));
    case 'verdict': {
      const now = l10n.t('{0}: {1}', placeTitle(change.place), verdictLabel(change.test));
      return change.before === null ? now : l10n.t('{0} (before: {1})', now, verdictLabel(change.before));
    }
    case 'status':
      return l10n.t(
        '{0} (before: {1})',
        l10n.t('Status: {0}', campaignStatus(change.status)),
        campaignStatus(change.before),
      );
    case 'count': {
      const { name, count, before } = change;
      const facts = [figureLabel(name), format.count(Math.abs(count - before)), format.count(count)];
      return count > before ? l10n.t('{0}: {1} more, {2} now', ...facts) : l10n.t('{0}: {1} fewer, {2} now', ...facts);
    }
  }
}

/** The one thing to know, for a row that has little room: `3 more replies`. */
export function weightiestChange(changes: readonly Change[], format: Format): string | undefined {
  const [first] = changes;
  if (first?.kind === 'health') return healthNow(first);
  if (first?.kind === 'verdict') return verdictLabel(first.test);
  const more = (name: string): number | undefined =>
    changes.flatMap((change) =>
      change.kind === 'count' && change.name === name ? [change.count - change.before] : [],
    )[0];
  const [replied = 0, sent = 0] = [more('replied'), more('sent')];
  if (replied === 1) return l10n.t('1 more reply');
  if (replied > 1) return l10n.t('{0} more replies', format.count(replied));
  return sent > 0 ? l10n.t('{0} more sent', format.count(sent)) : undefined;
}

function healthNow({ signal }: Extract<Change, { kind: 'health' }>): string {
  return isAlarming(signal.level)
    ? alarmText(signal)
    : l10n.t('{0}: {1}', rateLabel(signal.signal), healthLevel(signal.level));
}
