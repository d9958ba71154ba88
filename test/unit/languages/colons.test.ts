import assert from 'node:assert/strict';
import * as l10n from '@vscode/l10n';
import { formatFor } from '../../../src/analytics/format';
import { reportMarkdown } from '../../../src/export/markdownReport';
import { anAnswer } from '../builders';
import { OPTIONS } from '../export/sandboxReports';
import { translated } from './bundles';

describe('Between a fact’s name and the fact', () => {
  after(() => l10n.config({ contents: {} }));

  for (const [language, line] of [
    ['de', /^- \*\*Status\*\*: aktiv$/m],
    ['fr', /^- \*\*Statut\*\*\s: active?$/m],
    ['zh-cn', /^- \*\*状态\*\*：/m],
  ] as const) {
    it(`stands a colon as it is written in ${language}`, () => {
      l10n.config({ contents: { ...translated('bundle', language) } });
      const report = anAnswer().campaign({ status: 'active' }).report();
      const markdown = reportMarkdown(report, { ...OPTIONS, format: formatFor(language) });
      assert.match(markdown, line);
      const own = language === 'de' ? [] : (markdown.match(/\p{L}\*\*: /gu) ?? []);
      assert.deepEqual(own, []);
    });
  }
});
