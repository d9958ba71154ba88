import * as vscode from 'vscode';
import { buildGraph, type Graph, type GraphOptions } from '../../vscode/graph';
import type { Given, Seen } from './seen';
import { seenOf } from './seenOf';
import { heal } from './steer';

/** On a machine with much else to do. */
const PATIENT_MS = 10_000;

/** Does something with the extension's own parts, made for it alone. */
export async function onGraph(
  given: Given,
  options: Partial<GraphOptions>,
  go: (graph: Graph) => Promise<Seen>,
): Promise<Seen> {
  const graph = buildGraph({ address: given.url, key: given.key, attemptMs: PATIENT_MS, ...options });
  try {
    return await go(graph);
  } finally {
    await heal(given.url);
    graph.dispose();
    await vscode.workspace.fs.delete(graph.folder, { recursive: true }).then(undefined, () => undefined);
  }
}

/** A good answer, then what goes wrong, then a good answer again. */
export function around(
  { seed, url }: Given,
  goWrong: (graph: Graph) => unknown,
  mend: (graph: Graph) => unknown = () => heal(url),
): (graph: Graph) => Promise<Seen> {
  return async (graph) => {
    const { store } = graph;
    const good = await store.load(seed);
    await goWrong(graph);
    const state = await store.load(seed);
    await mend(graph);
    const after = await store.load(seed);
    return seenOf(graph, { good, state, healed: after.problem === null });
  };
}
