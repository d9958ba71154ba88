import * as vscode from 'vscode';
import { ALERT_KINDS, type AlertKind } from '../analytics/alerts';
import type { EngagementBase } from '../analytics/figures';
import {
  DEFAULT_AB_TEST_RULES,
  DEFAULT_HEALTH_RULES,
  type ABTestRules,
  type HealthLines,
  type HealthRules,
  type HealthSignal,
} from '../analytics/rules';
import type { PlannedSize } from '../analytics/testPlan';
import { parseBaseUrl, type ApiBaseUrl } from '../sendkit/origin';
import { plannedSizes } from '../testFiles/plans';
import { SETTING_KEYS, SETTINGS_SECTION } from './settingKeys';
import type { TestFiles } from './testFiles';

/** The live settings, read when they are needed. A value of the wrong type counts as the default. */
export interface Settings {
  /** Where the API is, or why the setting cannot be used. */
  readonly baseUrl: () => ReturnType<typeof parseBaseUrl>;
  readonly rateBase: () => EngagementBase;
  readonly abTestRules: () => ABTestRules;
  readonly healthRules: () => HealthRules;
  /** What test files plan for a campaign. */
  readonly plannedSizes: (campaignId: string) => readonly PlannedSize[];
  /** Resolves when it is known what test files plan. Never rejects. */
  readonly plansRead: Promise<void>;
  /** 0 for never; otherwise at least 5, so that nobody burdens the service by mistake, and at most a day. */
  readonly autoRefreshMinutes: () => number;
  readonly alerts: () => AlertSettings;
  /** Adds a campaign to those that nobody wants to be told about. */
  readonly tellNothingAbout: (id: string) => Promise<void>;
  /** Tells which settings have changed. */
  readonly onDidChange: vscode.Event<SettingsChange>;
}

export interface AlertSettings {
  /** Empty where nothing is told. */
  readonly about: readonly AlertKind[];
  /** Ids of campaigns. */
  readonly notAbout: readonly string[];
  /** Without a mail, of an active campaign. */
  readonly workingDays: number;
}

export interface SettingsChange {
  readonly baseUrl: boolean;
  /** What rates are of, or what is said of them. */
  readonly meaning: boolean;
  readonly autoRefresh: boolean;
}

type SettingName = keyof typeof SETTING_KEYS;

const NOT_OF_MEANING: readonly SettingName[] = [
  'apiBaseUrl',
  'autoRefreshMinutes',
  'alertsAbout',
  'alertsNotAbout',
  'alertsWorkingDays',
];
const MEANING = (Object.keys(SETTING_KEYS) as SettingName[]).filter((key) => !NOT_OF_MEANING.includes(key));

export function liveSettings(
  subscriptions: vscode.Disposable[],
  testFiles: Pick<TestFiles, 'list' | 'onDidChange' | 'read'>,
): Settings {
  const changed = new vscode.EventEmitter<SettingsChange>();
  const read = (key: SettingName): unknown =>
    vscode.workspace.getConfiguration(SETTINGS_SECTION).get(SETTING_KEYS[key]);

  subscriptions.push(
    changed,
    testFiles.onDidChange(() => changed.fire({ baseUrl: false, meaning: true, autoRefresh: false })),
    vscode.workspace.onDidChangeConfiguration((event) => {
      const affects = (key: SettingName): boolean =>
        event.affectsConfiguration(`${SETTINGS_SECTION}.${SETTING_KEYS[key]}`);
      const change = {
        baseUrl: affects('apiBaseUrl'),
        meaning: MEANING.some(affects),
        autoRefresh: affects('autoRefreshMinutes'),
      };
      if (Object.values(change).includes(true)) changed.fire(change);
    }),
  );
  return {
    baseUrl: () => parseBaseUrl(read('apiBaseUrl')),
    autoRefreshMinutes: () => {
      const minutes = read('autoRefreshMinutes');
      return typeof minutes === 'number' && minutes > 0 ? Math.min(Math.max(minutes, 5), 24 * 60) : 0;
    },
    alerts: () => ({
      about: ALERT_KINDS.filter((kind) => texts(read('alertsAbout')).includes(kind)),
      notAbout: texts(read('alertsNotAbout')),
      workingDays: number(read('alertsWorkingDays'), 3, { atLeast: 1 }),
    }),
    tellNothingAbout: async (id) => {
      const known = texts(read('alertsNotAbout'));
      if (known.includes(id)) return;
      await vscode.workspace
        .getConfiguration(SETTINGS_SECTION)
        .update(SETTING_KEYS.alertsNotAbout, [...known, id], vscode.ConfigurationTarget.Global);
    },
    abTestRules: () => {
      const { minimumLift, minimumSent, minimumEvents } = DEFAULT_AB_TEST_RULES;
      return {
        minimumLift: number(read('abTestMinimumLift'), minimumLift, { atLeast: 1.05 }),
        minimumSent: number(read('abTestMinimumSent'), minimumSent),
        minimumEvents: number(read('abTestMinimumEvents'), minimumEvents),
      };
    },
    healthRules: () => {
      const lines = (signal: HealthSignal, warning: SettingName, critical: SettingName): HealthLines => ({
        warning: number(read(warning), DEFAULT_HEALTH_RULES[signal].warning * 100) / 100,
        critical: number(read(critical), DEFAULT_HEALTH_RULES[signal].critical * 100) / 100,
      });
      return {
        bounced: lines('bounced', 'bounceWarning', 'bounceCritical'),
        unsubscribed: lines('unsubscribed', 'unsubscribeWarning', 'unsubscribeCritical'),
        delivered: lines('delivered', 'deliveryWarning', 'deliveryCritical'),
        minimumSent: number(read('healthMinimumSent'), DEFAULT_HEALTH_RULES.minimumSent),
      };
    },
    plannedSizes: (campaignId) =>
      plannedSizes(
        campaignId,
        testFiles.list().map(({ file }) => file),
      ),
    plansRead: testFiles.read,
    rateBase: () => (read('rateBase') === 'sent' ? 'sent' : 'delivered'),
    onDidChange: changed.event,
  };
}

function number(value: unknown, fallback: number, { atLeast = 0 } = {}): number {
  return typeof value === 'number' && Number.isFinite(value) && value >= atLeast ? value : fallback;
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

/** The same place on the network: what a key and a loaded campaign belong to. */
export function originOf({ baseUrl }: Pick<Settings, 'baseUrl'>): ApiBaseUrl['origin'] | undefined {
  const parsed = baseUrl();
  return parsed.ok ? parsed.baseUrl.origin : undefined;
}
