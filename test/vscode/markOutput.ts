import { format } from 'node:util';
import { testOutput } from '../harness/testOutput';

// Mocha keeps the console's functions when it is loaded, so this must be imported before it. VS Code does not let
// `console.log` be replaced, but the console itself can be.
const print = (...values: unknown[]) => vscodes.log(format(...values).replaceAll(/^/gm, testOutput));
const vscodes = globalThis.console;
globalThis.console = Object.create(vscodes, { log: { value: print } }) as Console;
