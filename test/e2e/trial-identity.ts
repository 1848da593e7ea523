import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import request from 'supertest';
import { usccCheckCharacter, type PersonActor } from '@jihui/kernel';
import { mailsIn, type GraphClient } from '@jihui/testing';
import { demoPerson, type DemoCity } from './city.js';
import { ENTERPRISE, odd, oddly, PDF, type Cast, type Verb } from './trial-cast.js';
import { trySecondFactor } from './trial-second-factor.js';
import { documentOf, perform, type Subject } from './walk.js';

const PASSWORD = 'Trial-2026-pass';
const REASON = { reason: odd('资料与登记不符') };

/** Counts tries by address and account: one wrong way is enough, and the right one still has its turn. */
const COUNTED = { others: [], counted: true } as const;

export interface Newcomer {
  readonly email: string;
  readonly personId: string;
  /** A browser that is signed in. */
  readonly browser: GraphClient;
  readonly actor: PersonActor;
}

/** Accounts, from the registration to the erasure. */
export async function tryAccounts(cast: Cast): Promise<void> {
  const { city, trials } = cast;
  const anybody = city.client();
  const email = 'newcomer@trial.example';
  await trials.run({
    ...COUNTED,
    mutation: 'registerPerson',
    who: anybody,
    input: { email, displayName: oddly('新用户'), password: PASSWORD },
    repeatable: true,
  });
  await city.settle();
  await trials.run({
    ...COUNTED,
    mutation: 'confirmEmail',
    who: anybody,
    input: { token: await tokenTo(city, email), password: PASSWORD },
    everyCallAnew: true,
  });
  await trials.run({
    ...COUNTED,
    mutation: 'signIn',
    who: anybody,
    input: { email, password: PASSWORD },
    everyCallAnew: true,
  });
  const me = await signedIn(city, email);
  await tryOwnAccount(cast, me);
  await tryPhone(cast, me);
  await trySecondFactor(cast, me, PASSWORD);
  await tryPasswords(cast, await signedIn(city, email));
  await trySuspension(cast, me);
  const last = await signedIn(city, email, 'Another-2026-pass');
  await trials.run({ ...COUNTED, mutation: 'signOut', who: last.browser, input: {}, everyCallAnew: true });
  const closing = await signedIn(city, email, 'Another-2026-pass');
  const { viewer } = await closing.browser.query<{ viewer: { person: { version: number } } }>(
    '{ viewer { person { version } } }',
  );
  await trials.run({
    ...COUNTED,
    mutation: 'eraseMyself',
    who: closing.browser,
    input: { expectedVersion: viewer.person.version, password: 'Another-2026-pass' },
    // Afterwards there is nobody left to ask again.
    everyCallAnew: true,
  });
}

async function tokenTo(city: DemoCity, email: string): Promise<string> {
  const token = (await mailsIn(city.stateDir))
    .filter(({ to }) => to === email)
    .map(({ text }) => /token=([\w-]+)/.exec(text)?.[1])
    .filter((found) => found !== undefined)
    .at(-1);
  if (token === undefined) throw new Error(`no link was mailed to ${email}`);
  return token;
}

/** A browser of one's own. */
export async function signedIn(city: DemoCity, email: string, password = PASSWORD): Promise<Newcomer> {
  const response = await request(city.url)
    .post('/graphql')
    .send({
      query: 'mutation ($input: SignInInput!) { signIn(input: $input) { viewer { person { id } } } }',
      variables: { input: { clientMutationId: randomUUID(), email, password } },
    });
  const [cookie = ''] = (response.headers['set-cookie'] as unknown as string[] | undefined) ?? [];
  const body = response.body as { data: { signIn: { viewer: { person: { id: string } } } } };
  const personId = body.data.signIn.viewer.person.id;
  return {
    email,
    personId,
    browser: city.client({ cookie: cookie.split(';')[0] ?? '' }),
    actor: { kind: 'person', personId, memberships: [] },
  };
}

/** Registers and confirms somebody, as anybody would. */
export async function newcomer(city: DemoCity, name: string): Promise<Newcomer> {
  const email = `${name}@trial.example`;
  await perform(city.client(), 'registerPerson', { email, displayName: `新人${name}`, password: PASSWORD });
  await city.settle();
  const input = { token: await tokenTo(city, email), password: PASSWORD };
  await city.client().mutate(documentOf('confirmEmail'), { input });
  return signedIn(city, email);
}

