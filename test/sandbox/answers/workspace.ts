// What is told of a workspace as a whole, and day by day.
import { dateOf, type Day } from '../data/days';
import { daysIn, NOTHING, plus, type Figures, type Sequence, type Span } from '../data/story';
import { allOf, spanOf, totalIn, type Told } from './told';

/** `GET /v1/analytics/overview` */
export function overview(all: readonly Told[]): object {
  const total = (sequencesOf: (told: Told) => readonly Sequence[]): Figures =>
    all.map((told) => totalIn(told, spanOf({}, told), sequencesOf(told))).reduce(plus, NOTHING);
  const main = total(({ story }) => [story.main]);
  const subsequence = total(({ story }) => story.subsequences);
  const { sent, opened, clicked, bounced, replied, positiveReplied } = plus(main, subsequence);
  return {
    totalSent: sent,
    totalOpened: opened,
    totalClicked: clicked,
    totalBounced: bounced,
    totalReplied: replied,
    totalPositiveReplied: positiveReplied,
    totalCampaigns: all.length,
    activeCampaigns: all.filter(({ campaign }) => campaign.status === 'active').length,
    bySequence: { main: fourOf(main), subsequence: fourOf(subsequence) },
    rates: ratesOf(plus(main, subsequence)),
  };
}

/** The rows of the daily endpoints. Days without mail are left out. */
export function dailyRows(
  all: readonly Told[],
  period: Span,
  sequencesOf = (told: Told) => allOf(told.story),
): object[] {
  const days = new Map<Day, Figures>();
  for (const told of all) {
    for (const [day, figures] of daysIn(told.story, sequencesOf(told), spanOf(period, told))) {
      days.set(day, plus(figures, days.get(day) ?? NOTHING));
    }
  }
  return [...days]
    .sort(([a], [b]) => a - b)
    .map(([day, { sent, opened, clicked, bounced, replied, positiveReplied }]) => ({
      _id: dateOf(day),
      sent,
      opened,
      clicked,
      bounced,
      replied,
      positiveReplied,
    }));
}

/** Percent with one decimal, of what was sent. */
export function ratesOf({ sent, opened, clicked, bounced, replied, positiveReplied }: Figures): object {
  const percent = (part: number): string => (sent === 0 ? 0 : (part / sent) * 100).toFixed(1);
  return {
    open: percent(opened),
    click: percent(clicked),
    reply: percent(replied),
    positiveReply: percent(positiveReplied),
    bounce: percent(bounced),
  };
}

function fourOf({ sent, opened, clicked, bounced }: Figures): object {
  return { sent, opened, clicked, bounced };
}
