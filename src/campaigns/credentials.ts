import * as vscode from 'vscode';
import type { Access } from '../sendkit/access';
import type { SendKitClient } from '../sendkit/client';
import { SendKitError } from '../sendkit/errors';
import type { ApiBaseUrl } from '../sendkit/origin';
import type { Log } from './log';
import { problemFrom, type Problem } from './problem';
import type { Settings } from './settings';
import { apiKeySecret, hasApiKeyFlag } from './storageKeys';

export type KeyState = 'stored' | 'missing' | 'badBaseUrl';

/** What a check of a key found: it works (with the workspaces it opens), or why it could not be confirmed. */
export type KeyCheck =
  { readonly ok: true; readonly workspaces: readonly string[] } | { readonly ok: false; readonly problem: Problem };

/** The API key of the current origin. It is read when a request needs it, and given to nobody but the client. */
export class Credentials implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  /** The key was set, removed or replaced, here or in another window, or the address has changed. */
  readonly onDidChange = this.changed.event;
  private readonly subscriptions: vscode.Disposable[];

  constructor(
    private readonly secrets: vscode.SecretStorage,
    private readonly memory: vscode.Memento,
    private readonly settings: Settings,
    private readonly client: Pick<SendKitClient, 'workspaces'>,
    private readonly log: Log,
  ) {
    this.subscriptions = [
      this.changed,
      secrets.onDidChange(({ key }) => void this.noticeSecretChange(key)),
      settings.onDidChange(({ baseUrl }) => {
        if (baseUrl) this.changed.fire();
      }),
    ];
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions).dispose();
  }

  /** Without reading the secret. */
  keyState(): KeyState {
    const address = this.settings.baseUrl();
    if (!address.ok) return 'badBaseUrl';
    return this.memory.get(hasApiKeyFlag(address.baseUrl.origin)) === true ? 'stored' : 'missing';
  }

  /** Reads the secret, for when the answer must be true even where another window or an older version stored the key. */
  async readKeyState(): Promise<KeyState> {
    const address = this.settings.baseUrl();
    if (address.ok) await this.readKey(address.baseUrl.origin);
    return this.keyState();
  }

  /** Address and key for a request; throws `badBaseUrl` or `noKey`. */
  async access(): Promise<Access> {
    const baseUrl = this.requireBaseUrl();
    const key = await this.readKey(baseUrl.origin);
    if (key === undefined) throw new SendKitError({ kind: 'noKey' });
    this.log.hide(key);
    return { baseUrl, key };
  }

  /** Asks SendKit whether it takes this key. Nothing is stored. */
  async check(baseUrl: ApiBaseUrl, key: string, signal?: AbortSignal): Promise<KeyCheck> {
    this.log.hide(key);
    try {
      const { value } = await this.client.workspaces({ baseUrl, key }, signal);
      return { ok: true, workspaces: value.map(({ id, name }) => name ?? id ?? '').filter((name) => name !== '') };
    } catch (error) {
      if (!SendKitError.is(error)) this.log.bug(error);
      return { ok: false, problem: problemFrom(error) };
    }
  }

  async store({ origin }: ApiBaseUrl, key: string): Promise<void> {
    await this.secrets.store(apiKeySecret(origin), key);
    await this.remember(origin, true);
  }

  async remove({ origin }: ApiBaseUrl): Promise<void> {
    await this.secrets.delete(apiKeySecret(origin));
    await this.remember(origin, false);
  }

  /** The address that a key would be given to; throws `badBaseUrl`. */
  requireBaseUrl(): ApiBaseUrl {
    const address = this.settings.baseUrl();
    if (!address.ok) throw new SendKitError({ kind: 'badBaseUrl' });
    return address.baseUrl;
  }

  private async noticeSecretChange(secretName: string): Promise<void> {
    const address = this.settings.baseUrl();
    if (!address.ok || secretName !== apiKeySecret(address.baseUrl.origin)) return;
    await this.readKey(address.baseUrl.origin);
    this.changed.fire();
  }

  private async readKey(origin: string): Promise<string | undefined> {
    const key = await this.secrets.get(apiKeySecret(origin));
    await this.remember(origin, key !== undefined);
    return key;
  }

  private async remember(origin: string, stored: boolean): Promise<void> {
    const flag = hasApiKeyFlag(origin);
    if ((this.memory.get(flag) === true) === stored) return;
    await this.memory.update(flag, stored || undefined);
    this.changed.fire();
  }
}
