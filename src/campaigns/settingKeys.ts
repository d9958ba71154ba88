/** Every setting of the extension, by its id under `sendkit.`. */
export const SETTING_KEYS = {
  apiBaseUrl: 'apiBaseUrl',
  rateBase: 'rateBase',
  autoRefreshMinutes: 'autoRefreshMinutes',
} as const;

export const SETTINGS_SECTION = 'sendkit';
