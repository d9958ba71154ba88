// The sandbox on its own: `npm run sandbox -- [--port N] [--today YYYY-MM-DD]`. Runs until Ctrl+C.
import { parseArgs } from 'node:util';
import { CONTROL_PATH } from './control';
import { startSandbox } from './server';

const DEFAULT_PORT = 8765;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { port: { type: 'string', default: String(DEFAULT_PORT) }, today: { type: 'string' } },
  });
  const { port, today } = values;
  const sandbox = await startSandbox({ port: Number(port), ...(today !== undefined && { today }) });
  console.log(`SendKit sandbox   ${sandbox.url}
Workspace key     ${sandbox.key}
Platform key      ${sandbox.platformKey}
Workspaces        ${sandbox.workspaces.map(({ id, name }) => `${id}  ${name}`).join('\n                  ')}
Campaigns         ${Object.entries(sandbox.campaigns)
    .map(([name, id]) => `${id}  ${name}`)
    .join('\n                  ')}
Today             ${sandbox.today}
Faults, clock     ${sandbox.url}${CONTROL_PATH} (see test/sandbox/README.md)

Set "sendkit.apiBaseUrl" to the first line. Ctrl+C stops it.`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void sandbox.close());
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
