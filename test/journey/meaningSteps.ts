import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compareCampaigns, giveKey, loadCampaign } from './loading';
import type { Step } from './steps';
import { reportText } from './steps';

const tested = 'Founders, two openings';
const small = 'Q1 Outreach Campaign';

/** A person's way to what the figures mean: verdicts, health, a comparison, a plan, and something to send to others. */
export const meaningSteps: readonly Step[] = [
  {
    name: 'A key is set, and two campaigns are loaded',
    async go({ window, sandbox }) {
      const { seed, variants } = sandbox.campaigns;
      await giveKey(window, sandbox);
      await loadCampaign(window, seed, small);
      await loadCampaign(window, variants, tested);
    },
  },
  {
    name: 'The tree says the verdict of a tested e-mail, and marks the campaign whose health needs a look',
    async go({ window, note }) {
      const tree = window.tree('Campaigns');
      await tree.expand(tested);
      const step = await tree.waitForRow([tested, 'Steps', 'Email 1']);
      note(step.spoken);
      assert.match(step.description, /^Clear winner: B · Opening/);
      await tree.collapse(tested);
      const marked = await tree.waitForRow([small]);
      note(marked.spoken);
      assert.match(marked.spoken, /Bounce rate warning/);
    },
  },
  {
    name: 'The report says the important thing first, and has a card for each tested e-mail',
    async go({ window, note, picture }) {
      const page = await window.webview(tested);
      const text = await reportText(page, /Clear winner/);
      const summary = await page.locator('.summary').innerText();
      note(summary);
      assert.match(summary, /Email 1 · Opening: Variant B is the clear winner, send that one\./);
      assert.ok(text.indexOf(summary) < text.indexOf('Sent'));
      const cards = page.locator('article.verdict');
      assert.equal(await cards.count(), 3);
      await cards.first().scrollIntoViewIfNeeded();
      const card = await cards.first().innerText();
      note(card);
      for (const expected of [/Clear winner: B/, /more than chance explains/, /planned size/, /Main/]) {
        assert.match(card, expected);
      }
      await picture('verdict');
      await cards.first().locator('summary').click();
      await cards.first().getByText('Expected loss').first().waitFor();
      const figures = await cards.first().innerText();
      for (const expected of [/Probability of being the best/, /Expected loss/, /Holm-adjusted/]) {
        assert.match(figures, expected);
      }
      await picture('verdict-figures');
    },
  },
  {
    name: 'Two campaigns are compared, with what their differences can bear',
    async go({ window, note, picture }) {
      const page = await compareCampaigns(window, tested, small);
      await window.waitForTab(`Compare ${small}, ${tested}`);
      const text = await reportText(page, /may be noise/);
      note(await page.locator('.summary').innerText());
      assert.match(text, /Sorted by reply rate, small campaigns drawn towards the workspace’s/);
      await picture('comparison');
    },
  },
  {
    name: 'A test is planned from the campaign’s own rate and pace, and says what the list cannot show',
    async go({ window, note, picture }) {
      await window.runCommand('SendKit: Plan A/B Test');
      await window.quickInput.waitFor('Plan A/B Test');
      await window.quickInput.choose(small);
      await window.quickInput.choose('Email 1 · Opening — Click rate 12.4%');
      await window.quickInput.waitForRow(/1\.25× lift/);
      const rows = await window.quickInput.rows();
      note(rows.map(({ label, description }) => `${label} ${description}`).join('\n'));
      assert.ok(rows.some(({ label }) => /leads in 2 variants can only show a [\d.]+× change/.test(label)));
      await picture('plan');
      await window.quickInput.type('80%');
      await window.quickInput.waitForRow(/^1\.8× lift/);
      await window.quickInput.accept();
      await window.waitForStatus('The plan was copied');
    },
  },
  {
    name: 'The report is saved as a file to send to others',
    async go({ window, note }) {
      const folder = await mkdtemp(join(tmpdir(), 'export-'));
      try {
        const file = join(folder, 'report.md');
        await window.selectTab(tested);
        await reportText(await window.webview(tested));
        await window.runCommand('SendKit: Export Report');
        await window.quickInput.waitFor('Export Report');
        await window.quickInput.choose('Markdown');
        await window.saveAs(file);
        await window.notifications.waitFor('report.md was saved.');
        const text = await readFile(file, 'utf8');
        note(text.slice(0, text.indexOf('\n## ')));
        assert.match(text, /^# Founders, two openings/);
        assert.match(text, /Clear winner: B/);
      } finally {
        await rm(folder, { recursive: true });
      }
    },
  },
];
