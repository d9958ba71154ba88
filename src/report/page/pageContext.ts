import type { Format } from '../../analytics/format';
import type { Host } from './host';
import type { Navigation } from './navigation';

/** How much of a page is drawn: the figures at its top alone, until they are painted, or all of it. */
export type Extent = 'top' | 'whole';

/** What every part of the page is drawn with. */
export interface PageContext {
  readonly format: Format;
  readonly host: Host;
  readonly navigation: Navigation;
  readonly extent: Extent;
}