async function tryOwnAccount({ city, trials, outsiders }: Cast, me: Newcomer): Promise<void> {
  const [anonymous] = outsiders;
  const nobody = anonymous === undefined ? [] : [anonymous];
  const { viewer } = await me.browser.query<{ viewer: { person: { version: number } } }>(
    '{ viewer { person { version } } }',
  );
  await trials.run({
    mutation: 'editMyProfile',
    who: me.browser,
    others: nobody,
    input: { expectedVersion: viewer.person.version, displayName: oddly('新名字') },
    repeatable: true,
  });
  const token = await trials.run({
    ...COUNTED,
    mutation: 'createAccessToken',
    who: me.browser,
    input: { name: oddly('统计脚本'), expiresInDays: 30, password: PASSWORD },
    repeatable: true,
  });
  await trials.run({
    mutation: 'revokeAccessToken',
    who: me.browser,
    others: outsiders,
    input: { tokenId: token.id },
  });
  await trials.run({
    ...COUNTED,
    mutation: 'reauthenticate',
    who: me.browser,
    input: { password: PASSWORD },
    everyCallAnew: true,
  });
  const other = await signedIn(city, me.email);
  const { mySessions } = await other.browser.query<{ mySessions: { id: string; current: boolean }[] }>(
    '{ mySessions { id current } }',
  );
  const session = mySessions.find(({ current }) => current)?.id;
  await trials.run({
    mutation: 'revokeSession',
    who: me.browser,
    others: outsiders,
    input: { sessionId: session },
  });
}

async function codeTo(city: DemoCity, phone: string): Promise<string> {
  await city.settle();
  const folder = join(city.stateDir, 'sms');
  const names = (await readdir(folder)).sort();
  const messages = await Promise.all(
    names.map(
      async (name) =>
        JSON.parse(await readFile(join(folder, name), 'utf8')) as { phone: string; text: string },
    ),
  );
  const code = messages
    .filter((message) => message.phone === phone)
    .map(({ text }) => /\d{6}/.exec(text)?.[0])
    .at(-1);
  if (code === undefined) throw new Error(`no code was sent to ${phone}`);
  return code;
}

async function tryPhone({ city, trials }: Cast, me: Newcomer): Promise<void> {
  const phone = '13812340001';
  await trials.run({
    ...COUNTED,
    mutation: 'requestPhoneCode',
    who: me.browser,
    input: { phone, purpose: 'CONFIRM_PHONE' },
    repeatable: true,
  });
  await trials.run({
    ...COUNTED,
    mutation: 'confirmMyPhone',
    who: me.browser,
    input: { phone, code: await codeTo(city, phone) },
    repeatable: true,
  });
  await perform(city.client(), 'requestPhoneCode', { phone, purpose: 'SIGN_IN' });
  await trials.run({
    ...COUNTED,
    mutation: 'signInWithPhoneCode',
    who: city.client(),
    input: { phone, code: await codeTo(city, phone) },
    everyCallAnew: true,
  });
}

async function tryPasswords({ city, trials }: Cast, me: Newcomer): Promise<void> {
  await trials.run({
    ...COUNTED,
    mutation: 'changePassword',
    who: me.browser,
    input: { currentPassword: PASSWORD, newPassword: 'Changed-2026-pass' },
    repeatable: true,
  });
  await trials.run({
    ...COUNTED,
    mutation: 'requestPasswordReset',
    who: city.client(),
    input: { email: me.email },
    repeatable: true,
  });
  await city.settle();
  await trials.run({
    ...COUNTED,
    mutation: 'resetPassword',
    who: city.client(),
    input: { token: await tokenTo(city, me.email), newPassword: 'Another-2026-pass' },
  });
}

async function trySuspension({ city, trials, outsiders }: Cast, me: Newcomer): Promise<void> {
  const admin = city.who('admin');
  const { people } = await admin.query<{ people: { edges: { node: Subject }[] } }>(
    'query ($text: String) { people(text: $text) { edges { node { id version } } } }',
    { text: me.email },
  );
  const person = people.edges[0]?.node;
  if (person === undefined) throw new Error('the administrator does not find the newcomer');
  const target = { personId: person.id, expectedVersion: person.version };
  const suspended = await trials.run({
    mutation: 'suspendPerson',
    who: admin,
    others: outsiders,
    input: { ...target, ...REASON },
  });
  await trials.run({
    mutation: 'reinstatePerson',
    who: admin,
    others: outsiders,
    input: { personId: person.id, expectedVersion: suspended.version },
  });
}

const FIRST = '91140902MA0TR1A';
const uscc = (serial: number): string => {
  const first = `${FIRST}${String(serial).padStart(2, '0')}`;
  return `${first}${usccCheckCharacter(first)}`;
};
const form = (serial: number) => ({
  name: odd('试验机构'),
  kind: 'ENTERPRISE',
  uscc: uscc(serial),
  divisionCode: '140902',
  partyNature: '150',
  stateEstablished: false,
  legalRepresentative: oddly('赵一'),
  address: odd('忻州市'),
  contactName: oddly('钱二'),
  contactPhone: '13803500009',
  contactEmail: 'trial@trial.example',
  website: 'https://trial.example',
  introduction: odd('简介'),
});

