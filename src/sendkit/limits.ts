/** How long and how much: milliseconds, bytes and counts. */
export interface Limits {
  /** One attempt, from the request to the last byte of its answer. */
  readonly attemptMs: number;
  /** All attempts and the pauses between them, from the moment at which the first was sent. */
  readonly operationMs: number;
  /** An answer's body after decompression. */
  readonly answerBytes: number;
  readonly attempts: number;
  /** The first pause is at most this long, each further one at most twice the one before. */
  readonly firstPauseMs: number;
  /** Requests under way at once. */
  readonly inFlight: number;
  /** How long an origin is left alone that asks for a pause without saying how long; twice as long each further time. */
  readonly restMs: number;
  readonly longestRestMs: number;
}

export const LIMITS: Limits = {
  attemptMs: 15_000,
  operationMs: 60_000,
  answerBytes: 8 * 1024 * 1024,
  attempts: 3,
  firstPauseMs: 1_000,
  inFlight: 3,
  restMs: 30_000,
  longestRestMs: 15 * 60_000,
};
