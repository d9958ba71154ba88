import * as vscode from 'vscode';
import type { Access } from '../sendkit/access';
import type { SendKitClient } from '../sendkit/client';
import { SendKitError } from '../sendkit/errors';
import type { ApiBaseUrl } from '../sendkit/origin';
import type { Workspace } from '../sendkit/schemas';
import type { WorkspaceRef } from './answer';
import type { Log } from './log';
import { problemFrom, type Problem } from './problem';
import type { Settings } from './settings';
import { apiKeySecret, hasApiKeyFlag } from './storageKeys';
import type { Workspaces } from './workspaces';

export type KeyState = 'stored' | 'missing' | 'badBaseUrl';

/** What a check of a key found: it works (with the workspaces it opens), or why it could not be confirmed. */
export type KeyCheck =
  | { readonly ok: true; readonly workspaces: readonly WorkspaceRef[]; readonly several: boolean }
  | { readonly ok: false; readonly problem: Problem };

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
    private readonly workspaces: Pick<Workspaces, 'selected'>,
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

  /** Whether the key opens several workspaces and none has been chosen. Reads the secret. */
  async needsWorkspace(): Promise<boolean> {
    const address = this.settings.baseUrl();
    if (!address.ok || this.workspaces.selected(address.baseUrl.origin)) return false;
    return opensSeveralWorkspaces((await this.readKey(address.baseUrl.origin)) ?? '');
  }

  /** Address, key and workspace (the chosen one, if none is given) for a request; throws `badBaseUrl`, `noKey` or `noWorkspace`. */
  async access(workspace?: WorkspaceRef | null): Promise<Access> {
    const baseUrl = this.requireBaseUrl();
    const key = await this.readKey(baseUrl.origin);
    if (key === undefined) throw new SendKitError({ kind: 'noKey' });
    if (!opensSeveralWorkspaces(key)) return { baseUrl, key };
    const chosen = workspace ?? this.workspaces.selected(baseUrl.origin);
    if (!chosen) throw new SendKitError({ kind: 'noWorkspace' });
    return { baseUrl, key, workspaceId: chosen.id };
  }

  /** The workspace that an access names; `null` where the key belongs to one and names none. */
  workspaceOf({ baseUrl, workspaceId }: Access): WorkspaceRef | null {
    if (workspaceId === undefined) return null;
    const selected = this.workspaces.selected(baseUrl.origin);
    return selected?.id === workspaceId ? selected : { id: workspaceId, name: null };
  }

  /** Asks SendKit whether it takes this key. Nothing is stored. */
  async check(baseUrl: ApiBaseUrl, key: string, signal?: AbortSignal): Promise<KeyCheck> {
    this.log.hide(key);
    try {
      const { value } = await this.client.workspaces({ baseUrl, key }, signal);
      return { ok: true, workspaces: refsOf(value), several: opensSeveralWorkspaces(key) };
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
    if (!address.ok) throw new SendKitError({ kind: 'badBaseUrl', reason: address.reason });
    return address.baseUrl;
  }

  private async noticeSecretChange(secretName: string): Promise<void> {
    const address = this.settings.baseUrl();
    if (!address.ok || secretName !== apiKeySecret(address.baseUrl.origin)) return;
    await this.readKey(address.baseUrl.origin);
    this.changed.fire();
  }

  /** All workspaces that the stored key opens; throws as `access` does, and what the request throws. */
  async listWorkspaces(signal?: AbortSignal): Promise<{ workspaces: readonly WorkspaceRef[]; several: boolean }> {
    const baseUrl = this.requireBaseUrl();
    const key = await this.readKey(baseUrl.origin);
    if (key === undefined) throw new SendKitError({ kind: 'noKey' });
    const { value } = await this.client.workspaces({ baseUrl, key }, signal);
    return { workspaces: refsOf(value), several: opensSeveralWorkspaces(key) };
  }

  private async readKey(origin: string): Promise<string | undefined> {
    const key = await this.secrets.get(apiKeySecret(origin));
    this.log.hide(key ?? '');
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

/** A platform key; a workspace key belongs to one workspace and must not name it. */
function opensSeveralWorkspaces(key: string): boolean {
  return key.startsWith('sk_user_');
}

function refsOf(workspaces: readonly Workspace[]): WorkspaceRef[] {
  return workspaces.flatMap(({ id, name }) => (id === null ? [] : [{ id, name }]));
}
