import { numberedId } from '../../sandbox/data/ids';

/** Campaigns of the workspace that the key is bound to. */
export function generatedIds(count: number): string[] {
  return Array.from({ length: count }, (_, index) => numberedId(1, index));
}
