/** What a test has to reach before anything is said of it: the settings under `sendkit.abTest`. */
export interface ABTestRules {
  /** The smallest relative difference worth finding, as a factor: 1.5 plans for half as much again. */
  readonly minimumLift: number;
  /** Mails that every variant must have sent. */
  readonly minimumSent: number;
  /** Replies, clicks or opens over all variants together. */
  readonly minimumEvents: number;
}

export const DEFAULT_AB_TEST_RULES: ABTestRules = { minimumLift: 1.5, minimumSent: 100, minimumEvents: 10 };

export const HEALTH_SIGNALS = ['bounced', 'unsubscribed', 'delivered'] as const;
export type HealthSignal = (typeof HEALTH_SIGNALS)[number];

/** Fractions. For `delivered` it is worse to be below a line, for the others to be above it. */
export interface HealthLines {
  readonly warning: number;
  readonly critical: number;
}

/** The ladder of a campaign's health: the settings under `sendkit.health`. */
export interface HealthRules extends Readonly<Record<HealthSignal, HealthLines>> {
  /** Mails before a rate alone is worth a warning. */
  readonly minimumSent: number;
}

/** The common ladder of cold mail; Amazon SES reviews a sender at 5 % bounces and pauses it at 10 %. */
export const DEFAULT_HEALTH_RULES: HealthRules = {
  bounced: { warning: 0.02, critical: 0.05 },
  unsubscribed: { warning: 0.005, critical: 0.01 },
  delivered: { warning: 0.95, critical: 0.9 },
  minimumSent: 100,
};
