import * as l10n from '@vscode/l10n';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { ALL_TIME, PERIOD_CHOICES, today, type PeriodChoice } from '../../../analytics/period';
import type { Format } from '../../../analytics/format';
import { periodName } from '../../../analytics/words';
import { adoptStyles } from '../adoptStyles';
import { button } from '../button';
import { icon } from '../icon';
import { daysProblemSentence, firstDays, problemOfDays, type CustomDays, type DaysProblem } from './customDays';

export interface PeriodPickerModel {
  readonly choice: PeriodChoice;
  readonly format: Format;
  readonly select: (choice: PeriodChoice) => void;
}

/** Values of the options that stand for no choice of the list. */
const CHOSEN_DAYS = 'chosen';
const OTHER_DAYS = 'other';

const ids = { select: 'period', from: 'period-from', to: 'period-to', problem: 'period-problem' } as const;

/** The period of the figures: a list, and fields for first and last day where neither of the list's will do. */
@customElement('period-picker')
export class PeriodPicker extends LitElement {
  @property({ attribute: false }) model: PeriodPickerModel | null = null;
  /** What stands in the fields; `null` while they are not there. */
  @state() private days: CustomDays | null = null;
  @state() private problem: DaysProblem | null = null;
  private choice: PeriodChoice = ALL_TIME;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(): void {
    const { choice } = this.model ?? { choice: ALL_TIME };
    if (!isSame(choice, this.choice)) this.close();
    this.choice = choice;
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.model) return nothing;
    const { choice, format } = this.model;
    return html`<label class="period">
        <span class="visually-hidden">${l10n.t('Period')}</span>
        <select id=${ids.select} @change=${() => this.pick()}>
          ${PERIOD_CHOICES.map((offered, index) => html`<option value=${index}>${periodName(offered, format)}</option>`)}
          ${
            choice.kind === 'custom'
              ? html`<option value=${CHOSEN_DAYS}>${periodName(choice, format)}</option>`
              : nothing
          }
          <option value=${OTHER_DAYS}>${l10n.t('Custom…')}</option>
        </select>
      </label>
      ${this.days ? this.renderFields(this.days) : nothing}`;
  }

  /** What is selected follows what is shown, also where the reader has picked something that came to nothing. */
  protected override updated(): void {
    const select = this.querySelector<HTMLSelectElement>(`#${ids.select}`);
    if (select) select.value = this.days ? OTHER_DAYS : optionOf(this.choice);
  }

  private renderFields(days: CustomDays): TemplateResult {
    const { problem } = this;
    return html`<div
      class="custom-period"
      role="group"
      aria-label=${l10n.t('Custom period')}
      @keydown=${(event: KeyboardEvent) => this.press(event)}
    >
      ${this.renderField('from', l10n.t('First day'), days, problem !== null && problem !== 'lastIsNoDay')}
      ${this.renderField('to', l10n.t('Last day'), days, problem !== null && problem !== 'firstIsNoDay')}
      <div class="actions">
        ${button({ id: 'period-apply', label: l10n.t('Apply'), onClick: () => this.apply() })}
        ${button({ id: 'period-cancel', label: l10n.t('Cancel'), secondary: true, onClick: () => this.leave() })}
      </div>
      <p id=${ids.problem} role="alert">
        ${problem === null ? nothing : html`${icon('error')}<span>${daysProblemSentence(problem)}</span>`}
      </p>
    </div>`;
  }

  private renderField(name: keyof CustomDays, label: string, days: CustomDays, isWrong: boolean): TemplateResult {
    return html`<label
      >${label}
      <input
        id=${ids[name]}
        type="date"
        max="9999-12-31"
        .value=${days[name]}
        aria-invalid=${isWrong}
        aria-describedby=${isWrong ? ids.problem : nothing}
        @input=${({ target }: Event) => this.write(name, (target as HTMLInputElement).value)}
    /></label>`;
  }

  private pick(): void {
    const value = this.querySelector<HTMLSelectElement>(`#${ids.select}`)?.value;
    if (value === OTHER_DAYS) {
      this.days = firstDays(this.choice, today(Date.now()));
      return;
    }
    this.close();
    const picked = PERIOD_CHOICES[Number(value)];
    if (picked) this.model?.select(picked);
  }

  private write(name: keyof CustomDays, day: string): void {
    if (this.days) this.days = { ...this.days, [name]: day };
  }

  private apply(): void {
    const { days } = this;
    if (!days) return;
    this.problem = problemOfDays(days) ?? null;
    if (this.problem !== null) {
      this.focusOn(this.problem === 'lastIsNoDay' ? ids.to : ids.from);
      return;
    }
    this.leave();
    this.model?.select({ kind: 'custom', ...days });
  }

  private press(event: KeyboardEvent): void {
    const inField = (event.target as Element).matches('input');
    if (event.key === 'Enter' && inField) {
      event.preventDefault(); // else the list, which has the focus by then, opens with the same key
      this.apply();
    } else if (event.key === 'Escape') this.leave();
  }

  /** The fields go, and the focus that was in them goes back to where they came from. */
  private leave(): void {
    this.close();
    this.focusOn(ids.select);
  }

  private close(): void {
    this.days = null;
    this.problem = null;
  }

  private focusOn(id: string): void {
    this.querySelector<HTMLElement>(`#${id}`)?.focus();
  }
}

function optionOf(choice: PeriodChoice): string {
  return choice.kind === 'custom'
    ? CHOSEN_DAYS
    : String(PERIOD_CHOICES.findIndex((offered) => isSame(offered, choice)));
}

/** Choices are plain data of a few fields, always written in the same order. */
function isSame(a: PeriodChoice, b: PeriodChoice): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

adoptStyles(css`
  period-picker {
    display: contents;

    select,
    input {
      height: 26px;
      padding: 0 6px;
      border: 1px solid var(--vscode-dropdown-border, var(--line));
      border-radius: 4px;
      background: var(--vscode-dropdown-background, var(--paper));
      color: var(--vscode-dropdown-foreground, var(--ink));
      font: inherit;
    }

    select {
      max-width: 100%;
    }

    :is(select, input):focus-visible {
      outline: 1px solid var(--focus);
      outline-offset: -1px;
    }

    [aria-invalid='true'] {
      border-color: var(--vscode-inputValidation-errorBorder, #be1100);
    }

    .custom-period {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 8px;
      align-items: end;
      justify-self: end;
    }

    .custom-period label {
      display: grid;
      color: var(--quiet);
    }

    [role='alert'] {
      display: flex;
      width: 0;
      min-width: 100%;
      gap: 6px;
      align-items: center;
    }

    [role='alert']:not(:has(span)) {
      display: none;
    }

    .icon {
      color: var(--error);
    }
  }

  :is(.vscode-dark, .vscode-high-contrast):not(.vscode-high-contrast-light) period-picker {
    color-scheme: dark;
  }

  .days {
    margin-top: 20px;
    color: var(--strong);
  }

  .days + .tiles {
    margin-top: 8px;
  }

  @media print {
    period-picker {
      display: none;
    }
  }
`);
