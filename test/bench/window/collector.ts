import type { Row } from '../figures/row';
import type { Samples } from '../figures/samples';
import type { BenchWindow } from './benchWindow';

/** Measures something in each window that was just started. What goes first changes from window to window. */
export interface Collector {
  readonly collect: (window: BenchWindow, start: number, samples: Samples) => Promise<void>;
  readonly rows: (samples: Samples) => Row[];
}

/** The same things, each first in its turn. */
export function rotated<Item>(items: readonly Item[], by: number): Item[] {
  return items.map((_, index) => items[(index + by) % items.length] as Item);
}
