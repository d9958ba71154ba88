// What is worth to be told of, once: pure rules from a report.
import type { Health } from './health';
import { addDays, daysBetween } from './period';
import type { CampaignReport } from './report';
import { keyOf as placeKey } from './changes';
import { placesOf, type TestPlace } from './summary';

/** The kinds in the order of the setting `sendkit.alerts.about`. */
export const ALERT_KINDS = ['health', 'winner', 'finished', 'firstReply', 'noMail'] as const;
export type AlertKind = (typeof ALERT_KINDS)[number];

export type Alert =
  | { readonly kind: 'health'; readonly signal: Health['signals'][number] }
  | { readonly kind: 'winner'; readonly place: TestPlace }
  | { readonly kind: 'finished'; readonly status: 'completed' | 'paused' }
  | { readonly kind: 'firstReply' }
  | { readonly kind: 'noMail'; readonly workingDays: number };

export interface Standstill {
  /** Working days without a mail, whole ones. */
  readonly workingDays: number;
  /** So many are too many. */
  readonly most: number;
}

/** All that could be told of a campaign as it is. */
export function alertsOf(report: CampaignReport, { workingDays, most }: Standstill): Alert[] {
  const { health, figures, campaign, period } = report;
  const { status } = campaign;
  // Of a part of the time, mails and replies come and go with its bounds.
  const ofAllTime = (period.from ?? period.to) === undefined;
  return [
    ...health.signals.flatMap((signal): Alert[] => (signal.level === 'critical' ? [{ kind: 'health', signal }] : [])),
    ...placesOf(report).flatMap((place): Alert[] =>
      place.step.test?.word === 'clearWinner' ? [{ kind: 'winner', place }] : [],
    ),
    ...(status === 'completed' || status === 'paused' ? [{ kind: 'finished', status } as const] : []),
    ...(ofAllTime && (figures.replied.count ?? 0) > 0 ? [{ kind: 'firstReply' } as const] : []),
    ...(ofAllTime && status === 'active' && workingDays >= most ? [{ kind: 'noMail', workingDays } as const] : []),
  ];
}

/** The same for the same thing, whatever its figures. A standstill is another one once something has been sent. */
export function alertKey(alert: Alert, report: CampaignReport): string {
  switch (alert.kind) {
    case 'health':
      return `health ${alert.signal.signal}`;
    case 'winner':
      return `winner ${placeKey(alert.place)} ${JSON.stringify(alert.place.step.test?.leader)}`;
    case 'finished':
      return `finished ${alert.status}`;
    case 'firstReply':
      return 'firstReply';
    case 'noMail':
      return `noMail ${report.figures.sent.count ?? 0}`;
  }
}

/** Whole days from Monday to Friday between two days, neither counted. */
export function workingDaysBetween(from: string, to: string): number {
  const days = Array.from({ length: Math.max(daysBetween(from, to) - 1, 0) }, (_, index) => addDays(from, index + 1));
  return days.filter((day) => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())).length;
}
