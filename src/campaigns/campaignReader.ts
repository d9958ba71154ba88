import { periodOf, today, type PeriodChoice } from '../analytics/period';
import type { CampaignReport } from '../analytics/report';
import type { SendKitClient } from '../sendkit/client';
import type { Answer, WorkspaceRef } from './answer';
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
  /** Under the present settings. */
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
    const read = (answer: Answer): ReadCampaign => ({
      get report() {
        return reportOfAnswer(id, answer, settings);
      },
      fetchedAt: answer.fetchedAt,
    });
    if (id === SAMPLE_ID) return read(sampleAnswerOf(now()));
    const access = await credentials.access(workspace);
    const period = periodOf(choice, today(now()));
    return read(await fetchAnswer(client, access, { id, choice, period, whole, previous: undefined, now, signal }));
  };
}
