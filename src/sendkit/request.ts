import { headersOf, type Access } from './access';
import { attemptJson } from './attempt';
import { SendKitError } from './errors';
import type { Fetch } from './fetch';
import { Gate } from './gate';
import { LIMITS, type Limits } from './limits';
import { withRetries } from './retry';
import { systemTiming, type Timing } from './timing';

export interface ClientOptions {
  /** Called for each request, so that fetch need not be loaded before the first. */
  readonly fetch: () => Promise<Fetch>;
  /** Gets a line for each attempt: method, path, outcome, milliseconds, number of the attempt. Never a key. */
  readonly log?: (line: string) => void;
  readonly limits?: Partial<Limits>;
  readonly timing?: Partial<Timing>;
}

export interface Question<Result> {
  readonly access: Access;
  readonly path: string;
  /** What is `undefined` is left out. */
  readonly query?: Readonly<Record<string, string | undefined>>;
  /** Makes of an answer's body what it means; throws `invalidAnswer`. */
  readonly read: (body: unknown) => Result;
  readonly signal: AbortSignal | undefined;
  /** Every key has it, so an address without it is not SendKit's. */
  readonly always?: boolean;
}

/** Asks as often as it takes. Rejects with a `SendKitError`. */
export type Ask = <Result>(question: Question<Result>) => Promise<Result>;

/** All that the calls of one client share. */
export function asker({ fetch: loadFetch, log = () => undefined, ...options }: ClientOptions): Ask {
  const limits = { ...LIMITS, ...options.limits };
  const timing = { ...systemTiming, ...options.timing };
  const { attemptMs: timeoutMs, answerBytes: maxBytes } = limits;
  const { elapsed, now } = timing;
  const gate = new Gate(limits, timing);

  return async ({ access, path, query = {}, read, signal, always = false }) => {
    const headers = headersOf(access);
    const { href, origin } = access.baseUrl;
    const url = href + path + queryString(query);
    const fetch = await loadFetch();

    const attempt = async (number: number, patienceMs: number, sent: () => void): Promise<ReturnType<typeof read>> => {
      let startedAt: number | undefined;
      const tell = (outcome: string): void => {
        if (startedAt === undefined) log(`GET ${path}: not sent, ${outcome}`);
        else log(`GET ${path}: ${outcome} in ${Math.round(elapsed() - startedAt)} ms (attempt ${number})`);
      };
      try {
        return await gate.pass({ origin, patienceMs, signal }, async () => {
          sent();
          startedAt = elapsed();
          const { status, body } = await attemptJson({ fetch, url, headers, timeoutMs, maxBytes, now, signal });
          const result = read(body);
          tell(String(status));
          return result;
        });
      } catch (error) {
        tell(SendKitError.is(error) ? outcomeOf(error) : 'unexpected');
        throw inContext(error, { access, path, always });
      }
    };
    return withRetries({ limits, timing, signal, rest: () => gate.wait(origin), attempt });
  };
}

/** The same failure with what the question tells of it. */
function inContext(
  error: unknown,
  { access, path, always }: Pick<Question<unknown>, 'access' | 'path' | 'always'>,
): unknown {
  if (always && SendKitError.is(error, 'notFound')) {
    return new SendKitError({ ...error.problem, kind: 'notSendKit', path });
  }
  if (access.workspaceId !== undefined && SendKitError.is(error, 'forbidden')) {
    return new SendKitError({ ...error.problem, inWorkspace: true });
  }
  return error;
}

function queryString(query: Readonly<Record<string, string | undefined>>): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) parameters.append(name, value);
  return parameters.size === 0 ? '' : `?${parameters.toString()}`;
}

function outcomeOf({ problem: { status, kind, code, path } }: SendKitError): string {
  return [status, kind, code, path].filter((part) => part !== undefined).join(' ');
}
