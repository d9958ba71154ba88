import type { RecordedRequest } from '../sandbox/recorder';
import type { Sandbox, SandboxOptions } from '../sandbox/server';
import { webRun } from './webRun';

export type { Sandbox };

/** What a sandbox tells of itself, see test/sandbox/README.md. */
type Told = Pick<Sandbox, 'key' | 'platformKey' | 'workspaces' | 'campaigns' | 'requestCount'> &
  Pick<Sandbox, 'inFlight' | 'mostInFlight' | 'today'> & { readonly planned: ReturnType<Sandbox['planned']> };

interface Recorded {
  readonly here: RecordedRequest[];
  readonly elsewhere: RecordedRequest[];
  /** Of those that came here, those that were forgotten among them. */
  readonly count: number;
}

/**
 * A sandbox outside the browser, which is used as one inside is: what it does at once there, is waited for here, in the
 * middle of the test.
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { url } = await answerTo<{ url: string }>(webRun.maker, {
    method: 'POST',
    body: JSON.stringify({ cors: 'on', ...options }),
  });
  const steering = `${url}/sandbox`;
  const steer = (method: string, path: string, query: object = {}, body?: string): unknown =>
    JSON.parse(waitFor(method, `${steering}${path}?${queryOf(query)}`, body));
  const told = (): Told => steer('GET', '') as Told;
  const recorded = () => steer('GET', '/requests') as Recorded;
  /** How many had come when a test looked, until the end of that turn: what comes next, comes after these. */
  let seen: number | undefined;
  const { key, platformKey, workspaces, campaigns } = told();

  return {
    ...{ url, key, platformKey, workspaces, campaigns },
    get requests() {
      const { here, count } = recorded();
      seen = count;
      queueMicrotask(() => (seen = undefined));
      return here;
    },
    elsewhere: {
      url: '',
      get requests() {
        return recorded().elsewhere;
      },
    },
    get requestCount() {
      return told().requestCount;
    },
    get inFlight() {
      return told().inFlight;
    },
    get mostInFlight() {
      return told().mostInFlight;
    },
    get today() {
      return told().today;
    },
    planned: () => told().planned,
    nextRequest: (after = seen ?? told().requestCount) => answerTo(`${steering}/next?after=${after}`),
    forgetRequests: () => void steer('DELETE', '/requests'),
    fail: (fault, details = {}) => void steer('POST', '/fail', { fault, ...details }),
    delay: (milliseconds) => void steer('POST', '/delay', { milliseconds }),
    hold: () => void steer('POST', '/hold'),
    release: () => void steer('POST', '/release'),
    page: (paging = {}) => void steer('POST', '/page', paging),
    cors: (mode) => void steer('POST', '/cors', { mode }),
    alter: () => {
      throw new Error('A change of answers cannot be sent to a sandbox that is elsewhere.');
    },
    heal: () => void steer('POST', '/heal'),
    setCampaign: (id, answer) =>
      void steer('PUT', `/campaigns/${id}`, {}, typeof answer === 'string' ? answer : JSON.stringify(answer)),
    setToday: (date) => void steer('POST', '/today', { date }),
    advance: (days) => void steer('POST', '/advance', { days }),
    touch: (id) => void steer('POST', `/touch/${id}`),
    // A browser keeps those that are idle.
    allDisconnected: async () => {
      while ((await answerTo<Told>(steering)).inFlight > 0);
    },
    close: async () => {
      await answerTo(`${webRun.maker}?url=${encodeURIComponent(url)}`, { method: 'DELETE' });
    },
  };
}

async function answerTo<Answer>(url: string, request?: RequestInit): Promise<Answer> {
  const answer = await fetch(url, request);
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as Answer;
}

/** Nothing else happens until the answer is there, as if the sandbox were here. */
function waitFor(method: string, url: string, body: string | undefined): string {
  const request = new XMLHttpRequest();
  request.open(method, url, false);
  request.send(body);
  if (request.status !== 200) throw new Error(`${method} ${url}: ${request.status} ${request.responseText}`);
  return request.responseText;
}

function queryOf(values: object): string {
  return new URLSearchParams(Object.entries(values).map(([name, value]) => [name, String(value)])).toString();
}
