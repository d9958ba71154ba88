import { execFile } from 'node:child_process';
import { root } from '../../harness/cache';

/** A package of which a weakness is known. */
export interface Known {
  readonly name: string;
  readonly severity: string;
}

/** What is known to be wrong with the locked packages; or why nobody could be asked. */
export type Audit = { readonly known: readonly Known[] } | { readonly unasked: string };

interface Report {
  readonly vulnerabilities?: Readonly<Record<string, { readonly severity: string }>>;
  readonly message?: string;
  readonly error?: { readonly summary?: string };
}

/** Asks a registry; the usual one if none is given. */
export function audit(registry?: string): Promise<Audit> {
  const options = ['audit', '--json', '--fetch-retries=0', '--fetch-timeout=20000'];
  const chosen = registry === undefined ? [] : [`--registry=${registry}`];
  return new Promise((resolve) => {
    // It ends with an error where something is known, too: only what it says tells one from the other.
    execFile('npm', [...options, ...chosen], { cwd: root, shell: process.platform === 'win32' }, (error, said) => {
      const { vulnerabilities, message, error: refusal } = reportIn(said);
      if (vulnerabilities) {
        resolve({ known: Object.entries(vulnerabilities).map(([name, { severity }]) => ({ name, severity })) });
      } else {
        resolve({ unasked: [message, refusal?.summary, error?.message].find(Boolean) ?? 'It said nothing.' });
      }
    });
  });
}

/** The rule: what is in the bundles must have no weakness that is known; what only builds and tests them may. */
export function isBundled({ name }: Known, notices: string): boolean {
  return notices.includes(`\n${name} `);
}

function reportIn(said: string): Report {
  try {
    return JSON.parse(said) as Report;
  } catch {
    return {};
  }
}
