import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { formatFor } from '../../src/analytics/format';
import { SAMPLE_ID } from '../../src/campaigns/sample';
import type { ShowMessage } from '../../src/report/protocol';
import { REPORT_PANEL } from '../../src/views/commandIds';
import type { ReportPanels } from '../../src/views/reportPanels';
import { startSandbox, type Sandbox } from '../sandbox/server';
import { buildGraph, reportPanels, type Graph } from './graph';
import { closeReports, openReportTabs } from './reportTabs';

const NAME = 'Q1 Outreach Campaign';
const JUNE = { kind: 'custom', from: '2025-06-01', to: '2025-06-30' } as const;

describe('The tab of a report', () => {
  let sandbox: Sandbox;
  let graph: Graph;
  let panels: ReportPanels;

  const build = (folder?: vscode.Uri): void => {
    graph = buildGraph({ address: sandbox.url, key: sandbox.key, ...(folder && { folder }) });
    panels = reportPanels(graph);
  };

  /** Resolves when the one report that is open has this title. */
  const titled = (title: string): Promise<unknown> => openReportTabs(1, ({ label }) => label === title);

  beforeEach(async () => {
    sandbox = await startSandbox();
    build();
  });

  afterEach(async () => {
    panels.dispose();
    graph.dispose();
    await closeReports();
    await vscode.workspace.fs.delete(graph.folder, { recursive: true }).then(undefined, () => undefined);
    await sandbox.close();
  });

  it('names the campaign, and the period unless it is all time', async () => {
    const { seed } = sandbox.campaigns;
    panels.open(seed);
    await titled('SendKit');
    await graph.store.load(seed);
    await titled(NAME);
    await graph.store.selectPeriod(seed, { kind: 'last', days: 30 });
    await titled(`${NAME} · Last 30 days`);
    const { day } = formatFor(vscode.env.language);
    await graph.store.selectPeriod(seed, JUNE);
    await titled(`${NAME} · ${day(JUNE.from)} – ${day(JUNE.to)}`);
    await graph.store.selectPeriod(seed, { kind: 'all' });
    await titled(NAME);
  });

  it('names both again after a restart, without a request', async () => {
    const { seed } = sandbox.campaigns;
    await graph.store.load(seed);
    await graph.store.selectPeriod(seed, { kind: 'thisMonth' });
    panels.dispose();
    graph.dispose();
    sandbox.forgetRequests();

    build(graph.folder);
    const restored = vscode.window.createWebviewPanel(REPORT_PANEL, 'before', vscode.ViewColumn.Active);
    await panels.deserializeWebviewPanel(restored, { campaign: seed });
    await titled(`${NAME} · This month`);
    assert.deepEqual(sandbox.requests, []);
  });

  it('of the sample comes back with the sample behind the campaigns that were loaded before it', async () => {
    const { seed } = sandbox.campaigns;
    await graph.store.load(seed);
    panels.dispose();
    graph.dispose();

    build(graph.folder);
    const restored = vscode.window.createWebviewPanel(REPORT_PANEL, 'before', vscode.ViewColumn.Active);
    await panels.deserializeWebviewPanel(restored, { campaign: SAMPLE_ID });
    await titled(`${NAME} (sample)`);
    assert.deepEqual(
      graph.store.list().map(({ id }) => id),
      [seed, SAMPLE_ID],
    );
  });

  it('sends the report before its page asks for it, and with the page’s “ready” only for one that has drawn none', async () => {
    const { seed } = sandbox.campaigns;
    await graph.store.load(seed);
    const posted: Partial<ShowMessage>[] = [];
    const said = new vscode.EventEmitter<unknown>();
    const panel = panelThat((message) => posted.push(message as ShowMessage), said.event);
    await panels.deserializeWebviewPanel(panel, { campaign: seed });
    said.fire({ type: 'ready' });
    await graph.store.ready();
    assert.deepEqual(
      posted.map(({ type, view, unlessShown }) => [type, view?.name, unlessShown]),
      [
        ['show', NAME, undefined],
        ['show', NAME, true],
      ],
    );
  });
});

/** A panel without a window around it. */
function panelThat(post: (message: unknown) => void, onDidReceiveMessage: vscode.Event<unknown>): vscode.WebviewPanel {
  const never = new vscode.EventEmitter<never>().event;
  const webview = {
    ...{ onDidReceiveMessage, cspSource: '', asWebviewUri: (uri: vscode.Uri) => uri },
    postMessage: (message: unknown) => {
      post(message);
      return Promise.resolve(true);
    },
  };
  const panel = { webview, visible: true, active: true, onDidChangeViewState: never, onDidDispose: never };
  return { ...panel, dispose: () => undefined } as unknown as vscode.WebviewPanel;
}
