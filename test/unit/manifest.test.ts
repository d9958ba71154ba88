import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { COMMANDS, KEY_STATE_CONTEXT, REPORT_PANEL, VIEWS } from '../../src/views/commandIds';
import { MCP_SERVER_SETTING, SETTING_KEYS, SETTINGS_SECTION } from '../../src/campaigns/settingKeys';

interface Setting {
  scope?: string;
  default?: unknown;
  markdownDescription?: string;
}

interface MenuItem {
  command: string;
  when: string;
}

/** Where a setting can be set: `application` by the user alone, `window` by any workspace, too. */
const SCOPES: Readonly<Record<string, 'application' | 'window'>> = {
  'sendkit.abTest.minimumEvents': 'window',
  'sendkit.abTest.minimumLift': 'window',
  'sendkit.abTest.minimumSent': 'window',
  'sendkit.alerts.about': 'application',
  'sendkit.alerts.notAbout': 'application',
  'sendkit.alerts.workingDaysWithoutMail': 'application',
  'sendkit.apiBaseUrl': 'application',
  'sendkit.autoRefreshMinutes': 'application',
  'sendkit.health.bounceCriticalPercent': 'window',
  'sendkit.health.bounceWarningPercent': 'window',
  'sendkit.health.deliveryCriticalPercent': 'window',
  'sendkit.health.deliveryWarningPercent': 'window',
  'sendkit.health.minimumSent': 'window',
  'sendkit.health.unsubscribeCriticalPercent': 'window',
  'sendkit.health.unsubscribeWarningPercent': 'window',
  'sendkit.mcpServer': 'application',
  'sendkit.rateBase': 'window',
};

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const manifest = JSON.parse(read('package.json')) as {
  activationEvents: string[];
  capabilities: { untrustedWorkspaces: { supported: boolean }; virtualWorkspaces: boolean };
  contributes: {
    commands: { command: string; category: string }[];
    menus: Record<string, MenuItem[]>;
    views: Record<string, { id: string }[]>;
    viewsWelcome: { view: string; contents: string; when: string }[];
    configuration: { properties: Record<string, Setting> };
    walkthroughs: { steps: { id: string; media: { svg: string }; completionEvents: string[] }[] }[];
  };
};
const strings = JSON.parse(read('package.nls.json')) as Record<string, string>;
const { commands, menus, views, viewsWelcome, configuration, walkthroughs } = manifest.contributes;

