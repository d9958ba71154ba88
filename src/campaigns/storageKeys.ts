// Every key under which something is kept, in one place. VS Code keeps all of globalState as one value, which each window writes
// whole: what is written without a person's doing lies in files, or it would undo what another window has just kept.

/** SecretStorage: the API key is bound to the origin that it was given for. */
export const apiKeySecret = (origin: string): string => `apiKey:${origin}`;

/** globalState: whether a key was stored for an origin, so that the view can say so without reading the secret. */
export const hasApiKeyFlag = (origin: string): string => `hasApiKey:${origin}`;

/** globalState: the workspace that was chosen for an origin. */
export const selectedWorkspace = (origin: string): string => `workspace:${origin}`;

/** globalStorage: the folder of the last good answers, one file a campaign. */
export const SNAPSHOT_FOLDER = 'campaigns';

/** globalStorage: the folder of what SendKit said over time, a folder a campaign. */
export const HISTORY_FOLDER = 'history';

/** globalStorage: which figures of which campaign were last looked at. */
export const VISITS_FILE = 'visits.json';

/** globalState: the campaign in the status bar. */
export const PINNED_CAMPAIGN = 'pinnedCampaign';
