/** What a person reads of something that went wrong. */
export interface Told {
  /** Two or three words, where the place has room for them. */
  readonly title: string | null;
  readonly message: string;
  /** The command behind a click on it. */
  readonly click: string | null;
}

/** What came of something that went wrong, as plain data: it is told by the extension host and read by the tests. */
export interface Seen {
  /** Nothing where all is well, or the person did it. */
  readonly told: Told | null;
  /** Whether the figures that were there before are still there, all of them, with their own time. */
  readonly kept: boolean;
  /** Whether newer ones took their place instead. */
  readonly renewed: boolean;
  /** Whether the next try went well, once nothing was wrong any more. */
  readonly healed: boolean;
  /** All that the user, a model or the log was given. */
  readonly texts: readonly string[];
}

/** What the tests tell the extension host. */
export interface Given {
  readonly url: string;
  readonly key: string;
  readonly platformKey: string;
  readonly seed: string;
  readonly variants: string;
  readonly longRunning: string;
}
