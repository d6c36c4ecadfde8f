/** Runs commands of the program, one after the other, in a process that may be ended when one of them hangs. */
import { runTask } from './run-task.ts';
import type { Task } from './task.ts';

const [, , cwd = ''] = process.argv;
/** Kibibytes in a mebibyte, and microseconds in a second. */
const [KIB, MICRO] = [1024, 1e6];

process.on('message', (task: Task) => {
  const before = process.cpuUsage();
  void runTask(task, cwd).then((outcome) => {
    const { user, system } = process.cpuUsage(before);
    process.send?.({ ...outcome, peak: process.resourceUsage().maxRSS / KIB, seconds: (user + system) / MICRO });
  });
});
// Nobody is left to work for.
process.on('disconnect', () => process.exit());
