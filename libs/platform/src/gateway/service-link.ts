import http from 'node:http';
import https from 'node:https';
import { text } from 'node:stream/consumers';
import { isBroken } from './broken.js';

export interface ServiceAnswer {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: string;
}

type Headers = Readonly<Record<string, string>>;

/** After which a service that says nothing is given up. */
const LONGEST_SILENCE_MS = 300_000;

/** The way to one service's graph: connections that stay open, as many as there are questions at a time. */
export class ServiceLink {
  private readonly url: URL;
  private readonly library: typeof http | typeof https;
  private readonly agent: http.Agent;

  /** @param address scheme, host and port */
  constructor(address: string) {
    this.url = new URL('/graphql', address);
    this.library = this.url.protocol === 'https:' ? https : http;
    this.agent = new this.library.Agent({ keepAlive: true });
  }

  /**
   * What a service that ends did not answer is asked once more, of whoever stands there next, on a connection of its own:
   * the others may have ended as well. A command may have been carried out before the connection ended: its
   * clientMutationId has the second answer be that of the first. Signing in has none of that: a code or link is then used
   * up, as for whoever presses the button again.
   * @throws Error of the connection where no answer came
   */
  ask(headers: Headers, body: string): Promise<ServiceAnswer> {
    return this.send(headers, body, this.agent).catch((error: unknown) => {
      if (isBroken(error)) return this.send(headers, body, false);
      throw error;
    });
  }

  private send(headers: Headers, body: string, agent: http.Agent | false): Promise<ServiceAnswer> {
    return new Promise((resolve, reject) => {
      const { hostname, port, pathname } = this.url;
      const request = this.library.request(
        {
          ...{ hostname: hostname.replaceAll(/[[\]]/g, ''), port, path: pathname, method: 'POST', agent },
          timeout: LONGEST_SILENCE_MS,
          headers: {
            ...headers,
            'content-type': 'application/json',
            accept: 'application/json',
            'content-length': String(Buffer.byteLength(body)),
          },
        },
        (response) => {
          const { statusCode: status = 0 } = response;
          text(response).then((whole) => resolve({ status, headers: response.headers, body: whole }), reject);
        },
      );
      request.on('timeout', () =>
        request.destroy(Object.assign(new Error('silent for too long'), { code: 'ETIMEDOUT' })),
      );
      request.on('error', reject);
      request.end(body);
    });
  }
}
