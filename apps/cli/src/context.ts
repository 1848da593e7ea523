import { createApplication, loadConfig, type Config, type Domain } from '@jihui/platform';
import { loadDomains } from '@jihui/registry';

export interface Context {
  readonly config: Config;
  readonly domains: readonly Domain[];
  /** A provider of the platform or a domain. */
  get<T>(token: abstract new (...values: never[]) => T): T;
  readonly app: Awaited<ReturnType<typeof createApplication>>;
}

/** The settings, as the server reads them, but quiet. */
export const settings = (): Config => loadConfig({ LOG_LEVEL: 'error', ...process.env });

/** Builds the same modules as the server without listening, runs the task and closes them. */
export async function withModules<T>(
  task: (context: Context) => Promise<T>,
  options: { readonly workers?: boolean; readonly graph?: boolean } = {},
): Promise<T> {
  const roles = [
    ...(options.workers ? (['worker'] as const) : []),
    ...(options.graph ? (['graph'] as const) : []),
  ];
  const config = Object.assign(settings(), { roles });
  const domains = await loadDomains(config.domains);
  const app = await createApplication({ config, domains });
  try {
    return await task({ config, domains, app, get: (token) => app.get(token as never, { strict: false }) });
  } finally {
    await app.close();
  }
}
