import * as v from 'valibot';
import { comparedSchema } from '../comparedSchema';
import type { ComparedRef, ReportSection } from '../protocol';
import type { Host } from './host';

/** Where the reader is: all that the page remembers. `campaign` is how the panel finds its report after a restart. */
interface Place {
  readonly campaign: string | null;
  /** The same for a comparison: what is compared. */
  readonly comparison: readonly ComparedRef[] | null;
  /** What is folded open or shut against its nature, by its key. */
  readonly folds: Readonly<Record<string, boolean>>;
  /** Pixels from the top. */
  readonly scroll: number;
  /** Id of the element that last had the focus. */
  readonly focus: string | null;
}

const place = v.object({
  campaign: v.fallback(v.nullable(v.string()), null),
  comparison: v.fallback(v.nullable(v.array(comparedSchema)), null),
  folds: v.fallback(v.record(v.string(), v.boolean()), {}),
  scroll: v.fallback(v.pipe(v.number(), v.finite()), 0),
  focus: v.fallback(v.nullable(v.string()), null),
});

/** Remembers where the reader is and brings them back there when the page is opened again. */
export class Navigation {
  private place: Place;
  private returned = false;
  private goingTo: ReportSection | undefined;

  constructor(private readonly host: Host) {
    const stored = v.safeParse(place, host.readState());
    this.place = stored.success
      ? stored.output
      : { campaign: null, comparison: null, folds: {}, scroll: 0, focus: null };
    document.addEventListener('scrollend', () => {
      if (this.returned) this.remember({ scroll: window.scrollY });
    });
    document.addEventListener('focusin', ({ target }) => {
      if (target instanceof Element && target.id !== '') this.remember({ focus: target.id });
    });
  }

  /** `byNature` is how it is until the reader has folded or unfolded it. */
  isOpen(fold: string, byNature = false): boolean {
    return this.place.folds[fold] ?? byNature;
  }

  setOpen(fold: string, open: boolean): void {
    if (this.place.folds[fold] !== open) this.remember({ folds: { ...this.place.folds, [fold]: open } });
  }

  /** Keeps whose report this is. */
  showing(campaign: string): void {
    if (this.place.campaign !== campaign) this.remember({ campaign });
  }

  /** Keeps what this comparison is of. */
  comparing(comparison: readonly ComparedRef[]): void {
    if (JSON.stringify(this.place.comparison) !== JSON.stringify(comparison)) this.remember({ comparison });
  }

  /** Whether the page begins where it ends up: nothing leads further down. */
  isAtTop(): boolean {
    return this.place.scroll === 0 && this.place.focus === null && this.goingTo === undefined;
  }

  /** Unfolds a section and brings it into view, its heading focused, as soon as there is one. */
  goTo(section: ReportSection): void {
    this.goingTo = section;
    if (this.returned) this.arrive();
  }

  private arrive(): void {
    const toggle = document.getElementById(`${this.goingTo ?? ''}-toggle`);
    if (toggle?.ariaExpanded === 'false') toggle.click();
    toggle?.scrollIntoView();
    toggle?.focus({ preventScroll: true });
    this.goingTo = undefined;
  }

  /** Once, after the first report is drawn: scrolls to where the reader was, and gives back the focus with the window's. */
  returnToPlace(): void {
    if (this.returned) return;
    const { scroll, focus } = this.place;
    const giveBack = (): void => {
      if (focus !== null && document.activeElement === document.body) {
        document.getElementById(focus)?.focus({ preventScroll: true });
      }
    };
    // Charts draw themselves once they know their width: by the next frame all is where it was.
    requestAnimationFrame(() => {
      window.scrollTo({ top: scroll });
      if (document.hasFocus()) giveBack();
      else window.addEventListener('focus', giveBack, { once: true });
      this.returned = true;
      if (this.goingTo) this.arrive();
    });
  }

  private remember(change: Partial<Place>): void {
    this.place = { ...this.place, ...change };
    this.host.writeState(this.place);
  }
}
