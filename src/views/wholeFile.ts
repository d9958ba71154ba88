/** What is needed of `workspace.fs`. */
export interface FileSystem<Uri> {
  readonly stat: (uri: Uri) => PromiseLike<{ readonly permissions?: number }>;
  readonly writeFile: (uri: Uri, content: Uint8Array) => PromiseLike<void>;
  readonly rename: (from: Uri, to: Uri, options: { readonly overwrite: boolean }) => PromiseLike<void>;
  readonly delete: (uri: Uri) => PromiseLike<void>;
}

/** `vscode.FilePermission.Readonly`. */
const READONLY = 1;

/** Writes a file wholly or not at all: a draft beside it takes its place when all of it is on disk. Rejects with a `code`. */
export async function writeWhole<Uri>(
  fs: FileSystem<Uri>,
  target: Uri,
  draft: Uri,
  content: Uint8Array,
): Promise<void> {
  const before = await permissionsOf(fs, target);
  if (((before ?? 0) & READONLY) !== 0) {
    throw Object.assign(new Error('The file is read-only'), { code: 'NoPermissions' });
  }
  try {
    await fs.writeFile(draft, content);
    await fs.rename(draft, target, { overwrite: true });
  } catch (error) {
    // VS Code takes the old file away first: where it got no further, the draft is all that is left.
    const isLost = before !== undefined && (await permissionsOf(fs, target)) === undefined;
    if (!isLost) await Promise.resolve(fs.delete(draft)).catch(() => undefined);
    throw error;
  }
}

/** A file that is not there yet has none. */
async function permissionsOf<Uri>(fs: FileSystem<Uri>, uri: Uri): Promise<number | undefined> {
  try {
    return (await fs.stat(uri)).permissions ?? 0;
  } catch {
    return undefined;
  }
}
