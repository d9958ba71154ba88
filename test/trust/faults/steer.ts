/** Steers the sandbox from the extension host. */
export async function steer(url: string, method: 'POST' | 'DELETE' | 'GET', path: string): Promise<unknown> {
  const answer = await fetch(`${url}/sandbox${path}`, { method });
  if (!answer.ok) throw new Error(`The sandbox answered ${answer.status} to ${path}`);
  return answer.json();
}

export async function fail(url: string, fault: string, options: Readonly<Record<string, string>> = {}): Promise<void> {
  await steer(url, 'POST', `/fail?${new URLSearchParams({ fault, ...options }).toString()}`);
}

export async function heal(url: string): Promise<void> {
  await steer(url, 'POST', '/heal');
}

/** How many requests came to the API since this was asked the last time. */
export async function requestsSince(url: string): Promise<number> {
  const { here } = (await steer(url, 'GET', '/requests')) as { here: unknown[] };
  await steer(url, 'DELETE', '/requests');
  return here.length;
}
