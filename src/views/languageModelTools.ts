import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Format } from '../analytics/format';
import type { CampaignReader, ReadCampaign } from '../campaigns/campaignReader';
import type { CampaignSearch } from '../campaigns/campaignSearch';
import type { Log } from '../campaigns/log';
import { problemFrom } from '../campaigns/problem';
import { originOf, type Settings } from '../campaigns/settings';
import { SendKitError } from '../sendkit/errors';
import { explainToModel, ToolError } from './languageModelErrors';
import { campaignIdIn, emailNumberIn, periodIn, searchIn, type ToolInput } from './languageModelInput';
import { campaignListResult, campaignResult, variantsResult, type ToolResult } from './languageModelResults';
import type { TOOLS } from './toolNames';

export interface ToolsOptions {
  readonly search: CampaignSearch;
  readonly read: CampaignReader;
  readonly settings: Settings;
  /** The reader's: the sentences around the figures are in that language, too. */
  readonly format: Format;
  readonly log: Pick<Log, 'bug'>;
}

/** Each under its name in `TOOLS`. */
export type LanguageModelTools = Readonly<Record<keyof typeof TOOLS, Required<vscode.LanguageModelTool<ToolInput>>>>;

interface Tool {
  /** What the user is asked before it runs. */
  readonly question: (input: ToolInput, address: string) => string;
  readonly run: (input: ToolInput, signal: AbortSignal) => Promise<ToolResult>;
}

/** The tools by which language models read campaigns. None of them changes anything, here or at SendKit. */
export function languageModelTools(options: ToolsOptions): LanguageModelTools {
  const { format } = options;
  const readCampaign = (input: ToolInput, signal: AbortSignal): Promise<ReadCampaign> =>
    options.read({ id: campaignIdIn(input), choice: periodIn(input), whole: true }, signal);
  const ofCampaign = (input: ToolInput, address: string): string =>
    l10n.t(
      'Read the analytics of campaign “{0}” from {1} and give them to the language model?',
      shown(input['campaign_id']),
      address,
    );

  return {
    listCampaigns: toolOf(options, {
      question: (_, address) =>
        l10n.t('Read the names and figures of campaigns from {0} and give them to the language model?', address),
      run: async (input, signal) => {
        const found = await options.search(searchIn(input), signal);
        if (!found.ok) throw new ToolError(explainToModel(found.problem));
        return campaignListResult(found, format);
      },
    }),
    getCampaignAnalytics: toolOf(options, {
      question: ofCampaign,
      run: async (input, signal) => campaignResult(await readCampaign(input, signal), format),
    }),
    compareVariants: toolOf(options, {
      question: ofCampaign,
      run: async (input, signal) => {
        const emailNumber = emailNumberIn(input);
        return variantsResult(await readCampaign(input, signal), emailNumber, format);
      },
    }),
  };
}

function toolOf(
  { settings, log }: ToolsOptions,
  { question, run }: Tool,
): Required<vscode.LanguageModelTool<ToolInput>> {
  return {
    prepareInvocation: ({ input }) => ({
      invocationMessage: l10n.t('Reading from SendKit…'),
      confirmationMessages: {
        title: l10n.t('Read campaign analytics'),
        message: question(input, originOf(settings) ?? l10n.t('SendKit')),
      },
    }),
    invoke: async ({ input }, token) => {
      const abort = new AbortController();
      const subscription = token.onCancellationRequested(() => abort.abort());
      try {
        const result = await run(input, abort.signal);
        return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(JSON.stringify(result))]);
      } catch (error) {
        if (error instanceof ToolError) throw error;
        if (!SendKitError.is(error)) log.bug(error);
        throw new ToolError(explainToModel(problemFrom(error)));
      } finally {
        subscription.dispose();
      }
    },
  };
}

/** A model's own text, as far as a question needs it: nothing in it may become markup. */
function shown(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, 80).replace(/[^\w.:-]/g, '·') : '—';
}
