export interface RunningServer {
  readonly url: string;
  readonly pid: number;
  readonly ended: Promise<{ code: number | null; signal: string | null }>;
  stop(): Promise<unknown>;
  kill(): Promise<unknown>;
}
export function startServer(options: {
  readonly databaseUrl: string;
  readonly stateDir: string;
  readonly env?: Readonly<Record<string, string>>;
}): Promise<RunningServer>;
