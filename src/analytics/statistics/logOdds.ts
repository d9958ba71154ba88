import type { Proportion } from './proportion';

/** The density of a rate over its log-odds, up to a factor: one smooth peak. */
export interface LogOddsDensity {
  /** Where the peak is. */
  readonly centre: number;
  /** About one standard deviation. */
  readonly width: number;
  /** 1 at the peak. */
  readonly at: (logOdds: number) => number;
}

/**
 * What is known of a rate after its trials, if before them every rate was as likely: Beta(1 + events, 1 + failures).
 * Over the log-odds even rates next to 0 or 1 have room.
 */
export function logOddsDensity({ events, trials }: Proportion): LogOddsDensity {
  const a = events + 1;
  const b = trials - events + 1;
  const centre = Math.log(a / b);
  const mean = a / (a + b);
  return {
    centre,
    width: Math.sqrt(1 / a + 1 / b),
    at: (logOdds) => {
      const off = logOdds - centre;
      return Math.exp(a * off - (a + b) * Math.log1p(mean * Math.expm1(off)));
    },
  };
}
