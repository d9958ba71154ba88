import type { IncomingHttpHeaders } from 'node:http';
import { told, type Told } from '../answers/told';
import type { Span } from '../data/story';
import type { Workspace } from '../data/workspaces';
import { REFUSALS, type Answer } from '../exchange';
import { workspaceOf, type Keys } from '../keys';
import type { Paging } from '../listing';
import { periodOf } from '../period';
import type { World } from '../world';

/** What the API knows, to whom it tells it, and how. */
export interface State {
  readonly keys: Keys;
  readonly world: World;
  readonly paging: Paging;
}

export interface Call {
  readonly headers: IncomingHttpHeaders;
  /** The parts of the path that the route's `:names` stand for, decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly state: State;
}

export interface Route {
  /** Such as `/v1/campaigns/:id/analytics`. */
  readonly path: string;
  readonly get: (call: Call) => Answer;
}

export interface WorkspaceCall extends Call {
  readonly workspace: Workspace;
  readonly period: Partial<Span>;
  /** All campaigns of the workspace. */
  readonly all: () => Told[];
}

/** For what belongs to a workspace: the one that key and header name. */
export function inWorkspace(answer: (call: WorkspaceCall) => Answer): Route['get'] {
  return (call) => {
    const workspace = workspaceOf(call.headers, call.state.keys);
    if ('status' in workspace) return workspace;
    const period = periodOf(call.query);
    if ('status' in period) return period;
    const { world } = call.state;
    const all = (): Told[] => [...world.campaignsOf(workspace.id).values()].map((campaign) => told(campaign, world));
    return answer({ ...call, workspace, period, all });
  };
}

/** For what belongs to the campaign `:id`, in whose workspace the call must be. */
export function ofCampaign(answer: (asked: Told, call: WorkspaceCall) => Answer): Route['get'] {
  return inWorkspace((call) => {
    const { world } = call.state;
    const campaign = world.campaign(call.params['id'] ?? '');
    if (!campaign) return REFUSALS.notFound();
    return campaign.workspaceId === call.workspace.id ? answer(told(campaign, world), call) : REFUSALS.forbidden();
  });
}

/** The parameters of a path that fits the pattern; `undefined` if it does not. */
export function paramsOf(pattern: string, path: string): Record<string, string> | undefined {
  const names = pattern.split('/');
  const parts = decodedParts(path);
  if (names.length !== parts?.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, name] of names.entries()) {
    const part = parts[index] ?? '';
    if (name.startsWith(':')) params[name.slice(1)] = part;
    else if (name !== part) return undefined;
  }
  return params;
}

function decodedParts(path: string): string[] | undefined {
  try {
    return path.split('/').map(decodeURIComponent);
  } catch {
    return undefined;
  }
}
