import assert from 'node:assert/strict';
import { pseudoLanguage } from '../harness/pseudoLanguage';
import { openVSCode, type DisplayLanguage, type OpenVSCode } from '../harness/window/openVSCode';
import { startSandbox, type Sandbox } from '../sandbox/server';
import { translated } from '../unit/languages/bundles';
import { languageSteps } from './languageSteps';

type Language = Required<DisplayLanguage>;

/** The first is read by VS Code from the extension's own files. */
const languages: Readonly<Record<string, () => Promise<{ language: Language; open: DisplayLanguage }>>> = {
  German() {
    const language = { name: 'de', bundle: translated('bundle', 'de'), manifest: translated('package', 'de') };
    return Promise.resolve({ language, open: { name: 'de' } });
  },
  async 'a language of longer words'() {
    const language = await pseudoLanguage();
    return { language, open: language };
  },
};

for (const [name, load] of Object.entries(languages)) {
  describe(`A person whose VS Code speaks ${name}`, () => {
    let sandbox: Sandbox;
    let vscode: OpenVSCode;
    let language: Language;

    before(async () => {
      const loaded = await load();
      ({ language } = loaded);
      sandbox = await startSandbox();
      vscode = await openVSCode({ userSettings: { 'sendkit.apiBaseUrl': sandbox.url }, language: loaded.open });
    });

    after(async () => {
      await vscode.close();
      await sandbox.close();
    });

    it('sees the view, the tree and the report in it, with nothing cut off', async () => {
      const notes: string[] = [];
      for (const { go } of languageSteps(language)) {
        await go({
          window: vscode.window,
          sandbox,
          note: (text) => notes.push(text),
          picture: () => Promise.resolve(),
        });
      }
      if (language.name === 'de') assert.match(notes.join('\n').replaceAll('\u00a0', ' '), /Beantwortet 12 · 8,3 %/);
    });
  });
}
