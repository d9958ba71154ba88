import type { IncomingHttpHeaders } from 'node:http';
import { REFUSALS, type Answer } from './exchange';
import { OWN_WORKSPACE, WORKSPACES, type Workspace } from './data/workspaces';

export const WORKSPACE_KEY = 'sk_5a4d8b0c77e1f2963a4d8b0c77e1f2963a4d8b0c77e1f296';
export const PLATFORM_KEY = 'sk_user_91c3e5f7a9b1d3f5e7091c3e5f7a9b1d3f5e7091c3e5f7a9';

/** The keys that are good. */
export interface Keys {
  /** Bound to one workspace. */
  readonly workspace: string;
  /** Opens all workspaces; names one by `X-Workspace-Id`. */
  readonly platform: string;
}

/** The workspaces that a request's key opens; both headers must carry the same key. */
export function workspacesOpenTo(headers: IncomingHttpHeaders, keys: Keys): readonly Workspace[] | Answer {
  const key = headers['x-api-key'];
  if (headers.authorization !== `Bearer ${String(key)}`) return REFUSALS.unauthorized();
  if (key === keys.platform) return WORKSPACES;
  return key === keys.workspace ? [OWN_WORKSPACE] : REFUSALS.unauthorized();
}

/** The one workspace that a request is about. What is answered when the header does not fit the key is not documented. */
export function workspaceOf(headers: IncomingHttpHeaders, keys: Keys): Workspace | Answer {
  const open = workspacesOpenTo(headers, keys);
  if ('status' in open) return open;
  if (headers['x-api-key'] === keys.workspace) return OWN_WORKSPACE;
  return open.find(({ id }) => id === headers['x-workspace-id']) ?? REFUSALS.forbidden();
}
