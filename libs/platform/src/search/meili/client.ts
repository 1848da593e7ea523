/** The engine does not answer, or not in time: somebody else has to. */
export class EngineAway extends Error {
  constructor(reason: string) {
    super(`Meilisearch: ${reason}`);
    this.name = 'EngineAway';
  }
}
/** The engine answered that it will not: a fault of ours, or of its settings. */
export class EngineRefused extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(`Meilisearch: ${code}: ${message}`);
    this.name = 'EngineRefused';
  }
}

const READ_MS = 2_000;
const WRITE_MS = 60_000;
/** A task of a thousand documents takes a second or two; one that takes so long is not coming back. */
const TASK_MS = 600_000;
const POLL_MS = [5, 10, 20, 50, 100, 250];

interface Task {
  readonly status: 'enqueued' | 'processing' | 'succeeded' | 'failed' | 'canceled';
  readonly error: { readonly code: string; readonly message: string } | null;
}

/**
 * Meilisearch over its own HTTP interface: five calls, with our own time limits. Everything that writes is a task there;
 * a call here returns when the task has succeeded.
 */
export class MeiliClient {
  private readonly base: string;
  private readonly headers: Record<string, string>;

  /** @param url may carry the key as its password: `http://:KEY@host:7700`. */
  constructor(url: string) {
    const { origin, password } = new URL(url);
    this.base = origin;
    this.headers = {
      'content-type': 'application/json',
      ...(password === '' ? {} : { authorization: `Bearer ${decodeURIComponent(password)}` }),
    };
  }

  get<T>(path: string): Promise<T> {
    return this.call<T>('GET', path, undefined, READ_MS);
  }

  /** A question, which changes nothing. */
  ask<T>(path: string, body: unknown): Promise<T> {
    return this.call<T>('POST', path, body, READ_MS);
  }

  /** A change: it is done when this returns. @throws EngineRefused when the task fails */
  async change(method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: unknown): Promise<void> {
    const { taskUid } = await this.call<{ taskUid: number }>(method, path, body, WRITE_MS);
    const end = performance.now() + TASK_MS;
    for (let round = 0; ; round += 1) {
      // A busy engine answers late: a rebuild of an hour is not given up for that.
      const task = await this.call<Task>('GET', `/tasks/${taskUid}`, undefined, WRITE_MS);
      if (task.status === 'succeeded') return;
      if (task.status === 'failed' || task.status === 'canceled')
        throw new EngineRefused(task.error?.code ?? task.status, task.error?.message ?? '');
      if (performance.now() > end) throw new EngineAway(`task ${taskUid} does not end`);
      const pause = POLL_MS[Math.min(round, POLL_MS.length - 1)] ?? 0;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }

  private async call<T>(method: string, path: string, body: unknown, within: number): Promise<T> {
    let response: Response;
    let text: string;
    try {
      response = await fetch(`${this.base}${path}`, {
        method,
        headers: this.headers,
        signal: AbortSignal.timeout(within),
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      text = await response.text();
    } catch (error) {
      throw new EngineAway(error instanceof Error ? error.message : String(error));
    }
    if (response.ok) return JSON.parse(text) as T;
    if (response.status >= 500) throw new EngineAway(`${response.status} ${text.slice(0, 200)}`);
    const refusal = parsed(text);
    throw new EngineRefused(refusal.code ?? String(response.status), refusal.message ?? text.slice(0, 200));
  }
}

function parsed(text: string): { code?: string; message?: string } {
  try {
    return JSON.parse(text) as { code?: string; message?: string };
  } catch {
    return {};
  }
}
