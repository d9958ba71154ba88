import assert from 'node:assert/strict';
import type { DisplayLanguage } from '../harness/window/openVSCode';
import { allTexts, clipped } from '../report/support/drawnTexts';
import { english, type Strings } from '../unit/languages/bundles';
import { reportText, type Step } from './steps';

const campaign = 'Q1 Outreach Campaign';
/** Windows that show the whole report, wide and narrow. */
const WINDOWS = { wide: { width: 1600, height: 1760 }, narrow: { width: 760, height: 3200 } };

/** A person's way in a VS Code with another display language. */
export function languageSteps({ name, bundle, manifest }: Required<DisplayLanguage>): readonly Step[] {
  const title = (): string => say(bundle, '{0} (sample)').replace('{0}', campaign);
  const lastWords = (): RegExp => new RegExp(say(bundle, 'Total replied').replaceAll(/[[\]]/g, '\\$&'));
  return [
    {
      name: `The empty view speaks the language ${name}`,
      async go({ window, note, picture }) {
        await window.openViewContainer(say(manifest, 'container.sendkit'));
        const [firstLine = ''] = say(manifest, 'welcome.noKey').split('\n');
        note(await window.welcomeText(firstLine));
        await picture(`${name}-welcome`);
      },
    },
    {
      name: `The tree speaks the language ${name}`,
      async go({ window, note, picture }) {
        await window.runCommand(`SendKit: ${say(manifest, 'command.openSampleCampaign')}`);
        const tree = window.tree(say(manifest, 'view.campaigns'));
        // What is opened shows its rows by itself: a click at the same moment would hide them.
        const row = await tree.waitForRow([campaign, say(bundle, 'Overview'), say(bundle, 'Replied')]);
        note(`${row.label} ${row.description}`);
        await reportText(await window.webview(title()), lastWords());
        await picture(`${name}-tree`);
      },
    },
    ...Object.entries(WINDOWS).map(([size, viewport]): Step => ({
      name: `The report speaks the language ${name}, and in a ${size} window nothing of it is cut off`,
      async go({ window, note, picture }) {
        await window.page.setViewportSize(viewport);
        const page = await window.webview(title());
        note(await reportText(page, lastWords()));
        await page.evaluate(
          () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => drawn(true)))),
        );
        await picture(`${name}-report-${size}`);
        assert.deepEqual(await clipped(page), []);
        const untranslated = wordsTranslatedIn(bundle);
        assert.deepEqual(
          (await allTexts(page)).filter((text) => untranslated.has(text)),
          [],
        );
      },
    })),
  ];
}

function say(strings: Strings, key: string): string {
  const text = strings[key];
  assert.ok(text, `There is no “${key}”`);
  return text;
}

/** The English of what has other words in this language. */
function wordsTranslatedIn(bundle: Strings): ReadonlySet<string> {
  const translated = Object.entries(english('bundle')).filter(([key, text]) => bundle[key] !== text);
  return new Set(translated.map(([, text]) => text));
}
