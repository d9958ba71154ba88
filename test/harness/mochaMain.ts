// The process that runs a suite's tests: node --import tsx mochaMain.ts RUN, where RUN is a `MochaRun` as JSON.
import { exitOnSignals } from './endings';
import { runMocha, type MochaRun } from './mochaRun';

exitOnSignals();

// Whoever started us holds the other end of the channel: without it, nobody waits for the result.
process.once('disconnect', () => process.exit(1));
process.channel?.unref();

void runMocha(JSON.parse(process.argv[2] ?? '') as MochaRun).then((passed) => process.exit(passed ? 0 : 1));
