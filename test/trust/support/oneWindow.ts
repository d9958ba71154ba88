import { randomBytes } from 'node:crypto';
import { after } from 'mocha';
import { startSandbox, type Sandbox } from '../../sandbox/server';
import { openProbedWindow, type ProbedWindow } from './probedWindow';
import { Traces } from './traces';
import { watch, type Watch } from './watch';
import { tapWire, type WireMessage } from './wire';

/** A window that the tests of this process share: to open one takes ten seconds. */
export interface OneWindow extends ProbedWindow {
  readonly sandbox: Sandbox;
  readonly watch: Watch;
  /** Keys that occur nowhere else in the world. Another one is refused. */
  readonly canary: { readonly workspace: string; readonly platform: string; readonly refused: string };
  readonly traces: Traces;
  /** What window and extension host said to each other with a trace of a canary in it, and how much they said in all. */
  readonly wire: { readonly messages: readonly WireMessage[]; readonly count: () => number };
}

let opened: Promise<OneWindow> | undefined;

export function oneWindow(): Promise<OneWindow> {
  opened ??= open();
  return opened;
}

after(async () => {
  if (!opened) return;
  const { close, sandbox } = await opened;
  await close();
  await sandbox.close();
});

async function open(): Promise<OneWindow> {
  const core = `Canary${randomBytes(16).toString('hex')}`;
  // What stands behind the core is written in another way by nearly everything: in JSON, in HTML, in a URL, in a shell.
  const awkward = '"\\<&>/+=%27$`';
  const canary = {
    // No log could tell by its looks that this is a key.
    workspace: `${core}${awkward}`,
    platform: `sk_user_${core}${awkward}`,
    refused: `refused_${core}${awkward}`,
  };
  const traces = new Traces(core);
  const sandbox = await startSandbox({ keys: canary });
  let watched: Watch | undefined;
  let wire: OneWindow['wire'] | undefined;
  const probed = await openProbedWindow({
    userSettings: { 'sendkit.apiBaseUrl': sandbox.url },
    page: { permissions: ['clipboard-read', 'clipboard-write'] },
    prepare: async (page) => {
      watched = await watch(page);
      wire = tapWire(page, (body) => traces.in(body).length > 0);
    },
  });
  if (!watched || !wire) throw new Error('The window was opened without being watched.');
  return { ...probed, sandbox, watch: watched, canary, traces, wire };
}
