import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Credentials } from '../campaigns/credentials';
import type { Problem } from '../campaigns/problem';

const MAX_KEY_LENGTH = 500;

/**
 * Asks for the key of the current address, checks it with SendKit and stores it.
 * Resolves with whether a key was stored. A refused key stays in the field, to be corrected.
 */
export function promptForApiKey(credentials: Credentials): Promise<boolean> {
  const baseUrl = credentials.requireBaseUrl();
  const input = vscode.window.createInputBox();
  input.title = l10n.t('SendKit API key for {0}', baseUrl.origin);
  input.prompt = l10n.t(
    'A workspace key (sk_…) or a platform key (sk_user_…), from SendKit under Settings, API. It is kept in VS Code’s secret storage and sent only to {0}.',
    baseUrl.origin,
  );
  input.placeholder = 'sk_…';
  input.password = true;
  input.ignoreFocusOut = true;

  return new Promise((resolve, reject) => {
    let checking: AbortController | undefined;
    let stored = false;

    const accept = async (): Promise<void> => {
      if (checking) return;
      const key = input.value.trim();
      input.validationMessage = problemWithKey(key);
      if (input.validationMessage !== undefined) return;

      checking = new AbortController();
      input.busy = true;
      input.enabled = false;
      const check = await credentials.check(baseUrl, key, checking.signal);
      if (checking.signal.aborted) return;
      checking = undefined;
      input.busy = false;
      input.enabled = true;

      if (!check.ok && check.problem.kind === 'unauthorized') {
        input.validationMessage = l10n.t('SendKit refused this key. Check that it was copied whole.');
        return;
      }
      if (!check.ok && !(await confirmUnchecked(check.problem))) return;
      await credentials.store(baseUrl, key);
      stored = true;
      input.hide();
    };

    input.onDidChangeValue(() => (input.validationMessage = undefined));
    input.onDidAccept(() => void accept().catch(reject));
    input.onDidHide(() => {
      checking?.abort();
      input.dispose();
      resolve(stored);
    });
    input.show();
  });
}

function problemWithKey(key: string): string | undefined {
  if (key === '') return l10n.t('Paste the key here.');
  if (key.length > MAX_KEY_LENGTH) return l10n.t('That is too long to be a key.');
  return /^[\x21-\x7e]+$/.test(key)
    ? undefined
    : l10n.t('A key has no spaces and no special characters. Check that it was copied whole.');
}

async function confirmUnchecked({ message }: Problem): Promise<boolean> {
  const store = l10n.t('Store Anyway');
  const answer = await vscode.window.showWarningMessage(
    l10n.t('The key could not be checked.'),
    { modal: true, detail: message },
    store,
  );
  return answer === store;
}
