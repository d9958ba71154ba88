/** The language-model tools. Each is declared in package.json. */
export const TOOLS = {
  listCampaigns: 'sendkit_list_campaigns',
  getCampaignAnalytics: 'sendkit_get_campaign_analytics',
  compareVariants: 'sendkit_compare_variants',
} as const;
