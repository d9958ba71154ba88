import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import ts from 'typescript';
import { root } from '../../harness/cache';

export interface SourceStrings {
  /** The keys that `l10n.t` looks up at run time: the text, with its comment where it has one. */
  readonly keys: ReadonlySet<string>;
  /** Calls whose text is put together when they run, so that nobody could translate it: `file:line`. */
  readonly computed: readonly string[];
}

/** What `l10n.t` is called with under `src`, read from the syntax: not by the tool that writes the bundle. */
export async function sourceStrings(): Promise<SourceStrings> {
  const keys = new Set<string>();
  const computed: string[] = [];
  for (const source of await sources()) {
    const visit = (node: ts.Node): void => {
      if (ts.isCallExpression(node) && /(^|\.)l10n\.t$/.test(node.expression.getText(source))) {
        const key = keyOf(node.arguments[0]);
        if (key !== undefined) keys.add(key);
        else computed.push(`${source.fileName}:${source.getLineAndCharacterOfPosition(node.pos).line + 1}`);
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return { keys, computed };
}

async function sources(): Promise<ts.SourceFile[]> {
  const entries = await readdir(join(root, 'src'), { recursive: true, withFileTypes: true });
  const paths = entries
    .filter(({ name }) => name.endsWith('.ts'))
    .map(({ parentPath, name }) => join(parentPath, name));
  const texts = await Promise.all(paths.map(async (path) => ({ path, text: await readFile(path, 'utf8') })));
  return texts
    .filter(({ text }) => text.includes('l10n.t('))
    .map(({ path, text }) => ts.createSourceFile(relative(root, path), text, ts.ScriptTarget.Latest));
}

/** `'text'`, or `{ message: 'text', comment: ['meaning'] }`. */
function keyOf(argument: ts.Expression | undefined): string | undefined {
  if (!argument) return undefined;
  if (ts.isStringLiteralLike(argument)) return argument.text;
  if (!ts.isObjectLiteralExpression(argument)) return undefined;
  const message = propertyOf(argument, 'message');
  const comment = propertyOf(argument, 'comment');
  if (!message || !ts.isStringLiteralLike(message)) return undefined;
  if (!comment) return message.text;
  const [only, ...others] = ts.isArrayLiteralExpression(comment) ? comment.elements : [];
  return only && ts.isStringLiteralLike(only) && others.length === 0 ? `${message.text}/${only.text}` : undefined;
}

function propertyOf(object: ts.ObjectLiteralExpression, name: string): ts.Expression | undefined {
  return object.properties
    .filter(ts.isPropertyAssignment)
    .find((property) => ts.isIdentifier(property.name) && property.name.text === name)?.initializer;
}
