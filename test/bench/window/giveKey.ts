import type { Sandbox } from '../../sandbox/server';
import type { BenchWindow } from './benchWindow';

/** As a person does: a secret has no other way in. */
export async function giveKey({ window }: BenchWindow, { key }: Sandbox): Promise<void> {
  await window.runCommand('SendKit: Set API Key');
  await window.quickInput.waitFor('SendKit API key for');
  await window.quickInput.type(key);
  await window.quickInput.accept();
  await window.quickInput.waitUntilClosed();
}
