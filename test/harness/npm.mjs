// Runs npm as a step of the set-up: what it does is said at once, and that it goes on every ten seconds.
import { spawn } from 'node:child_process';

const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];

/**
 * Runs `npm <args>` without install scripts; its output is shown only when it fails.
 * @param {string} what the step in a person's words
 * @param {string[]} args
 * @param {string} cwd
 */
export async function npm(what, args, cwd) {
  const started = Date.now();
  const seconds = () => `${Math.round((Date.now() - started) / 1000)} s`;
  console.log(`${what} …`);
  const heartbeat = setInterval(() => console.log(`  … ${seconds()}`), 10_000);
  try {
    const { code, output } = await run([...args, ...quiet], cwd);
    if (code !== 0) throw new Error(`${what} failed: "npm ${args.join(' ')}" ended with ${code}.\n${output}`);
  } finally {
    clearInterval(heartbeat);
  }
  console.log(`  done in ${seconds()}`);
}

/** @param {string[]} args @param {string} cwd @returns {Promise<{ code: number | null, output: string }>} */
function run(args, cwd) {
  const own = process.env.npm_execpath?.endsWith('npm-cli.js') ? process.env.npm_execpath : undefined;
  const options = { cwd, stdio: /** @type {const} */ (['ignore', 'pipe', 'pipe']) };
  const child = own
    ? spawn(process.execPath, [own, ...args], options)
    : spawn('npm', args, { ...options, shell: process.platform === 'win32' });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output }));
  });
}
