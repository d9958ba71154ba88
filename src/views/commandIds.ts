/** Every command of the extension. Each is declared in package.json and registered at start; what it does is in `commands.ts`. */
export const COMMANDS = {
  showCampaignAnalytics: 'sendkit.showCampaignAnalytics',
  setApiKey: 'sendkit.setApiKey',
  removeApiKey: 'sendkit.removeApiKey',
  selectWorkspace: 'sendkit.selectWorkspace',
  refresh: 'sendkit.refresh',
  openSampleCampaign: 'sendkit.openSampleCampaign',
  exportReport: 'sendkit.exportReport',
  compareCampaigns: 'sendkit.compareCampaigns',
  planTest: 'sendkit.planTest',
  showLog: 'sendkit.showLog',
  openBaseUrlSetting: 'sendkit.openBaseUrlSetting',
  openReport: 'sendkit.openReport',
  refreshCampaign: 'sendkit.refreshCampaign',
  cancelLoading: 'sendkit.cancelLoading',
  removeCampaign: 'sendkit.removeCampaign',
  copyCampaignId: 'sendkit.copyCampaignId',
  loadCampaign: 'sendkit.loadCampaign',
  refreshWorkspace: 'sendkit.refreshWorkspace',
  loadMore: 'sendkit.loadMore',
  pinCampaign: 'sendkit.pinCampaign',
  unpinCampaign: 'sendkit.unpinCampaign',
} as const;

export const VIEWS = { campaigns: 'sendkit.campaigns', workspace: 'sendkit.workspace' } as const;

export const REPORT_PANEL = 'sendkit.report';

/** Whether a report is in front, for the menu of its editor. */
export const REPORT_IN_FRONT_CONTEXT = 'sendkit.reportInFront';

/** Whether a campaign of the user's own has been loaded: a step of the walkthrough. */
export const CAMPAIGN_LOADED_CONTEXT = 'sendkit.campaignLoaded';

/** `stored`, `missing` or `badBaseUrl`: which welcome the empty view shows. */
export const KEY_STATE_CONTEXT = 'sendkit.keyState';
