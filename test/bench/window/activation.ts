import { comparison } from '../figures/row';
import { rotated, type Collector } from './collector';
import { OURS } from './extensions';

const EMPTY = 'bench.empty';
const MINIMAL = 'bench.minimal';
const MEASURED = [EMPTY, MINIMAL, OURS];
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
    ...[EMPTY, MINIMAL].map((id) =>
      comparison({ about: 'Activation', what: 'end to end', unit: 'ms' }, samples.of(`${OURS} end to end`), {
        what: nameOf(id),
        values: samples.of(`${id} end to end`),
      }),
    ),
    comparison(
      { about: 'Activation', what: 'own time: main file and activate', unit: 'ms' },
      samples.of(`${OURS} own`),
      { what: nameOf(MINIMAL), values: samples.of(`${MINIMAL} own`) },
      3,
    ),
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

  rows: (samples) => [
    comparison(
      { about: 'Activation', what: 'own time again, in a host that is warm', unit: 'ms' },
      samples.of(`${OURS} anew`),
      { what: nameOf(MINIMAL), values: samples.of(`${MINIMAL} anew`) },
      3,
    ),
  ],
};

function nameOf(id: string): string {
  return id === EMPTY ? 'empty extension' : 'minimal extension';
}
