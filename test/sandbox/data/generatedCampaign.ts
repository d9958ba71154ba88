import { sequenceWith, type Campaign } from './campaign';
import { timeOf, type Day } from './days';
import { numberedId } from './ids';
import { chanceOf, type Chance } from './random';
import { progressOf, type Step } from './story';

const AUDIENCES = [
  'Fintech founders',
  'SaaS marketers',
  'Logistics managers',
  'Agency owners',
  'HR directors',
  'Data engineers',
  'E-commerce heads',
  'Clinic owners',
  'Law firms',
  'Recruiters',
  'CTOs of scale-ups',
  'Nonprofit boards',
];
const REGIONS = ['DACH', 'Nordics', 'Iberia', 'UK', 'Benelux', 'US East', 'US West', 'Canada', 'Australia', 'India'];
const ANGLES = [
  'product launch',
  'webinar invitation',
  'price change',
  'case study',
  'free audit',
  'event follow-up',
  'win-back',
  'partner programme',
  'hiring signal',
  'new funding',
];
/** All names that there are, and a number without a common divisor with it, so that neighbours differ. */
const NAMES = AUDIENCES.length * REGIONS.length * ANGLES.length;
const STRIDE = 7919;

const OPENING = 0;
/** E-mails are two places apart: a wait takes one too. */
const APART = 2;

/** The nth campaign of a workspace: the same whenever it is asked for, but for its dates, which go with `today`. */
export function generatedCampaign(workspace: { id: string; number: number }, number: number, today: Day): Campaign {
  const chance = chanceOf(`campaign ${workspace.number}.${number}`);
  const name = nameOf((number + workspace.number * 100) * STRIDE);
  const status = statusOf(chance);
  const started = status !== 'draft' && status !== 'in_review';
  const ended = status === 'completed' || status === 'archived';
  const days = chance.between(5, 90);
  const daysAgo = status === 'active' ? days : days + chance.between(3, 300);
  const daysToCome = status === 'active' ? chance.between(30, 180) : 0;
  const firstDay = today + 1 - daysAgo;
  const rhythm = Array.from({ length: days + daysToCome }, (_, index) => dailyMail(daysAgo - 1 - index, chance));
  // Many are small; a few are not.
  const leads = rhythm.length * (chance.next() < 0.05 ? chance.between(20, 40) : chance.between(1, 4));
  const steps = started ? stepsFor(leads, chance) : [];
  const delivered = steps.reduce((sum, { sent, bounced }) => sum + sent - bounced, 0);
  const replied = Math.floor(delivered * between(0.01, 0.09, chance));

  return {
    id: numberedId(workspace.number, number),
    workspaceId: workspace.id,
    name,
    status,
    createdAt: timeOf(firstDay - chance.between(1, 20), 10),
    startedAt: started ? timeOf(firstDay, 7) : null,
    completedAt: ended ? timeOf(firstDay + days - 1, 18) : null,
    tracked: true,
    sequence: sequenceWith(started ? ordersOf(steps) : [OPENING], name),
    story: {
      firstDay,
      progress: progressOf(rhythm),
      main: {
        steps,
        replied,
        positiveReplied: Math.floor(replied * between(0.2, 0.5, chance)),
        unsubscribed: Math.floor(delivered * between(0, 0.012, chance)),
      },
      subsequences: [],
    },
    leads,
  };
}

export function nameOf(number: number): string {
  const place = number % NAMES;
  const audience = AUDIENCES[place % AUDIENCES.length] ?? '';
  const rest = Math.floor(place / AUDIENCES.length);
  return `${audience}, ${REGIONS[rest % REGIONS.length] ?? ''}: ${ANGLES[Math.floor(rest / REGIONS.length)] ?? ''}`;
}

function statusOf(chance: Chance): string {
  const draw = chance.next();
  if (draw < 0.3) return 'active';
  if (draw < 0.45) return 'paused';
  if (draw < 0.83) return 'completed';
  if (draw < 0.93) return 'draft';
  // A status that no page names.
  return draw < 0.99 ? 'archived' : 'in_review';
}

/** Two days without mail a week, counted back from today, and now and then another. */
function dailyMail(daysAgo: number, chance: Chance): number {
  const day = ((daysAgo % 7) + 7) % 7;
  const mail = chance.next() < 0.04 ? 0 : chance.between(5, 15);
  return day === 2 || day === 3 ? 0 : mail;
}

function stepsFor(leads: number, chance: Chance): Step[] {
  const tested = chance.next() < 0.3;
  return Array.from({ length: chance.between(1, 4) }, (_, rank): Step[] => {
    const sent = Math.floor(leads * 0.62 ** rank);
    const sequenceStep = rank * APART;
    if (rank > 0 || !tested) return [stepWith(sequenceStep, null, sent, chance)];
    const half = Math.floor(sent / 2);
    return [stepWith(sequenceStep, null, sent - half, chance), stepWith(sequenceStep, 'B', half, chance)];
  }).flat();
}

function stepWith(sequenceStep: number, variant: string | null, sent: number, chance: Chance): Step {
  const bounced = Math.floor(sent * between(0.002, 0.06, chance));
  const opened = Math.floor((sent - bounced) * between(0.3, 0.6, chance));
  return { sequenceStep, variant, sent, opened, clicked: Math.floor(opened * between(0.03, 0.15, chance)), bounced };
}

function ordersOf(steps: readonly Step[]): number[] {
  return [...new Set(steps.map(({ sequenceStep }) => sequenceStep))];
}

function between(least: number, most: number, chance: Chance): number {
  return least + (most - least) * chance.next();
}
