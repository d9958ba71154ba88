import { buildExtension } from './harness/build';
import { runChecks } from './harness/checks';
import { describeCounts, oneFailure, sum, type Counts } from './harness/counts';
import { exitOnSignals } from './harness/endings';
import { runMochaSuite } from './harness/mochaSuite';
import { releases } from './harness/releases';
import { runInServer, runOnDesktop } from './harness/vscodeSuite';
import { runInWebWorker } from './harness/webSuite';

type Args = readonly string[];

interface Suite {
  /** What a person types to run it. */
  readonly name: string;
  /** Where it runs. */
  readonly title: string;
  /** Runs only when it is named. */
  readonly onRequest?: boolean;
  readonly run: (args: Args) => Promise<Counts>;
}

const { newest, oldest } = releases;
const inServer = ({ vscode, codeServer }: { vscode: string; codeServer: string }) =>
  `in the extension host of VS Code ${vscode} (code-server ${codeServer})`;

const suites: readonly Suite[] = [
  { name: 'checks', title: 'the code as it is written', run: runChecks },
  { name: 'unit', title: `Node ${process.versions.node}`, run: (args) => runMochaSuite('test/unit', 20_000, args) },
  {
    name: 'page',
    title: 'the report page in Chromium',
    run: async (args) => {
      await buildExtension();
      return runMochaSuite('test/report', 30_000, args);
    },
  },
  { name: 'vscode', title: inServer(newest), run: (args) => runInServer('newest', args) },
  { name: 'vscode', title: inServer(oldest), run: (args) => runInServer('oldest', args) },
  {
    name: 'web',
    title: `in the web worker extension host of VS Code ${newest.vscode} (code-server ${newest.codeServer})`,
    run: runInWebWorker,
  },
  {
    name: 'journey',
    title: `a person's way through VS Code ${newest.vscode} (code-server ${newest.codeServer})`,
    run: async (args) => {
      await buildExtension();
      return runMochaSuite('test/journey', 120_000, args);
    },
  },
  { name: 'trust', title: 'whether nothing is lost and no one let in', run: (args) => runTrust('short', args) },
  {
    name: 'trust-in-full',
    title: 'whether nothing is lost and no one let in, in full',
    onRequest: true,
    run: (args) => runTrust('full', args),
  },
  ...['stable', '1.100.0'].map((version) => ({
    name: 'desktop',
    title: `in the extension host of the desktop VS Code ${version}`,
    onRequest: true,
    run: (args: Args) => runOnDesktop(version, args),
  })),
];

/** Runs suites one after another and prints, as the last line, what all their tests add up to. Returns the exit code. */
export async function main(argv: Args): Promise<number> {
  exitOnSignals();
  const firstOption = argv.findIndex((arg) => arg.startsWith('-'));
  const names = firstOption < 0 ? argv : argv.slice(0, firstOption);
  const args = firstOption < 0 ? [] : argv.slice(firstOption);
  const known = [...new Set(suites.map(({ name }) => name))];
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    console.error(`There is no suite "${unknown.join('", "')}": the suites are ${known.join(', ')}.`);
    return 2;
  }

  const chosen = suites.filter(({ name, onRequest }) => (names.length > 0 ? names.includes(name) : onRequest !== true));
  const results = [];
  for (const suite of chosen) results.push(await runSuite(suite, args));

  console.log('');
  for (const { line } of results) console.log(line);
  const total = sum(results.map(({ counts }) => counts));
  console.log(describeCounts(total));
  return total.failed > 0 ? 1 : 0;
}

/** The same tests in both forms; they differ in how often something is tried. */
async function runTrust(form: 'short' | 'full', args: Args): Promise<Counts> {
  await buildExtension();
  process.env['TRUST'] = form;
  return runMochaSuite('test/trust', 120_000, args);
}

/** Runs one suite to its end, whatever happens in it. */
async function runSuite({ name, title, run }: Suite, args: Args): Promise<{ counts: Counts; line: string }> {
  console.log(`\n── ${name} · ${title}\n`);
  const started = Date.now();
  const counts = await run(args).catch((error: unknown) => {
    console.error(error);
    return oneFailure;
  });
  const seconds = Math.round((Date.now() - started) / 1000);
  return { counts, line: `${name} · ${title}: ${describeCounts(counts)} (${seconds} s)` };
}
