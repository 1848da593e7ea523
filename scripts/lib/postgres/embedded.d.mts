export interface EmbeddedPostgres {
  readonly url: string;
  readonly first: boolean;
  stop(): Promise<void>;
  abandon(): void;
  isRunning(): boolean;
  revive(): Promise<void>;
  trouble(): string | undefined;
}
export function startEmbeddedPostgres(options: {
  readonly dataDir: string;
  readonly settings?: Readonly<Record<string, string>>;
}): Promise<EmbeddedPostgres>;
export function removeEmbeddedPostgres(dataDir: string): Promise<void>;
