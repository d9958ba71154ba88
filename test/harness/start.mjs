// node test/harness/start.mjs [--tour FOLDER]
// Installs what is missing, then starts a VS Code with the extension in it.
import { createRequire } from 'node:module';
import { bootstrap } from './bootstrap.mjs';

await bootstrap();
await import('tsx/cjs');
const { main } = createRequire(import.meta.url)('./start.ts');
process.exit(await main(process.argv.slice(2)));
