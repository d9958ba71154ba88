import * as l10n from '@vscode/l10n';
import type { Alert } from './alerts';
import type { Format } from './format';
import { alarmText } from './healthWords';
import { placeTitle } from './summaryWords';
import { verdictLabel } from './testWords';
import { rateWithFraction } from './words';

/** What happened, as one sentence that names the campaign. */
export function alertSentence(alert: Alert, name: string, format: Format): string {
  switch (alert.kind) {
    case 'health': {
      const { signal } = alert;
      return l10n.t('“{0}”: {1}, {2}.', name, alarmText(signal), rateWithFraction(signal.rate, format));
    }
    case 'winner': {
      const { test } = alert.place.step;
      return l10n.t('“{0}”: {1}, {2}.', name, placeTitle(alert.place), test ? verdictLabel(test) : '');
    }
    case 'finished':
      return alert.status === 'completed' ? l10n.t('“{0}” is completed.', name) : l10n.t('“{0}” was paused.', name);
    case 'firstReply':
      return l10n.t('“{0}” has its first reply.', name);
    case 'noMail':
      return alert.workingDays === 1
        ? l10n.t('“{0}” is active, but has sent nothing for a working day.', name)
        : l10n.t('“{0}” is active, but has sent nothing for {1} working days.', name, format.count(alert.workingDays));
  }
}
