import { comparison, type Row } from '../figures/row';
import type { Samples } from '../figures/samples';
import { rotated, type Collector } from './collector';
import { OURS } from './extensions';

const EMPTY = 'bench.empty';
const MINIMAL = 'bench.minimal';
const REGISTERING = 'bench.registering';
const MEASURED = [EMPTY, MINIMAL, REGISTERING, OURS];
const NAMES = {
  [EMPTY]: 'empty extension',
  [MINIMAL]: 'minimal extension',
  [REGISTERING]: 'one that registers the same',
} as const;
/** In each window. */
const TIMES_ANEW = 15;

/** Before anything else happens in the window. */
export const activation: Collector = {
  async collect({ ask }, start, samples) {
    await ask('activate', 'bench.floor'); // the first one of all finds the extension host cold
    for (const id of rotated(MEASURED, start)) {
      const { endToEnd, own } = await ask<{ endToEnd: number; own: number }>('activate', id);
      samples.add(`${id} end to end`, endToEnd);
      samples.add(`${id} own`, own);
    }
  },

  rows: (samples) => [
    ...([EMPTY, MINIMAL] as const).map((id) =>
      comparison({ about: 'Activation', what: 'end to end', unit: 'ms' }, samples.of(`${OURS} end to end`), {
        what: NAMES[id],
        values: samples.of(`${id} end to end`),
      }),
    ),
    ...besideFloors('own time: main file and activate', samples, 'own'),
  ],
};

/** When nothing else is left to measure in the window: what was registered is given up each time. */
export const activationAnew: Collector = {
  async collect({ ask }, start, samples) {
    for (let times = 0; times < TIMES_ANEW; times += 1) {
      for (const id of rotated(MEASURED, start + times)) {
        samples.add(`${id} anew`, await ask<number>('activateAnew', id));
      }
    }
  },

  rows: (samples) => besideFloors('own time again, in a host that is warm', samples, 'anew'),
};

/** The goal is beside the minimal one; beside the other stands what of ours is not VS Code's own. */
function besideFloors(what: string, samples: Samples, when: string): Row[] {
  return ([MINIMAL, REGISTERING] as const).map((id) =>
    comparison(
      { about: 'Activation', what, unit: 'ms' },
      samples.of(`${OURS} ${when}`),
      { what: NAMES[id], values: samples.of(`${id} ${when}`) },
      id === MINIMAL ? 3 : null,
    ),
  );
}
