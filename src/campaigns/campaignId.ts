export { parseCampaignId } from '../sendkit/campaignId';
