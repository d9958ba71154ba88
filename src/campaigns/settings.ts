import * as vscode from 'vscode';
import type { EngagementBase } from '../analytics/figures';
import { parseBaseUrl, type ApiBaseUrl } from '../sendkit/origin';
import { SETTING_KEYS, SETTINGS_SECTION } from './settingKeys';

/** The live settings, read when they are needed. A value of the wrong type counts as the default. */
export interface Settings {
  /** Where the API is, or why the setting cannot be used. */
  readonly baseUrl: () => ReturnType<typeof parseBaseUrl>;
  readonly rateBase: () => EngagementBase;
  /** 0 for never; otherwise at least 5, so that nobody burdens the service by mistake. */
  readonly autoRefreshMinutes: () => number;
  /** Tells which settings have changed. */
  readonly onDidChange: vscode.Event<SettingsChange>;
}

export interface SettingsChange {
  readonly baseUrl: boolean;
  readonly rateBase: boolean;
  readonly autoRefresh: boolean;
}

export function liveSettings(subscriptions: vscode.Disposable[]): Settings {
  const changed = new vscode.EventEmitter<SettingsChange>();
  const read = (key: keyof typeof SETTING_KEYS): unknown =>
    vscode.workspace.getConfiguration(SETTINGS_SECTION).get(SETTING_KEYS[key]);

  subscriptions.push(
    changed,
    vscode.workspace.onDidChangeConfiguration((event) => {
      const affects = (key: keyof typeof SETTING_KEYS): boolean =>
        event.affectsConfiguration(`${SETTINGS_SECTION}.${SETTING_KEYS[key]}`);
      const change = {
        baseUrl: affects('apiBaseUrl'),
        rateBase: affects('rateBase'),
        autoRefresh: affects('autoRefreshMinutes'),
      };
      if (Object.values(change).includes(true)) changed.fire(change);
    }),
  );
  return {
    baseUrl: () => parseBaseUrl(read('apiBaseUrl')),
    autoRefreshMinutes: () => {
      const minutes = read('autoRefreshMinutes');
      return typeof minutes === 'number' && minutes > 0 ? Math.max(minutes, 5) : 0;
    },
    rateBase: () => (read('rateBase') === 'sent' ? 'sent' : 'delivered'),
    onDidChange: changed.event,
  };
}

/** The same place on the network: what a key and a loaded campaign belong to. */
export function originOf({ baseUrl }: Settings): ApiBaseUrl['origin'] | undefined {
  const parsed = baseUrl();
  return parsed.ok ? parsed.baseUrl.origin : undefined;
}
