// Where else a failure is said than in a campaign’s row, with what each of the faults that quote the key is said to be.
import { until } from '../../harness/window/until';
import type { Fault } from '../../sandbox/faults';
import { begin, finish } from '../support/person';
import type { Way } from './everyCommand';

export const QUOTING = {
  'quotes-the-key-401': 'The key was refused',
  'quotes-the-key-500': 'SendKit cannot answer right now',
  'quotes-the-key-302': 'answered with a redirect',
  'quotes-the-key-as-type': 'does not seem to be SendKit’s',
} satisfies Partial<Record<Fault, string>>;

/** Each asks SendKit, and waits until it is said what came of it. */
export const PLACES: Readonly<Record<string, (way: Way, words: string) => Promise<void>>> = {
  'the workspace’s view': async (way, words) => {
    const tree = way.window.tree('Workspace');
    await finish(way, 'sendkit.workspace.focus');
    await tree.expand('Totals');
    await finish(way, 'sendkit.refreshWorkspace');
    await until({
      what: 'the view says why there are no newer totals',
      look: async () => (await tree.rows()).some(({ spoken }) => spoken.includes(words)) || undefined,
      instead: () => tree.rows(),
    });
  },
  'the picker': async (way, words) => {
    const { quickInput } = way.window;
    await begin(way, 'sendkit.showCampaignAnalytics');
    await quickInput.waitFor('Show Campaign Analytics');
    await until({
      what: 'the picker says why nothing was found',
      look: async () => (await quickInput.rows()).some(({ label }) => label.includes(words)) || undefined,
      instead: () => quickInput.rows(),
    });
    await quickInput.cancel();
    await quickInput.waitUntilClosed();
  },
  'a comparison': async (way, words) => {
    const { quickInput } = way.window;
    await begin(way, 'sendkit.compareCampaigns', { campaignId: way.sandbox.campaigns.seed });
    await quickInput.waitFor('Compare Campaigns');
    await quickInput.waitForLabel('Q1 Outreach Campaign');
    await quickInput.accept();
    await quickInput.waitForRow(/against/);
    await quickInput.accept();
    await (await way.window.webview('Compare')).getByText(words).first().waitFor();
    await finish(way, 'workbench.action.closeActiveEditor'); // one that is open would not ask again
  },
  'Select Workspace': async (way, words) => {
    await finish(way, 'notifications.clearAll');
    await begin(way, 'sendkit.selectWorkspace');
    await finish(way, 'notifications.showList');
    await way.window.notifications.waitFor(words);
    await finish(way, 'notifications.hideList');
  },
};
