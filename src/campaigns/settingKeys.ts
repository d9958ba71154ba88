/** Every setting of the extension, by its id under `sendkit.`. */
export const SETTING_KEYS = {
  apiBaseUrl: 'apiBaseUrl',
  rateBase: 'rateBase',
  autoRefreshMinutes: 'autoRefreshMinutes',
  alertsAbout: 'alerts.about',
  alertsNotAbout: 'alerts.notAbout',
  alertsWorkingDays: 'alerts.workingDaysWithoutMail',
  abTestMinimumLift: 'abTest.minimumLift',
  abTestMinimumSent: 'abTest.minimumSent',
  abTestMinimumEvents: 'abTest.minimumEvents',
  bounceWarning: 'health.bounceWarningPercent',
  bounceCritical: 'health.bounceCriticalPercent',
  unsubscribeWarning: 'health.unsubscribeWarningPercent',
  unsubscribeCritical: 'health.unsubscribeCriticalPercent',
  deliveryWarning: 'health.deliveryWarningPercent',
  deliveryCritical: 'health.deliveryCriticalPercent',
  healthMinimumSent: 'health.minimumSent',
} as const;

export const SETTINGS_SECTION = 'sendkit';

/** Read at start, by its whole name, where the others are not needed. */
export const MCP_SERVER_SETTING = 'sendkit.mcpServer';
