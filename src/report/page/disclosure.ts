import { html, type TemplateResult } from 'lit';
import { icon } from './icon';
import { LazyContent } from './lazyContent';
import type { PageContext } from './pageContext';

export interface Disclosure {
  /** Its id in the page and in what the page remembers. */
  readonly id: string;
  /** One for both states, or one for each. */
  readonly label: string | { readonly closed: string; readonly open: string };
  readonly kind: string;
  /** A function where it is much: it is called when the reader opens it. */
  readonly content: TemplateResult | (() => TemplateResult);
}

/** Something that is folded until the reader opens it, and stays as they left it. */
export function disclosure({ id, label, kind, content }: Disclosure, { navigation }: PageContext): TemplateResult {
  return html`<details
    class="fold ${kind}"
    ?open=${navigation.isOpen(id)}
    @toggle=${({ target }: Event) => {
      const details = target as HTMLDetailsElement;
      navigation.setOpen(id, details.open);
      LazyContent.of(details)?.requestUpdate();
    }}
  >
    <summary id=${id}>
      ${icon('chevron-right')}${
        typeof label === 'string'
          ? label
          : html`<span class="when-closed">${label.closed}</span><span class="when-open">${label.open}</span>`
      }
    </summary>
    ${typeof content === 'function' ? html`<lazy-content .make=${content}></lazy-content>` : content}
  </details>`;
}
