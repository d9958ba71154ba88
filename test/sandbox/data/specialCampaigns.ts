import { sequenceWith, type Campaign, type Subsequence } from './campaign';
import { timeOf, type Day } from './days';
import { CAMPAIGN_IDS } from './ids';
import { progressOf, type Step } from './story';
import { OWN_WORKSPACE } from './workspaces';

type Counts = readonly [sent: number, opened: number, clicked: number, bounced: number];

function step(sequenceStep: number, variant: string | null, [sent, opened, clicked, bounced]: Counts): Step {
  return { sequenceStep, variant, sent, opened, clicked, bounced };
}

/** More mail on some days than on others, but some on each. */
const mailOn = (day: number): number => 10 + ((day * 7) % 11);

/** Days until it ended, or will end, from its first day on. */
function progressOver(days: number): number[] {
  return progressOf(Array.from({ length: days }, (_, day) => mailOn(day)));
}

const interested: Subsequence = {
  id: '665a1b2c3d4e5f6a7b8c9e11',
  name: 'Interested, no meeting yet',
  trigger: { type: 'ai_tag', value: 'interested' },
  enabled: true,
  archived: false,
  addedCount: 120,
  currentlyEnrolled: 48,
  rowsAs: 'stepAnalytics',
  steps: [step(0, null, [60, 38, 9, 1]), step(0, 'B', [60, 44, 15, 0]), step(2, null, [70, 36, 8, 1])],
  replied: 27,
  positiveReplied: 19,
  unsubscribed: 1,
};

const outOfOffice: Subsequence = {
  id: '665a1b2c3d4e5f6a7b8c9e12',
  name: 'Out of office',
  trigger: { type: 'ai_tag', value: 'out of office' },
  enabled: false,
  archived: true,
  addedCount: 40,
  currentlyEnrolled: 0,
  rowsAs: 'stepStats',
  steps: [step(0, null, [40, 21, 2, 0])],
  replied: 4,
  positiveReplied: 1,
  unsubscribed: 0,
};

function subsequencesAndVariants(today: Day): Campaign {
  const firstDay = today - 59;
  const name = 'Partners, two openings, with follow-ups';
  return {
    id: CAMPAIGN_IDS.subsequencesAndVariants,
    workspaceId: OWN_WORKSPACE.id,
    name,
    status: 'active',
    createdAt: timeOf(firstDay - 3, 10),
    startedAt: timeOf(firstDay, 8),
    completedAt: null,
    tracked: true,
    sequence: sequenceWith([0, 2], name),
    story: {
      firstDay,
      progress: progressOver(60),
      main: {
        steps: [
          step(0, null, [400, 190, 30, 9]),
          step(0, 'B', [400, 231, 52, 8]),
          step(2, 'A', [280, 120, 16, 5]),
          step(2, 'B', [280, 118, 17, 6]),
        ],
        replied: 74,
        positiveReplied: 31,
        unsubscribed: 9,
      },
      subsequences: [interested, outOfOffice],
    },
    leads: 1000,
  };
}

function longRunning(today: Day): Campaign {
  const firstDay = today - 399;
  const name = 'Always on: new sign-ups';
  return {
    id: CAMPAIGN_IDS.longRunning,
    workspaceId: OWN_WORKSPACE.id,
    name,
    status: 'active',
    createdAt: timeOf(firstDay - 1, 10),
    startedAt: timeOf(firstDay, 8),
    completedAt: null,
    tracked: true,
    sequence: sequenceWith([0, 2, 4], name),
    story: {
      firstDay,
      progress: progressOver(600),
      main: {
        steps: [
          step(0, null, [12_000, 6_300, 640, 180]),
          step(2, null, [9_000, 4_100, 330, 90]),
          step(4, null, [6_000, 2_300, 150, 45]),
        ],
        replied: 1_450,
        positiveReplied: 520,
        unsubscribed: 110,
      },
      subsequences: [],
    },
    leads: 12_600,
  };
}

function untracked(today: Day): Campaign {
  const firstDay = today - 29;
  const name = 'Plain text, no tracking';
  return {
    id: CAMPAIGN_IDS.untracked,
    workspaceId: OWN_WORKSPACE.id,
    name,
    status: 'paused',
    createdAt: timeOf(firstDay - 2, 10),
    startedAt: timeOf(firstDay, 8),
    completedAt: null,
    tracked: false,
    sequence: [
      { type: 'email', subject: 'A short question', body: '<p>Hi {{firstName}}</p>' },
      { type: 'wait', waitDays: 4 },
      { type: 'email', subject: 'Re: A short question', body: '<p>Again</p>' },
    ],
    story: {
      firstDay,
      progress: progressOver(30),
      main: {
        steps: [step(0, null, [500, 0, 0, 12]), step(2, null, [350, 0, 0, 5])],
        replied: 52,
        positiveReplied: 20,
        unsubscribed: 4,
      },
      subsequences: [],
    },
    leads: 500,
  };
}

export function specialCampaigns(today: Day): Campaign[] {
  return [subsequencesAndVariants(today), longRunning(today), untracked(today)];
}
