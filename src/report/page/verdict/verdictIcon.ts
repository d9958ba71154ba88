import type { ABTest, VerdictWord } from '../../../analytics/abTest';
import type { IconName } from '../icon';

const ICONS: Readonly<Record<VerdictWord, IconName>> = {
  clearWinner: 'pass',
  leaning: 'arrow-circle-up',
  tooCloseToCall: 'arrow-swap',
  notEnoughData: 'clockface',
};

/** Beside the verdict's word: another shape for each, so that its colour is not the only sign. */
export function verdictIcon({ word }: Pick<ABTest, 'word'>): IconName {
  return word === null ? 'question' : ICONS[word];
}
