// node test/run.mjs [SUITE…] [OPTION OF MOCHA…]
// Installs what is missing, then runs the test suites: all of the usual ones, or those named.
import { createRequire } from 'node:module';
import { bootstrap } from './harness/bootstrap.mjs';

await bootstrap();
await import('tsx/cjs');
const { main } = createRequire(import.meta.url)('./run.ts');
process.exit(await main(process.argv.slice(2)));
