// What stands before the first test: mocha's own build for browsers, and a console whose output is told from VS Code's.
import { testOutput } from '../harness/testOutput';
import { webRun } from './webRun';

const vscodes = globalThis.console;
const print = (first: unknown = '', ...rest: unknown[]): void => vscodes.log(testOutput + String(first), ...rest);
globalThis.console = Object.create(vscodes, { log: { value: print } }) as Console;

// eslint-disable-next-line @typescript-eslint/no-require-imports -- mocha keeps the console's functions when it is loaded
require('mocha/mocha.js');
mocha.setup({ ui: 'bdd', reporter: 'spec', ...webRun.mocha });
