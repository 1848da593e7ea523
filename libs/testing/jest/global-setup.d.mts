export interface JoinedServer {
  /** Connection string of a database whose role may create further ones. */
  readonly url: string;
  /** Ends the server unless another test run of this checkout uses it. */
  leave(): Promise<void>;
  /** The same at once, for a process that must exit now. */
  abandon(): void;
}
export function joinTestServer(onProgress?: (step: string) => void): Promise<JoinedServer>;
export default function globalSetup(): Promise<void>;
