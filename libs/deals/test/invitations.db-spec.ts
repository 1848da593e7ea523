import { randomUUID } from 'node:crypto';
import type { ExpertSnapshot } from '@jihui/events';
import type { PersonActor } from '@jihui/kernel';
import { Db, sql } from '@jihui/platform';
import { aMarket, type Market } from './deals.market.js';
import { InvitationsQueries } from '../src/invitations.queries.js';
import { anEvent, aWorld, type World } from './deals.world.js';

interface Invitation {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly answer: string;
  readonly inviterName: string;
  readonly inviter: { readonly id: string } | null;
  readonly deal: { readonly id: string; readonly state: string } | null;
  readonly availableActions: readonly { readonly action: string }[];
}
const FIELDS =
  'id version state answer inviterName inviter { id } deal { id state } availableActions { action }';

const inputOf = (mutation: string): string =>
  /^(accept|decline)/.test(mutation)
    ? 'AnswerConsultationInput'
    : `${mutation.slice(0, 1).toUpperCase()}${mutation.slice(1)}Input`;

describe('an expert is invited to talk about a need', () => {
  let world: World;
  let m: Market;
  beforeAll(async () => {
    world = await aWorld();
    m = await aMarket(world);
  });
  afterAll(() => world?.close());

  /** An expert of the bank whose account is the inventor's, unless it is said otherwise. */
  const expert = async (change: Partial<ExpertSnapshot> = {}): Promise<string> => {
    const id = randomUUID();
    const snapshot: ExpertSnapshot = {
      id,
      version: 1,
      personId: m.inventor.personId,
      name: '李文博',
      organisationId: m.university,
      unitName: '忻州师范学院',
      scopeCode: '140900',
      state: 'ACTIVE',
      reason: null,
      note: '',
      visibility: 'PUBLIC',
      title: '',
      disciplines: [],
      techFields: [],
      clusters: [],
      keywords: [],
      introduction: '',
      worksOpen: true,
      modes: [],
      availability: 'OPEN',
      employments: [],
      relations: [],
      ...change,
    };
    await world.deliver((to) => to.projectExpert(anEvent('discovery.expert', snapshot, snapshot.version)));
    return id;
  };
  const call = async (actor: PersonActor, name: string, input: object): Promise<Invitation> => {
    const type = inputOf(name);
    const answer = await world
      .as(actor)
      .mutate<Record<string, { invitation: Invitation }>>(
        `mutation ($input: ${type}!) { ${name}(input: $input) { invitation { ${FIELDS} } } }`,
        { input },
      );
    const { invitation } = answer[name] ?? {};
    if (invitation === undefined) throw new Error(`${name} answered nothing`);
    return invitation;
  };
  const refused = async (actor: PersonActor, name: string, input: object): Promise<string> => {
    const type = inputOf(name);
    const { errors } = await world
      .as(actor)
      .mutate(`mutation ($input: ${type}!) { ${name}(input: $input) { clientMutationId } }`, { input })
      .answer();
    const { code, violations = [] } = errors?.[0]?.extensions ?? {};
    return code === 'INVALID_INPUT' ? (violations[0]?.code ?? '') : (code ?? 'nothing');
  };
  const invite = async (
    actor: PersonActor,
    organisationId: string,
    needId: string,
    expertId: string,
  ): Promise<Invitation> =>
    call(actor, 'inviteConsultation', { organisationId, needId, expertId, message: '想请教散热基板的选材' });
  const at = ({ id, version }: Invitation) => ({ id, expectedVersion: version });

  it('by its owner; accepting opens talks with the expert’s unit, which bind nobody', async () => {
    const [needId, expertId] = [await world.need(m.enterprise), await expert()];
    const sent = await invite(m.engineer, m.enterprise, needId, expertId);
    expect(sent).toMatchObject({
      state: 'SENT',
      answer: '',
      deal: null,
      inviterName: '山西晋新材料有限公司',
    });
    const accepted = await call(m.inventor, 'acceptConsultation', { ...at(sent), answer: '下周可以线上谈' });
    expect(accepted).toMatchObject({ state: 'ACCEPTED', answer: '下周可以线上谈', deal: { state: 'LEAD' } });
    const deal = await world.deal(
      m.buyer,
      accepted.deal?.id ?? '',
      'cooperationMode seller { organisation { id } people { name } }',
    );
    expect(deal).toMatchObject({
      cooperationMode: 'CONSULTING',
      seller: { organisation: { id: m.university }, people: [{}] },
    });
    const rows = await world.get(Db).query<{ action: string; state: string }>(sql`
      select action, payload ->> 'state' as state from deals.event where type = 'deals.invitation'
        and aggregate_id = ${sent.id} order by seq`);
    expect(rows).toEqual([
      { action: 'inviteConsultation', state: 'SENT' },
      { action: 'acceptConsultation', state: 'ACCEPTED' },
    ]);
    expect(await refused(m.inventor, 'declineConsultation', { ...at(accepted), answer: '没空' })).toBe(
      'ILLEGAL_TRANSITION',
    );
  });

  it('a second expert of that unit goes on in the talks that run', async () => {
    const needId = await world.need(m.enterprise);
    const first = await invite(m.buyer, m.enterprise, needId, await expert());
    const second = await invite(
      m.buyer,
      m.enterprise,
      needId,
      await expert({ personId: m.colleague.personId }),
    );
    const { deal } = await call(m.inventor, 'acceptConsultation', at(first));
    const answer = await call(m.colleague, 'acceptConsultation', at(second));
    expect(deal).not.toBeNull();
    expect(answer.state).toBe('ACCEPTED');
    const talks = await world
      .get(Db)
      .query<{ id: string }>(
        sql`select distinct deal_id as id from deals.expert_invitation where need_id = ${needId}`,
      );
    expect(talks).toEqual([{ id: deal?.id }]);
  });

  it('by a broker, who has then introduced the two', async () => {
    const needId = await world.need(m.enterprise);
    const sent = await invite(m.broker, m.agency, needId, await expert());
    expect(sent.inviterName).toBe('晋创技术经纪有限公司');
    const { deal } = await call(m.inventor, 'acceptConsultation', at(sent));
    const seen = await world.deal<{ introductions: { kind: string }[]; brokerages: { state: string }[] }>(
      m.broker,
      deal?.id ?? '',
      'introductions { kind } brokerages { state }',
    );
    expect(seen).toMatchObject({
      introductions: [{ kind: 'INTRODUCED' }],
      brokerages: [{ state: 'JOINED' }],
    });
  });

  it('declines with a reason; a withdrawn one may be sent again, an answered one not', async () => {
    const [needId, expertId] = [await world.need(m.enterprise), await expert()];
    const again = { organisationId: m.enterprise, needId, expertId, message: '再请教一次' };
    const sent = await invite(m.buyer, m.enterprise, needId, expertId);
    expect(await refused(m.buyer, 'inviteConsultation', again)).toBe('DEALS.ALREADY_INVITED');
    expect(await refused(m.inventor, 'withdrawConsultation', at(sent))).toBe('FORBIDDEN');
    await call(m.buyer, 'withdrawConsultation', at(sent));
    const second = await call(m.buyer, 'inviteConsultation', again);
    expect(await refused(m.inventor, 'declineConsultation', at(second))).not.toBe('nothing');
    expect(await refused(m.buyer, 'declineConsultation', { ...at(second), answer: '不用了' })).toBe(
      'FORBIDDEN',
    );
    const declined = await call(m.inventor, 'declineConsultation', { ...at(second), answer: '不是我的方向' });
    expect(declined).toMatchObject({ state: 'DECLINED', answer: '不是我的方向', deal: null });
    expect(await refused(m.buyer, 'inviteConsultation', again)).toBe('DEALS.ALREADY_INVITED');
  });

  it('two clicks at once send one', async () => {
    const input = {
      organisationId: m.enterprise,
      needId: await world.need(m.enterprise),
      expertId: await expert(),
      message: '想请教散热基板的选材',
    };
    const codes = await Promise.all([1, 2].map(() => refused(m.buyer, 'inviteConsultation', input)));
    expect(codes.sort()).toEqual(['DEALS.ALREADY_INVITED', 'nothing']);
  });

  it('is refused where the expert cannot be asked', async () => {
    const needId = await world.need(m.enterprise);
    const relation = {
      id: randomUUID(),
      kind: 'CONSULTING',
      organisationId: null,
      organisationName: '山西晋新材料有限公司',
      personName: '',
      from: null,
      to: null,
    };
    const job = { organisationId: m.enterprise, knownFrom: '2026-01-01', endedOn: null } as const;
    const cases: readonly [Partial<ExpertSnapshot>, string][] = [
      [{ state: 'SUSPENDED' }, 'DEALS.EXPERT_NOT_LISTED'],
      [{ state: 'EXITED' }, 'DEALS.EXPERT_NOT_LISTED'],
      [{ visibility: 'OFFICERS' }, 'DEALS.EXPERT_NOT_LISTED'],
      [{ personId: randomUUID() }, 'DEALS.EXPERT_NOT_LISTED'],
      [{ availability: 'CLOSED' }, 'DEALS.EXPERT_NOT_AVAILABLE'],
      [{ organisationId: m.enterprise }, 'DEALS.OWN_EXPERT'],
      [{ employments: [job] }, 'DEALS.OWN_EXPERT'],
      [{ relations: [relation] }, 'DEALS.EXPERT_RECUSED'],
    ];
    for (const [change, code] of cases)
      expect([
        change,
        await refused(m.buyer, 'inviteConsultation', {
          organisationId: m.enterprise,
          needId,
          expertId: await expert(change),
          message: '想请教散热基板的选材',
        }),
      ]).toEqual([change, code]);
  });

  it('is refused to whoever is neither the owner’s nor a broker, for what is not online, and for what is not known', async () => {
    const expertId = await expert();
    const needId = await world.need(m.enterprise);
    const offline = await world.need(m.enterprise, { online: false, state: 'DRAFT' });
    const message = '想请教散热基板的选材';
    const by = (actor: PersonActor, organisationId: string, change: object = {}) =>
      refused(actor, 'inviteConsultation', { organisationId, needId, expertId, message, ...change });
    expect(await by(m.office, m.university)).toBe('FORBIDDEN');
    expect(await by(m.clerk, m.university)).toBe('FORBIDDEN');
    expect(await by(m.buyer, m.agency)).toBe('FORBIDDEN');
    expect(await by(m.office, m.enterprise)).toBe('FORBIDDEN');
    expect(await by(m.buyer, m.enterprise, { needId: offline })).toBe('DEALS.LISTING_NOT_ONLINE');
    expect(await by(m.broker, m.agency, { needId: offline })).toBe('DEALS.NOT_YET_KNOWN');
    expect(await by(m.buyer, m.enterprise, { expertId: randomUUID() })).toBe('DEALS.NOT_YET_KNOWN');
  });

  it('hides an anonymous owner from the expert, and from a broker what binds the expert to it', async () => {
    const needId = await world.need(m.enterprise, { anonymous: true });
    const sent = await invite(m.buyer, m.enterprise, needId, await expert());
    const accepted = await call(m.inventor, 'acceptConsultation', at(sent));
    expect(accepted).toMatchObject({ inviterName: '匿名需求方', inviter: null });
    const own = await expert({ organisationId: m.enterprise, personId: m.colleague.personId });
    const other = await world.need(m.enterprise, { anonymous: true });
    const byBroker = await invite(m.broker, m.agency, other, own);
    expect(byBroker.state).toBe('SENT');
    const done = await call(m.colleague, 'acceptConsultation', at(byBroker));
    expect(done).toMatchObject({ state: 'ACCEPTED', deal: null });
  });

  it('is nobody else’s to know', async () => {
    const sent = await invite(m.buyer, m.enterprise, await world.need(m.enterprise), await expert());
    for (const stranger of [m.colleague, m.office, m.broker, m.officer])
      expect(await refused(stranger, 'acceptConsultation', at(sent))).toBe('NOT_FOUND');
  });

  it('are listed to whoever may know of each, however many others’ are newer', async () => {
    const [needId, expertId] = [await world.need(m.enterprise), await expert()];
    const brokers = await invite(m.broker, m.agency, needId, expertId);
    await world.get(Db).query(sql`
      insert into deals.expert_invitation (id, version, state, need_id, need_title, need_owner_id, anonymous, expert_id,
        person_id, inviter_id, by_broker, invited_by, message, answer, created_at, updated_at)
      select gen_random_uuid(), 1, 'SENT', need_id, need_title, need_owner_id, anonymous, gen_random_uuid(),
        gen_random_uuid(), need_owner_id, false, invited_by, message, '', created_at + interval '1 second', updated_at
      from deals.expert_invitation, generate_series(1, 120) where id = ${brokers.id}`);
    const listed = async (actor: PersonActor, side: 'need' | 'expert', id: string): Promise<string[]> =>
      ((await world.get(InvitationsQueries).of(actor, side, [id])).get(id) ?? []).map((one) => one.id);
    expect(await listed(m.broker, 'need', needId)).toEqual([brokers.id]);
    expect(await listed(m.inventor, 'need', needId)).toEqual([brokers.id]);
    expect(await listed(m.buyer, 'need', needId)).toHaveLength(100);
    expect(await listed(m.inventor, 'expert', expertId)).toEqual([brokers.id]);
    for (const stranger of [m.colleague, m.office, m.officer])
      expect(await listed(stranger, 'need', needId)).toEqual([]);
    for (const other of [m.broker, m.buyer, m.officer])
      expect(await listed(other, 'expert', expertId)).toEqual([]);
  });

  it('a need’s owner asks an organisation by its name, and nobody else does', async () => {
    const needId = await world.need(m.enterprise);
    const input = {
      needId,
      sellerId: m.university,
      cooperationMode: 'LICENCE_ORDINARY',
      message: '想谈许可',
    };
    const by = (actor: PersonActor, organisationId: string, change: object = {}) =>
      world.refused(actor, 'openDeal', { ...input, organisationId, ...change });
    expect(await by(m.office, m.university)).toBe('DEALS.NOT_A_PARTY');
    expect(await by(m.buyer, m.enterprise, { sellerId: randomUUID() })).toBe('DEALS.NOT_YET_KNOWN');
    expect(await by(m.buyer, m.enterprise, { sellerId: m.enterprise })).toBe('DEALS.SAME_PARTY');
    const resultId = await world.result(m.university);
    expect(await by(m.buyer, m.enterprise, { sellerId: m.agency, resultId })).toBe('DEALS.OWNER_MISMATCH');
    const deal = await world.act(
      m.buyer,
      'openDeal',
      { ...input, organisationId: m.enterprise, title: '一种陶粒（ZL202010123456.4）' },
      'title seller { organisation { id } }',
    );
    expect(deal).toMatchObject({
      state: 'INTEREST',
      title: '一种陶粒（ZL202010123456.4）',
      seller: { organisation: { id: m.university } },
    });
  });
});
