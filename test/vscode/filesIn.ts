import * as vscode from 'vscode';

/** The files of a folder as texts, in whatever file system it is. */
export interface FilesIn {
  /** In order; none where there is no folder. */
  readonly names: () => Promise<string[]>;
  readonly read: (name: string) => Promise<string>;
  readonly write: (name: string, text: string) => Promise<void>;
}

export function filesIn(folder: vscode.Uri): FilesIn {
  const { fs } = vscode.workspace;
  const at = (name: string): vscode.Uri => vscode.Uri.joinPath(folder, name);
  return {
    names: async () => {
      const entries = await fs.readDirectory(folder).then(undefined, () => []);
      return entries.map(([name]) => name).sort();
    },
    read: async (name) => new TextDecoder().decode(await fs.readFile(at(name))),
    write: async (name, text) => fs.writeFile(at(name), new TextEncoder().encode(text)),
  };
}
