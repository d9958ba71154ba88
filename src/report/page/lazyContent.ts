import { LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';

/** What stands in a disclosure, made while that is open. */
@customElement('lazy-content')
export class LazyContent extends LitElement {
  @property({ attribute: false }) make: (() => TemplateResult) | null = null;

  /** That of a disclosure itself, not of one within it. */
  static of(details: HTMLDetailsElement): LazyContent | null {
    return details.querySelector<LazyContent>(':scope > lazy-content');
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult | typeof nothing {
    return this.make && this.closest('details')?.open === true ? this.make() : nothing;
  }
}
