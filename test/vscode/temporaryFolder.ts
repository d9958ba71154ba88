import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';

/** A folder that is not there yet. */
export function temporaryFolder(): vscode.Uri {
  return vscode.Uri.file(join(tmpdir(), `sendkit-test-${crypto.randomUUID()}`));
}
