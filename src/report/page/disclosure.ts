import { html, type TemplateResult } from 'lit';
import { icon } from './icon';
import type { PageContext } from './pageContext';

export interface Disclosure {
  /** Its id in the page and in what the page remembers. */
  readonly id: string;
  /** One for both states, or one for each. */
  readonly label: string | { readonly closed: string; readonly open: string };
  readonly kind: string;
  readonly content: TemplateResult;
}

/** Something that is folded until the reader opens it, and stays as they left it. */
export function disclosure({ id, label, kind, content }: Disclosure, { navigation }: PageContext): TemplateResult {
  return html`<details
    class="fold ${kind}"
    ?open=${navigation.isOpen(id)}
    @toggle=${({ target }: Event) => navigation.setOpen(id, (target as HTMLDetailsElement).open)}
  >
    <summary id=${id}>
      ${icon('chevron-right')}${
        typeof label === 'string'
          ? label
          : html`<span class="when-closed">${label.closed}</span><span class="when-open">${label.open}</span>`
      }
    </summary>
    ${content}
  </details>`;
}
