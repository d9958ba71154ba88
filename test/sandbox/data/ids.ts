/** The campaigns that tests know by name. */
export const CAMPAIGN_IDS = {
  /** The documented example. */
  seed: '665a1b2c3d4e5f6a7b8c9d0e',
  /** Three e-mails, each with its own kind of variants. */
  variants: '665a1b2c3d4e5f6a7b8c9d10',
  /** Names and keys that try to be more than text. */
  hostile: '665a1b2c3d4e5f6a7b8c9d11',
  /** Nothing sent yet. */
  draft: '665a1b2c3d4e5f6a7b8c9d12',
  /** The newest form of the answer; its steps leave out what subsequences sent. */
  subsequences: '665a1b2c3d4e5f6a7b8c9d13',
  /** Belongs to the second workspace. */
  foreign: '665a1b2c3d4e5f6a7b8c9d14',
  /** Variants in the main sequence and in a subsequence, whose steps come in both documented forms. */
  subsequencesAndVariants: '665a1b2c3d4e5f6a7b8c9d15',
  /** Mail on each of the last 400 days, and on those to come. */
  longRunning: '665a1b2c3d4e5f6a7b8c9d16',
  /** Neither opens nor clicks are tracked; its steps have neither name nor order. */
  untracked: '665a1b2c3d4e5f6a7b8c9d17',
} as const;

/** The nth campaign that only numbers tell apart; the workspace counts from 1. */
export function numberedId(workspace: number, number: number): string {
  return `665a1b2c3d4e5f6a7b${hex(workspace, 2)}${hex(number, 4)}`;
}

function hex(number: number, length: number): string {
  return number.toString(16).padStart(length, '0');
}
