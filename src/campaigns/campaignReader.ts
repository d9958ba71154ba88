import { periodOf, today, type PeriodChoice } from '../analytics/period';
import type { CampaignReport } from '../analytics/report';
import type { SendKitClient } from '../sendkit/client';
import type { WorkspaceRef } from './answer';
import { reportOfAnswer, type MeaningSettings } from './answerReport';
import type { Credentials } from './credentials';
import { fetchAnswer } from './fetchAnswer';
import { SAMPLE_ID, sampleAnswerOf } from './sample';
import type { Settings } from './settings';

export interface ReadRequest {
  readonly id: string;
  readonly choice: PeriodChoice;
  /** The chosen one unless it is named. */
  readonly workspace?: WorkspaceRef | null;
  /** With positive replies, subsequences and daily figures. */
  readonly whole?: boolean;
}

export interface ReadCampaign {
  readonly report: CampaignReport;
  /** Epoch milliseconds. */
  readonly fetchedAt: number;
}

/** Asks SendKit for a campaign's report without loading the campaign into the list. Rejects with a `SendKitError`. */
export type CampaignReader = (request: ReadRequest, signal: AbortSignal) => Promise<ReadCampaign>;

interface ReaderOptions {
  readonly client: Pick<SendKitClient, 'campaign' | 'campaignAnalytics' | 'campaignTotals' | 'dailyCampaign'>;
  readonly credentials: Pick<Credentials, 'access'>;
  readonly settings: MeaningSettings & Pick<Settings, 'plansRead'>;
  readonly now?: () => number;
}

export function campaignReader({ client, credentials, settings, now = Date.now }: ReaderOptions): CampaignReader {
  return async ({ id, choice, workspace, whole = false }, signal) => {
    await settings.plansRead;
    if (id === SAMPLE_ID) {
      const sample = sampleAnswerOf(now());
      return { report: reportOfAnswer(id, sample, settings), fetchedAt: sample.fetchedAt };
    }
    const access = await credentials.access(workspace);
    const period = periodOf(choice, today(now()));
    const answer = await fetchAnswer(client, access, { id, choice, period, whole, previous: undefined, now, signal });
    return { report: reportOfAnswer(id, answer, settings), fetchedAt: answer.fetchedAt };
  };
}
