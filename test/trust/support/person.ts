import type { Sandbox } from '../../sandbox/server';
import type { ProbedWindow } from './probedWindow';

/** Begins a command of the extension, as a click would; what it asks is still to be answered. */
export function begin({ run }: ProbedWindow, command: string, ...args: readonly unknown[]): Promise<void> {
  return run(
    (vscode, all: readonly unknown[]) => void vscode.commands.executeCommand(String(all[0]), ...all.slice(1)),
    [command, ...args],
  );
}

/** Runs a command that asks nothing, to its end. */
export function finish({ run }: ProbedWindow, command: string, ...args: readonly unknown[]): Promise<unknown> {
  return run(
    (vscode, all: readonly unknown[]) => vscode.commands.executeCommand(String(all[0]), ...all.slice(1)),
    [command, ...args],
  );
}

/** Gives the key that the prompt asks for. */
export async function giveKey(probed: ProbedWindow, { url, key }: Pick<Sandbox, 'url' | 'key'>): Promise<void> {
  const { quickInput } = probed.window;
  await begin(probed, 'sendkit.setApiKey');
  await quickInput.waitFor(`SendKit API key for ${url}`);
  await quickInput.type(key);
  await quickInput.accept();
  await quickInput.waitUntilClosed();
}

/** What a tool answers a language model, or the error that it gets, once the user has agreed to the call. */
export async function invokeTool({ run, window }: ProbedWindow, name: string, input: object): Promise<string> {
  const answer = run(
    async (vscode, call) => {
      const token = new vscode.CancellationTokenSource().token;
      try {
        const result = await vscode.lm.invokeTool(
          call.name,
          { input: call.input, toolInvocationToken: undefined },
          token,
        );
        return result.content.map((part) => (part as { value?: string }).value ?? '').join('');
      } catch (error) {
        return String(error);
      }
    },
    { name, input },
  );
  await window.notifications.answerDialog('Read campaign analytics', 'Yes');
  return answer;
}
