import { writeFileSync } from 'node:fs';
import { servedSdl } from '@jihui/platform';
import type { Command } from '../command.js';
import { withModules } from '../context.js';

export const command: Command = {
  help: `jihui schema [--out FILE]
  输出服务所提供的 GraphQL 模式。
  Prints the GraphQL schema as it is served.`,
  options: { out: { type: 'string' } },
  async run(typed) {
    const sdl = await withModules(({ app }) => Promise.resolve(servedSdl(app)), { graph: true });
    const out = typed.text('out');
    if (out === undefined) process.stdout.write(sdl);
    else writeFileSync(out, sdl);
  },
};
