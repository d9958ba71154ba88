// node guard.mjs COMMAND [ARGUMENT…]
// Runs a command in this process's group, and ends the whole group as soon as standard input closes. It closes when
// whoever started us goes away, however it goes: after a clean stop, Ctrl+C, a crash or a kill.
import { spawn } from 'node:child_process';

const endGroup = () => process.kill(-process.pid, 'SIGKILL');

const [command, ...args] = process.argv.slice(2);
const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });
child.once('error', (error) => {
  console.error(error.message);
  endGroup();
});
child.once('exit', endGroup);
process.stdin.once('close', endGroup).resume();
