import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { alertKey, alertsOf, workingDaysBetween, type Alert } from '../analytics/alerts';
import { alertSentence } from '../analytics/alertWords';
import type { Format } from '../analytics/format';
import { today } from '../analytics/period';
import { reportOfAnswer } from '../campaigns/answerReport';
import type { Claims } from '../campaigns/claims';
import type { History } from '../campaigns/history';
import type { Log } from '../campaigns/log';
import { sameChoice } from '../campaigns/moments';
import type { Settings } from '../campaigns/settings';
import type { Answered, CampaignStore } from '../campaigns/store';
import type { ReportSection } from '../report/protocol';
import { withoutLinks } from './plainText';

interface Options {
  readonly store: Pick<CampaignStore, 'get' | 'onDidAnswer'>;
  readonly history: Pick<History, 'moments'>;
  readonly settings: Settings;
  readonly claims: Claims;
  readonly format: Format;
  readonly log: Pick<Log, 'bug'>;
  readonly show?: (
    level: 'warning' | 'information',
    message: string,
    ...actions: string[]
  ) => Thenable<string | undefined>;
  readonly openReport: (id: string, section: ReportSection | undefined) => void;
  readonly now?: () => number;
}

/**
 * Tells by the setting `sendkit.alerts.about` what became true between two answers: once, in one window. What was true
 * before anybody asked is no news.
 */
export function alerts(options: Options): Alerts {
  const { store, log } = options;
  let told = Promise.resolve();
  const subscription = store.onDidAnswer((answered) => {
    told = told.then(() => tellNews(options, answered)).catch(log.bug);
  });
  return { settled: () => told, dispose: () => void subscription.dispose() };
}

export interface Alerts extends vscode.Disposable {
  /** Resolves when all that there was to tell has been told. */
  readonly settled: () => Promise<void>;
}

async function tellNews(options: Options, { snapshot, before }: Answered): Promise<void> {
  const { settings, claims, store } = options;
  await settings.plansRead;
  const { about, notAbout, workingDays } = settings.alerts();
  const { id, answer } = snapshot;
  const state = store.get(id);
  if (about.length === 0 || !before || !state || notAbout.includes(id)) return;
  if (sameChoice([{ ...snapshot, answer: before }], answer.choice).length === 0) return;

  const report = reportOfAnswer(id, answer, settings);
  const reportBefore = reportOfAnswer(id, before, settings);
  const standstill = { workingDays: await workingDaysOf(options, snapshot), most: workingDays };
  const now = alertsOf(report, standstill);
  const keysBefore = alertsOf(reportBefore, { ...standstill, workingDays: 0 }).map((alert) =>
    alertKey(alert, reportBefore),
  );
  const keys = now.map((alert) => alertKey(alert, report));
  const over = keysBefore.filter((key) => !keys.includes(key));
  await Promise.all(over.filter(comesAgain).map((key) => claims.release(snapshot, key)));
  const news = now.filter((alert, index) => about.includes(alert.kind) && !keysBefore.includes(keys[index] ?? ''));
  for (const alert of news) {
    if (await claims.claim(snapshot, alertKey(alert, report))) void tell(options, id, alert, state.name);
  }
}

/** A health that recovered and a campaign that goes on may be told of again; a winner and a first reply are told once. */
function comesAgain(key: string): boolean {
  return key.startsWith('health') || key.startsWith('finished');
}

/** Since the answer in which the mails that are sent by now were first counted. */
async function workingDaysOf(
  { history, now = Date.now }: Options,
  { id, answer }: Answered['snapshot'],
): Promise<number> {
  const moments = sameChoice(await history.moments(id), answer.choice);
  const isOther = moments.findLastIndex((moment) => moment.answer.analytics.stats.sent !== answer.analytics.stats.sent);
  const since = moments[isOther + 1]?.answer.fetchedAt ?? answer.fetchedAt;
  return workingDaysBetween(today(since), today(now()));
}

async function tell(
  { settings, format, openReport, show = showMessage }: Options,
  id: string,
  alert: Alert,
  name: string,
): Promise<void> {
  const open = l10n.t('Open Report');
  const never = l10n.t('Don’t Tell Me About This Campaign');
  const level = alert.kind === 'health' || alert.kind === 'noMail' ? 'warning' : 'information';
  const chosen = await show(level, withoutLinks(alertSentence(alert, name, format)), open, never);
  if (chosen === open) openReport(id, sectionOf(alert));
  if (chosen === never) await settings.tellNothingAbout(id);
}

/** Where the report says more; a status stands at its head. */
function sectionOf(alert: Alert): ReportSection | undefined {
  switch (alert.kind) {
    case 'health':
      return 'health';
    case 'winner':
      return alert.place.subsequence ? 'subsequences' : 'steps';
    case 'firstReply':
      return 'total-replied';
    case 'noMail':
      return 'trend';
    case 'finished':
      return undefined;
  }
}

function showMessage(
  level: 'warning' | 'information',
  message: string,
  ...actions: string[]
): Thenable<string | undefined> {
  return level === 'warning'
    ? vscode.window.showWarningMessage(message, ...actions)
    : vscode.window.showInformationMessage(message, ...actions);
}
