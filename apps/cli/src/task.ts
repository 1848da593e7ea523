import { UsageError } from './command.js';
import { withModules } from './context.js';

/** Runs what a domain offers the operator under that command, and shows its lines as they come. */
export async function runTask(name: string, options: Readonly<Record<string, string>>): Promise<void> {
  await withModules(async ({ domains, get }) => {
    const task = domains.map(({ tasks }) => tasks?.[name]).find((found) => found !== undefined);
    if (task === undefined) throw new UsageError('本进程没有合同登记模块（DOMAINS）');
    const lines = get(task).run(options);
    for await (const line of Symbol.asyncIterator in lines ? lines : await lines) console.log(line);
  });
}
