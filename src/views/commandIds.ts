/** Every command of the extension; its id is `sendkit.` and its name. Each is declared in package.json and registered at start; what it does is in `commands.ts`. */
const COMMAND_NAMES = [
  'showCampaignAnalytics',
  'setApiKey',
  'removeApiKey',
  'selectWorkspace',
  'refresh',
  'openSampleCampaign',
  'exportReport',
  'exportHistory',
  'deleteHistory',
  'copyReport',
  'saveChartSvg',
  'saveChartPng',
  'copyChart',
  'copyReportLink',
  'openReportAsText',
  'compareCampaigns',
  'planTest',
  'newTestFile',
  'recordDecision',
  'showLog',
  'openBaseUrlSetting',
  'openReport',
  'refreshCampaign',
  'cancelLoading',
  'removeCampaign',
  'copyCampaignId',
  'loadCampaign',
  'refreshWorkspace',
  'loadMore',
  'pinCampaign',
  'unpinCampaign',
] as const;

type CommandName = (typeof COMMAND_NAMES)[number];

export const COMMANDS = Object.fromEntries(COMMAND_NAMES.map((name) => [name, `sendkit.${name}`])) as {
  readonly [Name in CommandName]: `sendkit.${Name}`;
};

export const VIEWS = { campaigns: 'sendkit.campaigns', workspace: 'sendkit.workspace' } as const;

export const REPORT_PANEL = 'sendkit.report';

/** Whether a report is in front, for the menu of its editor. */
export const REPORT_IN_FRONT_CONTEXT = 'sendkit.reportInFront';

/** Whether a campaign of the user's own has been loaded: a step of the walkthrough. */
export const CAMPAIGN_LOADED_CONTEXT = 'sendkit.campaignLoaded';

/** `stored`, `missing` or `badBaseUrl`: which welcome the empty view shows. */
export const KEY_STATE_CONTEXT = 'sendkit.keyState';
