import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import request from 'supertest';
import { Administrators, Db, type Seed, type Sql } from '@jihui/platform';
import { usccCheckCharacter } from '@jihui/kernel';
import { mailsIn, testApp, type GraphClient, type TestApp } from '@jihui/testing';
import { identityDomain } from '../src/index.js';

export const PASSWORD = 'Jihui-demo-2026';

/** The server with identity alone and its demo people, as a browser, a program and a mailbox see it. */
export class World {
  private constructor(readonly app: TestApp) {}

  static async open(settings: Readonly<Record<string, string>> = {}): Promise<World> {
    const app = await testApp([identityDomain], { settings });
    for (const SeedClass of identityDomain.seeds ?? []) await app.get<Seed>(SeedClass).run();
    return new World(app);
  }

  get administrators(): Administrators {
    return this.app.app.get(Administrators, { strict: false });
  }

  sql<R>(statement: Sql): Promise<R[]> {
    return this.app.get(Db).query<R>(statement);
  }

  close(): Promise<void> {
    return this.app.close();
  }

  /** A browser signed in as a demo person or with another address and password. */
  async signedIn(name: string, password = PASSWORD): Promise<GraphClient> {
    const email = name.includes('@') ? name : `${name}@demo.jihui.cn`;
    const cookie = await this.cookieOf(SIGN_IN, { email, password });
    return this.app.client({ cookie });
  }

  /** The session cookie that an entering mutation sets. */
  async cookieOf(query: string, input: Readonly<Record<string, unknown>>): Promise<string> {
    const response = await this.post(query, { input: { clientMutationId: randomUUID(), ...input } });
    const [cookie] = (response.headers['set-cookie'] as unknown as string[] | undefined) ?? [];
    if (cookie === undefined) throw new Error(`no cookie: ${response.text}`);
    return cookie.split(';')[0] ?? '';
  }

  post(query: string, variables: object, headers: Readonly<Record<string, string>> = {}): request.Test {
    return request(this.app.url).post('/graphql').set(headers).send({ query, variables });
  }

  /** Texts of the mails to the address, the newest first. */
  async mailsTo(email: string): Promise<string[]> {
    await this.app.settle();
    const mails = (await mailsIn(this.app.stateDir)).filter((mail) => mail.to === email);
    return mails.reverse().map(({ text }) => text);
  }

  /** The token in the newest mail to the address. */
  async tokenTo(email: string): Promise<string> {
    const [mail = ''] = await this.mailsTo(email);
    const token = /token=([\w-]+)/.exec(mail)?.[1];
    if (token === undefined) throw new Error(`no token in the mail to ${email}: ${mail}`);
    return token;
  }

  /** The short messages to the phone. */
  async messagesTo(phone: string): Promise<string[]> {
    await this.app.settle();
    const folder = join(this.app.stateDir, 'sms');
    const names = await readdir(folder).catch(() => []);
    const messages = await Promise.all(
      names
        .sort()
        .map(
          async (name) =>
            JSON.parse(await readFile(join(folder, name), 'utf8')) as { phone: string; text: string },
        ),
    );
    return messages.filter((message) => message.phone === phone).map((message) => message.text);
  }

  /** Registers and confirms a person. @returns the browser that is signed in then. */
  async person(email: string, displayName = '测试用户', password = 'Correct-horse-7'): Promise<GraphClient> {
    await this.app.client().mutate(REGISTER, { input: { email, displayName, password } });
    const token = await this.tokenTo(email);
    return this.app.client({ cookie: await this.cookieOf(CONFIRM, { token, password }) });
  }
}

export const SIGN_IN = `mutation ($input: SignInInput!) { signIn(input: $input) {
  viewer { person { id email displayName } permissions } clientMutationId } }`;
export const REGISTER = `mutation ($input: RegisterPersonInput!) { registerPerson(input: $input) { ok } }`;
export const CONFIRM = `mutation ($input: ConfirmEmailInput!) { confirmEmail(input: $input) { viewer { person { id } } } }`;

let serial = 0;
/** A valid 统一社会信用代码 that no other test uses. */
export function aUscc(prefix = '91140902'): string {
  serial += 1;
  const first = `${prefix}MA${String(serial).padStart(7, '0')}`;
  return `${first}${usccCheckCharacter(first)}`;
}

/** A form that may be registered as it is. */
export const aForm = (form: Readonly<Record<string, unknown>> = {}): Record<string, unknown> => ({
  name: '忻府区测试科技有限公司',
  kind: 'ENTERPRISE',
  uscc: aUscc(),
  divisionCode: '140902',
  partyNature: '150',
  stateEstablished: false,
  legalRepresentative: '赵一',
  address: '忻州市忻府区七一北路1号',
  contactName: '钱二',
  contactPhone: '13803500001',
  ...form,
});