describe('The manifest', () => {
  it('declares exactly the commands that the extension registers', () => {
    assert.deepEqual(commands.map(({ command }) => command).sort(), Object.values(COMMANDS).sort());
    assert.ok(commands.every(({ category }) => category === 'SendKit'));
  });

  it('names no command in a menu or welcome that does not exist', () => {
    const focusOfViews = Object.values(VIEWS).map((view) => `${view}.focus`);
    const known = new Set<string>([...Object.values(COMMANDS), ...focusOfViews]);
    const inMenus = Object.values(menus).flatMap((items) => items.map(({ command }) => command));
    const inWelcomes = [...JSON.stringify(strings).matchAll(/\(command:([\w.]+)\)/g)].map(([, command]) => command);
    assert.ok(inWelcomes.length > 0);
    for (const command of [...inMenus, ...inWelcomes]) assert.ok(known.has(command ?? ''), command);
  });

  it('hides from the palette what needs a campaign or a chart', () => {
    const hidden = menus['commandPalette']?.filter(({ when }) => when === 'false').map(({ command }) => command);
    // These ask for a campaign where they are not given one.
    const ask: string[] = [
      ...[COMMANDS.compareCampaigns, COMMANDS.copyReport, COMMANDS.copyReportLink, COMMANDS.deleteHistory],
      ...[
        COMMANDS.exportHistory,
        COMMANDS.exportReport,
        COMMANDS.newTestFile,
        COMMANDS.openReportAsText,
        COMMANDS.planTest,
      ],
    ];
    const ofRows = ['view/item/context', 'webview/context'].flatMap((menu) => menus[menu] ?? []);
    const needsRow = ofRows.map(({ command }) => command).filter((command) => !ask.includes(command));
    assert.ok(needsRow.length > 0 && needsRow.includes(COMMANDS.saveChartSvg), String(needsRow));
    assert.deepEqual(
      needsRow.filter((command) => !hidden?.includes(command)),
      [],
    );
  });

  it('has a menu for what the page says is under the pointer, and for nothing else', () => {
    const sections = (menus['webview/context'] ?? []).map(({ when }) => when);
    const of = (section: string): string => `webviewId == '${REPORT_PANEL}' && webviewSection == ${section}`;
    assert.deepEqual([...new Set(sections)], [of('report'), of('chart')]);
  });

  it('gives every setting its scope, a default and a description, and lets nobody but the user set the address', () => {
    const ids = [MCP_SERVER_SETTING, ...Object.values(SETTING_KEYS).map((key) => `${SETTINGS_SECTION}.${key}`)];
    assert.deepEqual(Object.keys(configuration.properties).sort(), ids.sort());
    for (const [id, setting] of Object.entries(configuration.properties)) {
      assert.equal(setting.scope, SCOPES[id], id);
      assert.ok(setting.default !== undefined, id);
      assert.ok(setting.markdownDescription, id);
      assert.ok(!/key|token|secret|password/i.test(id), `${id} looks like a secret`);
    }
    assert.equal(configuration.properties['sendkit.apiBaseUrl']?.default, 'https://api.sendkit.ai');
  });

  it('offers to record a decision where a test file is in front', () => {
    const offered = menus['commandPalette']?.find(({ command }) => command === COMMANDS.recordDecision)?.when;
    const [, pattern = ''] = /^resourceFilename =~ \/(.+)\/$/.exec(offered ?? '') ?? [];
    assert.match('opening.sendkit-test.json', new RegExp(pattern));
    for (const other of ['opening.json', 'report.sendkit.json', 'sendkit-test.json', 'a.sendkit-test.json.bak']) {
      assert.doesNotMatch(other, new RegExp(pattern));
    }
  });

  it('starts the extension for nothing but a link, a report to restore, a test file, its views and its commands', () => {
    assert.deepEqual(manifest.activationEvents, ['onUri', `onWebviewPanel:${REPORT_PANEL}`]);
    assert.deepEqual(
      views['sendkit']?.map(({ id }) => id),
      Object.values(VIEWS),
    );
  });

  it('has a welcome for each state of the key', () => {
    const states = ['missing', 'stored', 'badBaseUrl'].map((state) => `${KEY_STATE_CONTEXT} == ${state}`);
    for (const view of Object.values(VIEWS)) {
      assert.deepEqual(
        viewsWelcome.filter((welcome) => welcome.view === view).map(({ when }) => when),
        states,
      );
    }
  });

  it('works in untrusted and virtual workspaces', () => {
    assert.equal(manifest.capabilities.untrustedWorkspaces.supported, true);
    assert.equal(manifest.capabilities.virtualWorkspaces, true);
  });

  it('uses every string of package.nls.json and no other', () => {
    const used = [...read('package.json').matchAll(/"%([\w.]+)%"/g)].map(([, name]) => name);
    assert.deepEqual([...new Set(used)].sort(), Object.keys(strings).sort());
  });

  it('has one walkthrough, whose steps have pictures in the theme’s colours and are done by what was done', () => {
    assert.equal(walkthroughs.length, 1);
    for (const { id, media, completionEvents } of walkthroughs[0]?.steps ?? []) {
      assert.match(read(media.svg), /var\(--vscode-/, id);
      assert.doesNotMatch(read(media.svg), /<script|href|NaN|undefined/, id);
      assert.ok(
        completionEvents.length > 0 && completionEvents.every((event) => event.startsWith('onContext:sendkit.')),
        id,
      );
    }
  });
});
