import { readFile, writeFile } from 'node:fs/promises';
import { cpus, release, totalmem, type } from 'node:os';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { releases } from '../../harness/releases';
import type { Row } from './row';
import { asMarkdown } from './table';

/** What a run of the bench found, and on what. */
export interface Result {
  readonly date: string;
  readonly starts: number;
  readonly machine: Machine;
  readonly rows: readonly Row[];
}

export interface Machine {
  readonly processor: string;
  readonly cores: number;
  readonly memory: string;
  readonly system: string;
  readonly node: string;
  readonly vscode: string;
  readonly chromium: string;
}

const FOLDER = join(import.meta.dirname, '..');
const README = join(FOLDER, 'README.md');
/** Of the run that the README shows. */
const KEPT = join(FOLDER, 'results.json');

/** Nothing that tells whose it is. */
export function thisMachine(chromium: string): Machine {
  const all = cpus();
  return {
    processor: all[0]?.model.trim() ?? 'unknown',
    cores: all.length,
    memory: `${Math.round(totalmem() / 2 ** 30)} GB`,
    system: `${type()} ${release().replace(/^(\d+\.\d+).*/, '$1')} ${process.arch}`,
    node: process.versions.node,
    vscode: releases.newest.vscode,
    chromium,
  };
}

export function machineLine({ processor, cores, memory, system, node, vscode, chromium }: Machine): string {
  return `${cores} cores of ${processor}, ${memory}, ${system}; VS Code ${vscode} in Chromium ${chromium}, Node ${node}`;
}

export function jsonOf(result: Result): string {
  const rounded = (_name: string, value: unknown): unknown =>
    typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(4)) : value;
  return `${JSON.stringify(result, rounded, 2)}\n`;
}

/** Keeps a result beside the bench, and its table in the README. */
export async function keepResult(result: Result): Promise<void> {
  await writeFile(KEPT, await pretty(KEPT, jsonOf(result)));
  const readme = await readFile(README, 'utf8');
  const [begin, end] = ['<!-- bench:begin -->', '<!-- bench:end -->'];
  const [before, after] = [readme.split(begin)[0], readme.split(end)[1]];
  if (before === undefined || after === undefined) throw new Error(`${README} has no place for the table`);
  const table = `${machineLine(result.machine)}. ${result.date}, ${result.starts} starts.\n\n${asMarkdown(result.rows)}`;
  await writeFile(README, await pretty(README, `${before}${begin}\n\n${table}\n\n${end}${after}`));
}

async function pretty(filepath: string, text: string): Promise<string> {
  return format(text, { ...(await resolveConfig(filepath)), filepath });
}
