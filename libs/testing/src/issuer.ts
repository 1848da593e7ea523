import { generateKeyPairSync } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** As what the issuer knows the platform. */
export const ISSUER_CLIENT = { id: 'jihui', secret: 'a-secret-of-the-client-of-32-chars' } as const;

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** A real issuer of identities (OpenID Connect) on loopback, for tests. Its library is loaded when one is opened. */
export class TestIssuer {
  /** Whom the next browser is, where its people are not asked. */
  who = 'somebody';
  /** Seconds for which a code is good. */
  codeSeconds = 60;

  private constructor(
    readonly url: string,
    private readonly stop: () => Promise<void>,
  ) {}

  /**
   * @param returnTo the only address that it leads back to
   * @param asks whether people are asked who they are, by a page, and may refuse; else they are whom the test says
   */
  static async open(returnTo: string, asks = false): Promise<TestIssuer> {
    const handlers: Handler[] = [];
    const server = createServer((request, response) => void handlers[0]?.(request, response));
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const issuer = new TestIssuer(url, async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    });
    handlers.push(await handlerOf(issuer, returnTo, asks));
    return issuer;
  }

  /** What a server is told of it. @param suffix of the settings of a second issuer: `_2` */
  settings(name: string, suffix = ''): Readonly<Record<string, string>> {
    const { id, secret } = ISSUER_CLIENT;
    return {
      [`OIDC_ISSUER${suffix}`]: this.url,
      [`OIDC_CLIENT_ID${suffix}`]: id,
      [`OIDC_CLIENT_SECRET${suffix}`]: secret,
      [`OIDC_NAME${suffix}`]: name,
    };
  }

  close(): Promise<void> {
    return this.stop();
  }

  /** A browser that follows the address to the issuer and through its pages. @returns path and query of where it comes back to */
  async visit(address: string, returnTo: string): Promise<string> {
    const cookies = new Map<string, string>();
    let at = new URL(address);
    for (let steps = 0; steps < 10; steps += 1) {
      const answer = await fetch(at, {
        redirect: 'manual',
        headers: { cookie: [...cookies].map((pair) => pair.join('=')).join('; ') },
      });
      for (const set of answer.headers.getSetCookie()) {
        const [name = '', value = ''] = (set.split(';')[0] ?? '').split('=');
        cookies.set(name, value);
      }
      const next = answer.headers.get('location');
      if (next === null) throw new Error(`the issuer answered ${answer.status}: ${await answer.text()}`);
      at = new URL(next, at);
      if (at.href.startsWith(returnTo)) return `${at.pathname}${at.search}`;
    }
    throw new Error('the issuer leads nowhere');
  }
}

/** Who are you, and is it all right? */
const PAGE = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>统一身份认证</title>
<h1>统一身份认证</h1><form method="post"><label>账号 <input name="who"></label>
<button name="answer" value="yes">同意并登录</button> <button name="answer" value="no">拒绝</button></form></html>`;

async function handlerOf(issuer: TestIssuer, returnTo: string, asks: boolean): Promise<Handler> {
  const { Provider } = await import('oidc-provider');
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const provider = new Provider(issuer.url, {
    clients: [
      {
        client_id: ISSUER_CLIENT.id,
        client_secret: ISSUER_CLIENT.secret,
        redirect_uris: [returnTo],
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: 'test' }] },
    cookies: { keys: ['a key of the test'] },
    features: { devInteractions: { enabled: false } },
    pkce: { required: () => true },
    ttl: {
      AuthorizationCode: () => issuer.codeSeconds,
      AccessToken: 60,
      IdToken: 60,
      Grant: 600,
      Session: 600,
      Interaction: 600,
    },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    findAccount: (_, accountId) => ({ accountId, claims: () => ({ sub: accountId }) }),
  });
  const answers = provider.callback();
  const consent = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { params, session } = await provider.interactionDetails(request, response);
    const grant = new provider.Grant({
      accountId: session?.accountId ?? '',
      clientId: String(params['client_id']),
    });
    grant.addOIDCScope('openid');
    await provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } });
  };
  const interact: Handler = async (request, response) => {
    const { prompt } = await provider.interactionDetails(request, response);
    if (prompt.name !== 'login') return consent(request, response);
    if (asks && request.method === 'GET') {
      response.setHeader('content-type', 'text/html').end(PAGE);
      return;
    }
    const said = new URLSearchParams(asks ? await text(request) : { who: issuer.who });
    await provider.interactionFinished(
      request,
      response,
      said.get('answer') === 'no'
        ? { error: 'access_denied', error_description: 'refused' }
        : { login: { accountId: said.get('who') ?? '' } },
    );
  };
  return (request, response) =>
    request.url?.startsWith('/interaction/') === true
      ? interact(request, response)
      : answers(request, response);
}
