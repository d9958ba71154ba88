// The answers that never change while nobody touches their campaigns.
import sampleAnswer from '../../../src/campaigns/sampleAnswer.json';
import { wrapped } from '../exchange';
import { CAMPAIGN_IDS } from './ids';

type Counts = readonly [sent: number, opened: number, clicked: number, bounced: number];

function row(sequenceStep: unknown, variant: unknown, [sent, opened, clicked, bounced]: Counts): object {
  return { _id: { sequenceStep, variant }, sent, opened, clicked, bounced };
}

const variants = {
  campaign: {
    id: CAMPAIGN_IDS.variants,
    name: 'Founders, two openings',
    status: 'active',
    startedAt: '2025-07-01T08:00:00.000Z',
  },
  stats: { sent: 4600, delivered: 4510, opened: 2118, clicked: 342, replied: 211, bounced: 90, unsubscribed: 21 },
  stepAnalytics: [
    row(0, null, [1000, 450, 60, 20]),
    row(0, 'B', [1000, 520, 110, 22]),
    row(2, 'A', [700, 310, 45, 14]),
    row(2, 'B', [700, 305, 48, 13]),
    row(2, 'C', [700, 318, 46, 15]),
    row(4, 1, [250, 105, 16, 3]),
    row(4, 2, [250, 110, 17, 3]),
  ],
  statusBreakdown: {
    active: 820,
    pending: 140,
    completed: 905,
    replied: 211,
    bounced: 90,
    paused: 12,
    unsubscribed: 21,
  },
  totalReplied: 211,
};

const draft = {
  campaign: { id: CAMPAIGN_IDS.draft, name: 'Autumn relaunch', status: 'draft', startedAt: null },
  stats: { sent: 0, delivered: 0, opened: 0, clicked: 0, replied: 0, bounced: 0, unsubscribed: 0 },
  stepAnalytics: [],
  statusBreakdown: {},
  totalReplied: 0,
};

const subsequences = {
  campaign: {
    id: CAMPAIGN_IDS.subsequences,
    name: 'Trials that went quiet',
    status: 'paused',
    startedAt: '2025-05-12T07:30:00.000Z',
  },
  stats: { sent: 640, delivered: 628, opened: 301, clicked: 66, replied: 58, bounced: 12, unsubscribed: 5 },
  bySequence: {
    main: { sent: 520, opened: 241, clicked: 48, bounced: 11 },
    subsequence: { sent: 120, opened: 60, clicked: 18, bounced: 1 },
  },
  stepAnalytics: [row(0, null, [300, 150, 30, 8]), row(2, null, [220, 91, 18, 3])],
  subsequences: [
    {
      id: '665a1b2c3d4e5f6a7b8c9e01',
      name: 'Warm ones',
      trigger: { type: 'ai_tag', value: 'interested' },
      enabled: true,
      archived: false,
      addedCount: 74,
      currentlyEnrolled: 31,
      stats: { sent: 120, opened: 60, clicked: 18, bounced: 1 },
      stepStats: [
        { _id: 0, sent: 74, opened: 40, clicked: 13, bounced: 1 },
        { _id: 2, sent: 46, opened: 20, clicked: 5, bounced: 0 },
      ],
    },
  ],
  statusBreakdown: { active: 180, completed: 95, replied: 58, bounced: 12, unsubscribed: 5 },
  totalReplied: 58,
  totalPositiveReplied: 23,
};

const foreign = {
  campaign: {
    id: CAMPAIGN_IDS.foreign,
    name: 'Client launch',
    status: 'active',
    startedAt: '2025-08-04T06:00:00.000Z',
  },
  stats: { sent: 220, delivered: 215, opened: 101, clicked: 20, replied: 14, bounced: 5, unsubscribed: 1 },
  stepAnalytics: [row(0, null, [220, 101, 20, 5])],
  statusBreakdown: { active: 190, replied: 14, bounced: 5, unsubscribed: 1 },
  totalReplied: 14,
};

const NASTY = `"><img src=x onerror=alert(1)></script><script>alert(1)</script> \${7*7} [x](command:workbench.action.quit) \u202Egnp.exe \u0000\u001b[31m`;

/** Written as text, because `__proto__` cannot be said in an object literal and a lone surrogate not in UTF-8. */
const hostile = `{
  "success": true,
  "__proto__": { "polluted": true },
  "data": {
    "campaign": {
      "id": "../../account",
      "name": ${JSON.stringify(NASTY)},
      "status": "=HYPERLINK(\\"https://example.com\\",\\"click\\")",
      "startedAt": "2025-06-15T09:00:00.000Z"
    },
    "stats": { "sent": 40, "delivered": 38, "opened": 20, "clicked": 6, "replied": 3, "bounced": 2, "unsubscribed": 1, "__proto__": { "sent": 1 } },
    "stepAnalytics": [
      { "_id": { "sequenceStep": 0, "variant": null }, "sent": 20, "opened": 10, "clicked": 3, "bounced": 1 },
      { "_id": { "sequenceStep": 0, "variant": "</td><b>B</b>" }, "sent": 10, "opened": 5, "clicked": 2, "bounced": 1 },
      { "_id": { "sequenceStep": 0, "variant": "\\ud800@SUM(A1)" }, "sent": 10, "opened": 5, "clicked": 1, "bounced": 0 }
    ],
    "statusBreakdown": {
      "__proto__": 4, "constructor": 3, "toString": 2, "<b>active</b>": 9, "\\ud800": 1, "\\u202Eevitca": 5, "+1": 6, "": 7
    },
    "totalReplied": 3
  }
}`;

/** The bytes of `GET /v1/campaigns/{id}/analytics` by campaign. */
export const FIXED_ANSWERS = {
  [CAMPAIGN_IDS.seed]: `${JSON.stringify(sampleAnswer, null, 2)}\n`,
  [CAMPAIGN_IDS.variants]: wrapped(variants),
  [CAMPAIGN_IDS.subsequences]: wrapped(subsequences),
  [CAMPAIGN_IDS.draft]: wrapped(draft),
  [CAMPAIGN_IDS.hostile]: hostile,
  [CAMPAIGN_IDS.foreign]: wrapped(foreign),
} as const;
