// node --import tsx test/harness/bundleTests.ts: bundles test/vscode for the debugger (see .vscode/launch.json).
import { bundleVSCodeTests } from './build';

void bundleVSCodeTests();
