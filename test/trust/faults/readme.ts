import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import names from '../../../package.nls.json';
import { root } from '../../harness/cache';
import type { Seen, Told } from './seen';

const FILE = join(root, 'test', 'README.md');
const [BEGIN, END] = ['<!-- made by test/trust/faults -->', '<!-- end of what is made -->'];

/** What went wrong, and what came of it. */
export interface Row {
  readonly what: string;
  readonly seen: Seen;
}

/** Compares the table with the one that is kept in the README. With KEEP=1 in the environment it is kept instead. */
export async function assertKeptTable(rows: readonly Row[]): Promise<void> {
  const text = await readFile(FILE, 'utf8');
  const [before = '', rest = ''] = text.split(BEGIN);
  const [, after = ''] = rest.split(END);
  const made = `${before}${BEGIN}\n\n${tableOf(rows)}\n\n${END}${after}`;
  const wanted = await format(made, { ...(await resolveConfig(FILE)), parser: 'markdown' });
  if (process.env['KEEP'] === '1') await writeFile(FILE, wanted);
  assert.deepEqual((await readFile(FILE, 'utf8')).split('\n'), wanted.split('\n'), 'run the test with KEEP=1');
}

function tableOf(rows: readonly Row[]): string {
  const lines = rows.map(({ what, seen }) => `| ${what} | ${readOf(seen)} | ${clickOf(seen)} | ${figuresOf(seen)} |`);
  return ['| what goes wrong | what is read | a click | figures |', '| --- | --- | --- | --- |', ...lines].join('\n');
}

function readOf({ told }: Seen): string {
  if (!told) return '—';
  const title = told.title === null ? '' : `**${told.title}** `;
  return `${title}${withoutChance(told)}`.replaceAll('|', '\\|');
}

function clickOf({ told }: Seen): string {
  const click = told?.click ?? null;
  if (click === null) return '—';
  return (names as Record<string, string>)[`command.${click}`] ?? assert.fail(`There is no command ${click}`);
}

function figuresOf({ told, kept, renewed }: Seen): string {
  if (kept || !renewed) return 'the last good ones';
  return told ? 'new, without that part' : 'new';
}

/** The moment is another one each time, and what a broken connection is called depends on system and Node. */
function withoutChance({ message }: Told): string {
  return message
    .replace(/ again after .*\.$/, ' again after 2:05 PM.')
    .replace(/\((?!ENOTFOUND|ECONNREFUSED)(E|HPE)[A-Z_]+\)/, '(…)');
}
