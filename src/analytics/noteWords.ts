// A sentence for each note on the data.
import * as l10n from '@vscode/l10n';
import type { Count } from '../sendkit/schemas';
import type { DataNote, InSubsequence, MissingPart, NotePlace } from './dataNotes';
import type { Format } from './format';
import { obstacleSentence, unevenSendsSentence } from './testWords';
import { figureLabel, stepName, subsequenceName } from './words';

/** One sentence for a note on the data. */
export function noteSentence(note: DataNote, format: Format): string {
  const n = format.count;
  switch (note.kind) {
    case 'deliveredContradictsBounced':
      return l10n.t(
        'SendKit reports {0} delivered and {1} bounced of {2} sent, which cannot all be true. {3}',
        n(note.delivered),
        n(note.bounced),
        n(note.sent),
        deliveredShownAs(note.shown),
      );
    case 'deliveredMissing':
      return l10n.t('The answer does not say how many mails were delivered. {0}', deliveredShownAs(note.shown));
    case 'stepsDoNotAddUp':
      return l10n.t(
        '{0}: the steps add up to {1}, the campaign’s total is {2}. That is normal when the campaign has subsequences.',
        figureLabel(note.figure),
        n(note.steps),
        n(note.total),
      );
    case 'totalRepliedDiffers':
      return l10n.t(
        'Total replied ({0}) differs from the replies in the campaign’s totals ({1}).',
        n(note.totalReplied),
        n(note.replied),
      );
    case 'openedAboveDelivered':
      return l10n.t(
        '{0}: more opened ({1}) than delivered ({2}).',
        place(note.step),
        n(note.opened),
        n(note.delivered),
      );
    case 'clickedAboveOpened':
      return l10n.t('{0}: more clicked ({1}) than opened ({2}).', place(note.step), n(note.clicked), n(note.opened));
    case 'bouncedAboveSent':
      return l10n.t('{0}: more bounced ({1}) than sent ({2}).', place(note.step), n(note.bounced), n(note.sent));
    case 'partMissing':
      return partMissing(note);
    case 'variantsNotCompared':
      return l10n.t('{0}: {1}', placeIn(note), obstacleSentence(note.why));
    case 'unevenSends':
      return l10n.t('{0}: {1}', placeIn(note), unevenSendsSentence(note.p, format));
    case 'stepWithoutNumber':
      return l10n.t(
        'Some rows do not say which step they belong to. They are shown as “{0}”.',
        stepName({ rank: null }),
      );
    case 'repeatedRows':
      return l10n.t('Step {0} of the sequence has several rows for the same variant. They are added up.', n(note.step));
    case 'oddValue':
      return note.value.treatment === 'converted'
        ? l10n.t('Numbers came as text at “{0}” ({1}×) and were read as numbers.', note.value.path, n(note.value.times))
        : l10n.t('Values of the wrong type at “{0}” ({1}×) were ignored.', note.value.path, n(note.value.times));
  }
}

function deliveredShownAs(shown: Count): string {
  return shown === null
    ? l10n.t('It cannot be worked out from the rest.')
    : l10n.t('Delivered is shown as sent minus bounced.');
}

function partMissing({ part, reason }: MissingPart): string {
  switch (part) {
    case 'detail':
      return l10n.t('The names of the steps could not be loaded. {0}', reason);
    case 'totals':
      return l10n.t('Positive replies could not be loaded. {0}', reason);
    case 'daily':
      return l10n.t('The daily figures could not be loaded. {0}', reason);
  }
}

function place(step: NotePlace): string {
  return step === null ? l10n.t('Whole campaign') : stepName({ rank: step === 'unnumbered' ? null : step });
}

function placeIn({ step, subsequence }: { readonly step: NotePlace } & InSubsequence): string {
  return subsequence ? l10n.t('{0}, {1}', subsequenceName(subsequence), place(step)) : place(step);
}