/** Organisations: registered, returned, approved, corrected, suspended. */
export async function tryOrganisations(cast: Cast): Promise<void> {
  const { city, trials, officer, secondOfficer, outsiders } = cast;
  const founder = await newcomer(city, 'founder');
  const [anonymous] = outsiders;
  const registered = await trials.run<{ introduction: string }>({
    mutation: 'registerOrganisation',
    who: founder.browser,
    // Anybody who is signed in may register one.
    others: anonymous === undefined ? [] : [anonymous],
    input: { form: form(1) },
    more: 'introduction',
  });
  expect(registered.introduction).toBe(odd('简介'));
  const verb: Verb = (who, mutation, subject, more = {}) =>
    trials.run({
      mutation,
      who,
      others: outsiders,
      button: { query: 'organisation', id: subject.id, action: mutation.replace('Organisation', '') },
      ...more,
      input: { organisationId: subject.id, expectedVersion: subject.version, ...more.input },
    });
  const edited = await verb(founder.browser, 'editOrganisation', registered, {
    input: { form: form(2) },
    repeatable: true,
  });
  const rejected = await verb(officer, 'rejectOrganisation', edited, { input: REASON, rival: secondOfficer });
  const resubmitted = await verb(founder.browser, 'resubmitOrganisation', rejected);
  const approved = await verb(officer, 'approveOrganisation', resubmitted, {
    input: { opinion: odd('属实') },
    rival: secondOfficer,
  });
  const corrected = await verb(officer, 'correctOrganisation', approved, {
    input: { form: form(3), ...REASON },
    repeatable: true,
  });
  const suspended = await verb(officer, 'suspendOrganisation', corrected, { input: REASON });
  await verb(officer, 'reinstateOrganisation', suspended, { input: REASON });
  await city.settle();
}

/** Memberships in every way in and out. @returns a colleague of the enterprise's. */
export async function tryMemberships(cast: Cast): Promise<Newcomer> {
  const { city, trials, outsiders, enterprise } = cast;
  const [anonymous] = outsiders;
  const verb = (who: GraphClient, mutation: string, subject: Subject, input: object = {}): Promise<Subject> =>
    trials.run({
      mutation,
      who,
      others: outsiders,
      input: { membershipId: subject.id, expectedVersion: subject.version, ...input },
      // The same roles again are no other roles.
      repeatable: mutation === 'changeMemberRoles',
    });
  const person = await newcomer(city, 'colleague');
  const invite = (): Promise<Subject> =>
    trials.run({
      mutation: 'inviteMember',
      who: enterprise,
      others: outsiders,
      input: { organisationId: ENTERPRISE, email: person.email, roles: ['RESEARCHER'] },
    });
  const ask = (): Promise<Subject> =>
    trials.run({
      mutation: 'requestMembership',
      who: person.browser,
      others: anonymous === undefined ? [] : [anonymous],
      input: { organisationId: ENTERPRISE, note: odd('我是技术部的') },
    });
  await verb(enterprise, 'revokeInvitation', await invite());
  await verb(person.browser, 'declineInvitation', await invite());
  await verb(person.browser, 'withdrawMembership', await ask());
  await verb(enterprise, 'refuseMembership', await ask(), REASON);
  const approved = await verb(enterprise, 'approveMembership', await ask(), { roles: ['RESEARCHER'] });
  const changed = await verb(enterprise, 'changeMemberRoles', approved, { roles: ['TRANSFER_OFFICER'] });
  const suspended = await verb(enterprise, 'suspendMember', changed, REASON);
  await verb(enterprise, 'removeMember', await verb(enterprise, 'reinstateMember', suspended), REASON);
  await verb(
    person.browser,
    'leaveOrganisation',
    await verb(person.browser, 'acceptInvitation', await invite()),
  );
  await verb(person.browser, 'acceptInvitation', await invite());
  await city.settle();
  return person;
}

/** Letters of authorisation. */
export async function tryLetters({ trials, outsiders, enterprise }: Cast): Promise<void> {
  const uploaded = await enterprise.upload('/files/identity', '委托书.pdf', PDF);
  const { id: fileId } = uploaded.body as { id: string };
  const letter = await trials.run({
    mutation: 'issueAuthorisationLetter',
    who: enterprise,
    others: outsiders,
    input: {
      organisationId: ENTERPRISE,
      personId: demoPerson('enterprise').id,
      matters: ['DEAL_SIGNATURE'],
      validFrom: '2026-01-01',
      validTo: '2027-12-31',
      fileId,
    },
    repeatable: true,
  });
  await trials.run({
    mutation: 'revokeAuthorisationLetter',
    who: enterprise,
    others: outsiders,
    input: { letterId: letter.id, expectedVersion: letter.version, ...REASON },
  });
}

/** Exports of what the organisation owns. */
export async function tryExports({ city, trials, outsiders, enterprise }: Cast): Promise<void> {
  const made = await trials.run({
    mutation: 'exportOrganisation',
    who: enterprise,
    others: outsiders,
    input: { organisationId: ENTERPRISE },
    // While it is being made it is the answer to whoever asks.
    repeatable: true,
  });
  await city.settle();
  await trials.run({
    mutation: 'fetchOrganisationExport',
    who: enterprise,
    others: outsiders,
    input: { exportId: made.id },
    repeatable: true,
  });
}
