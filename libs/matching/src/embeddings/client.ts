import type { EmbeddingService } from '@jihui/platform';

/** The service does not answer, or not in time, or answers nonsense: matching goes on without it. */
export class ServiceAway extends Error {
  constructor(reason: string) {
    super(`embeddings: ${reason}`);
    this.name = 'ServiceAway';
  }
}
/** The service will not take these texts: it would not tomorrow either. */
export class TextsRefused extends Error {
  constructor(reason: string) {
    super(`embeddings: ${reason}`);
    this.name = 'TextsRefused';
  }
}

/** A batch of long texts takes a small server a few seconds. */
const WITHIN_MS = 20_000;
/** Longer vectors are none of a model that is known, and would fill the memory. */
const MOST_NUMBERS = 8_192;
/** Statuses with which a service refuses what it was sent, and not whoever sends or how often. */
const REFUSALS = [400, 413, 422];

interface Answer {
  readonly data?: readonly { readonly index?: unknown; readonly embedding?: unknown }[];
}

/** OpenAI's protocol of embeddings, of which one call is used: `POST {base}/embeddings`. */
export class EmbeddingsClient {
  private readonly address: string;
  private readonly headers: Record<string, string>;

  constructor(
    private readonly service: EmbeddingService,
    private readonly withinMs = WITHIN_MS,
  ) {
    const { origin, pathname, password } = new URL(service.url);
    this.address = `${origin}${pathname.replace(/\/$/, '')}/embeddings`;
    this.headers = {
      'content-type': 'application/json',
      ...(password === '' ? {} : { authorization: `Bearer ${decodeURIComponent(password)}` }),
    };
  }

  /**
   * The vectors of the texts, in their order and all of one length.
   * @throws ServiceAway · TextsRefused
   */
  async embed(texts: readonly string[]): Promise<number[][]> {
    const { data } = await this.post({ model: this.service.model, input: texts, encoding_format: 'float' });
    const vectors = texts.map((_, at) => vectorOf(data?.find(({ index }) => index === at)?.embedding));
    const [first] = vectors;
    if (vectors.some(({ length }) => length !== first?.length))
      throw new ServiceAway('vectors of unequal length');
    return vectors;
  }

  private async post(body: object): Promise<Answer> {
    let response: Response;
    let text: string;
    try {
      response = await fetch(this.address, {
        method: 'POST',
        headers: this.headers,
        body: JSON.stringify(body),
        // Where it is sent is what was set, and nowhere else.
        redirect: 'error',
        signal: AbortSignal.timeout(this.withinMs),
      });
      text = await response.text();
    } catch (error) {
      throw new ServiceAway(error instanceof Error ? error.message : String(error));
    }
    const said = `${response.status} ${text.slice(0, 200)}`;
    if (REFUSALS.includes(response.status)) throw new TextsRefused(said);
    if (!response.ok) throw new ServiceAway(said);
    try {
      return JSON.parse(text) as Answer;
    } catch {
      throw new ServiceAway(`no JSON: ${said}`);
    }
  }
}

function vectorOf(given: unknown): number[] {
  if (!Array.isArray(given) || given.length === 0 || given.length > MOST_NUMBERS)
    throw new ServiceAway('a vector is missing');
  if (!given.every((value) => typeof value === 'number' && Number.isFinite(value)))
    throw new ServiceAway('a vector of something else than numbers');
  return given as number[];
}
