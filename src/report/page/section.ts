import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import type { Format } from '../../analytics/format';
import { icon } from './icon';
import { MOST_ROWS } from './mostRows';
import type { PageContext } from './pageContext';

export interface Section {
  /** Its class, and the beginning of its parts' ids. */
  readonly id: string;
  readonly heading: string;
  readonly body: TemplateResult;
  /** Stands quietly beside the heading, also while the section is folded. */
  readonly aside?: string | undefined;
}

/** A part of the page under a heading that folds it, and stays as the reader left it. */
export function section({ id, heading, body, aside }: Section, { navigation }: PageContext): TemplateResult {
  const toggle = `${id}-toggle`;
  const isOpen = (): boolean => navigation.isOpen(toggle, true);
  const turn = (open: boolean): void => {
    navigation.setOpen(toggle, open);
    document.getElementById(toggle)?.setAttribute('aria-expanded', String(open));
    if (open) document.getElementById(`${id}-body`)?.removeAttribute('hidden');
    else document.getElementById(`${id}-body`)?.setAttribute('hidden', UNTIL_FOUND);
  };
  return html`<section class=${id} aria-labelledby=${toggle}>
    <div class="heading">
      <h2>
        <button
          id=${toggle}
          class="toggle"
          aria-expanded=${isOpen()}
          aria-controls="${id}-body"
          @click=${() => turn(!isOpen())}
        >
          ${icon('chevron-right')}${heading}
        </button>
      </h2>
      ${aside === undefined ? nothing : html`<p class="quiet">${aside}</p>`}
    </div>
    <div id="${id}-body" class="body" hidden=${isOpen() ? nothing : UNTIL_FOUND} @beforematch=${() => turn(true)}>
      ${body}
    </div>
  </section>`;
}

/** What is folded still is searched by VS Code's find, and unfolds where something is found. */
const UNTIL_FOUND = 'until-found';

/** What stands where there is nothing to show yet. */
export function emptyState(sentence: string): TemplateResult {
  return html`<p class="empty quiet">${sentence}</p>`;
}

/** A quiet sentence about what stands beside it, or nothing. */
export function sentence(text: string | undefined): TemplateResult | typeof nothing {
  return text === undefined ? nothing : html`<p class="sentence quiet">${text}</p>`;
}

/** Says so where not all of `count` rows are shown. */
export function restNote(count: number, format: Format): TemplateResult | typeof nothing {
  const [shown, all] = [format.count(MOST_ROWS), format.count(count)];
  return count <= MOST_ROWS ? nothing : emptyState(l10n.t('The first {0} of {1} rows are shown.', shown, all));
}

/** The same for rows of days, whose newest are shown. */
export function newestNote(count: number, format: Format): TemplateResult | typeof nothing {
  const [shown, all] = [format.count(MOST_ROWS), format.count(count)];
  return count <= MOST_ROWS ? nothing : emptyState(l10n.t('The newest {0} of {1} days are shown.', shown, all));
}
