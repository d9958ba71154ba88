import { Worker } from 'node:worker_threads';

/** Far longer than any answer takes, however slow the machine is. */
const SECONDS = 60;

/** Ends the process, saying where it was, when one answer keeps it busy for a minute: no timer would fire in a loop without end. */
export function watchdog(what: string): { readonly passed: (number: number) => void; readonly end: () => void } {
  const shared = new SharedArrayBuffer(4);
  const last = new Int32Array(shared);
  const worker = new Worker(SOURCE, { eval: true, workerData: { shared, what, seconds: SECONDS } });
  worker.unref();
  return {
    passed: (number) => Atomics.store(last, 0, number),
    end: () => void worker.terminate(),
  };
}

const SOURCE = `
  const { workerData: { shared, what, seconds } } = require('node:worker_threads');
  const { writeSync } = require('node:fs');
  const last = new Int32Array(shared);
  let [number, since] = [-1, 0];
  setInterval(() => {
    const now = Atomics.load(last, 0);
    since = now === number ? since + 1 : 0;
    number = now;
    if (since < seconds) return;
    writeSync(2, 'Answer ' + number + ' of ' + what + ' took longer than ' + seconds + ' seconds.\\n');
    process.kill(process.pid, 'SIGKILL');
  }, 1000);
`;
