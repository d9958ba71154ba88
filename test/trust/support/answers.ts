import { startSandbox } from '../../sandbox/server';

/** The bodies that the sandbox answers when it is asked for a campaign. */
export interface CampaignBodies {
  readonly id: string;
  readonly analytics: unknown;
  readonly detail: unknown;
  readonly totals: unknown;
  readonly daily: unknown;
}

/** The bodies that it answers about a workspace. */
export interface WorkspaceBodies {
  readonly campaigns: unknown;
  readonly overview: unknown;
  readonly mailboxes: unknown;
  readonly workspaces: unknown;
}

/** One answer of every kind that the API has, of every campaign that tests know by name; always the same. */
export interface Answers {
  readonly campaigns: readonly CampaignBodies[];
  /** Lists in both of their forms. */
  readonly workspaces: readonly WorkspaceBodies[];
}

let asked: Promise<Answers> | undefined;

export function sandboxAnswers(): Promise<Answers> {
  asked ??= ask();
  return asked;
}

async function ask(): Promise<Answers> {
  const sandbox = await startSandbox({ today: '2025-09-01' });
  const headers = { 'X-Api-Key': sandbox.key, Authorization: `Bearer ${sandbox.key}` };
  const get = async (path: string): Promise<unknown> => (await fetch(`${sandbox.url}/v1${path}`, { headers })).json();
  try {
    const own = Object.entries(sandbox.campaigns).filter(([name]) => name !== 'foreign');
    const campaigns = own.map(async ([, id]) => ({
      id,
      analytics: await get(`/campaigns/${id}/analytics`),
      detail: await get(`/campaigns/${id}`),
      totals: await get(`/analytics/campaigns/${id}`),
      daily: await get(`/analytics/daily/campaigns/${id}`),
    }));
    const workspaces: WorkspaceBodies[] = [];
    for (const form of ['cursor', 'pages'] as const) {
      sandbox.page({ form });
      workspaces.push({
        campaigns: await get('/campaigns?limit=10'),
        overview: await get('/analytics/overview'),
        mailboxes: await get('/analytics/mailboxes'),
        workspaces: await get('/workspaces'),
      });
    }
    return { campaigns: await Promise.all(campaigns), workspaces };
  } finally {
    await sandbox.close();
  }
}
