import { SendKitError } from './errors';
import type { ApiBaseUrl } from './origin';

/** Where to ask, and as whom. */
export interface Access {
  readonly baseUrl: ApiBaseUrl;
  readonly key: string;
  /** For a platform key (`sk_user_…`) alone: a workspace key is bound to its workspace. */
  readonly workspaceId?: string;
}

const FITS_A_HEADER = /^[\x21-\x7e]+$/;

/** The headers of every request. The API's pages ask for the key in both; a key that fits no header is refused unsent. */
export function headersOf({ key, workspaceId }: Access): Record<string, string> {
  if (!FITS_A_HEADER.test(key)) throw new SendKitError({ kind: 'unauthorized' });
  if (workspaceId !== undefined && !FITS_A_HEADER.test(workspaceId)) {
    throw new SendKitError({ kind: 'forbidden', inWorkspace: true });
  }
  return {
    'X-Api-Key': key,
    Authorization: `Bearer ${key}`,
    'Content-Type': 'application/json',
    Accept: 'application/json',
    ...(workspaceId !== undefined && { 'X-Workspace-Id': workspaceId }),
  };
}
