import type { Format } from '../../analytics/format';
import type { Host } from './host';
import type { Navigation } from './navigation';

/** What every part of the page is drawn with. */
export interface PageContext {
  readonly format: Format;
  readonly host: Host;
  readonly navigation: Navigation;
}
