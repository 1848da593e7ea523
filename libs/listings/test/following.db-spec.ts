import { randomUUID } from 'node:crypto';
import type { ContractSnapshot, DealSnapshot, OrganisationSnapshot } from '@jihui/events';
import { system } from '@jihui/kernel';
import { sql, uuidv7, Work } from '@jihui/platform';
import { NightlyService } from '../src/nightly.service.js';
import { ProjectionService } from '../src/projection.service.js';
import { ListingsRepublisher } from '../src/republisher.js';
import { aNeedIn, aResultIn, aStage, onResult, type Stage } from './listings.factory.js';

describe('following', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await aStage();
  });
  afterAll(() => stage?.app.close());

  /** As the relay would: in one transaction with the handler's effects. */
  const told = (
    tell: (projections: ProjectionService, tx: Parameters<ProjectionService['deal']>[2]) => Promise<void>,
  ): Promise<void> =>
    stage.app
      .get(Work)
      .run({ domain: 'listings', name: 'test', actor: system('test') }, (tx) =>
        tell(stage.app.get(ProjectionService), tx),
      );

  const aDeal = (
    about: { resultId?: string; needId?: string },
    state: string,
    cooperationMode = 'TRANSFER',
    id: string = randomUUID(),
  ): DealSnapshot => ({
    id,
    version: 1,
    code: 'DJ1',
    state,
    title: '对接',
    resultId: about.resultId ?? null,
    needId: about.needId ?? null,
    sellerId: stage.university,
    sellerName: '',
    buyerId: stage.enterprise,
    buyerName: '',
    buyerHidden: false,
    sellerPersonIds: [],
    buyerPersonIds: [],
    brokers: [],
    introductions: [],
    cooperationMode,
    price: null,
    disclosure: null,
    signature: null,
    message: null,
  });
  const deal = (snapshot: DealSnapshot, version: number): Promise<void> =>
    told((projections, tx) => projections.deal(snapshot, version, tx));
  const contract = (
    dealId: string,
    resultId: string,
    state: string,
    version: number,
    id = dealId,
  ): Promise<void> =>
    told((projections, tx) =>
      projections.contract(
        {
          id,
          dealId,
          resultId,
          needId: null,
          state,
          standing: state === 'REGISTERED',
          sellerOrganisationId: null,
          buyerOrganisationIds: [],
        } as unknown as ContractSnapshot,
        version,
        tx,
      ),
    );
  const stateOf = async (id: string): Promise<string | undefined> =>
    (
      await stage.db.one<{ state: string }>(sql`
    select state from listings.result where id = ${id} union all select state from listings.need where id = ${id}`)
    )?.state;
  const isFound = async (id: string): Promise<boolean> =>
    (await stage.db.query(sql`select 1 from listings.search where id = ${id}`)).length > 0;

  describe('a result follows its deals', () => {
    it('from negotiation through disclosure to an exclusive signature and its registration', async () => {
      const { id } = await aResultIn(stage, 'ONLINE');
      const one = aDeal({ resultId: id }, 'LEAD');
      await deal(one, 1);
      expect(await stateOf(id)).toBe('ONLINE');
      await deal({ ...one, state: 'CONFIRMED' }, 2);
      expect([await stateOf(id), await isFound(id)]).toEqual(['IN_NEGOTIATION', true]);
      await deal({ ...one, state: 'DISCLOSING' }, 3);
      expect([await stateOf(id), await isFound(id)]).toEqual(['UNDER_DISCLOSURE', true]);
      await deal({ ...one, state: 'CONFIRMED' }, 2);
      expect(await stateOf(id)).toBe('UNDER_DISCLOSURE');
      await deal({ ...one, state: 'SIGNED' }, 4);
      expect([await stateOf(id), await isFound(id)]).toEqual(['SIGNED', false]);
      await contract(one.id, id, 'REGISTERED', 7);
      expect(await stateOf(id)).toBe('TRANSFORMED');
      const { result } = await stage.app
        .client()
        .query<{ result: object }>(
          'query ($id: ID!) { result(id: $id) { state online registeredContracts signedDeals } }',
          { id },
        );
      expect(result).toEqual({ state: 'TRANSFORMED', online: false, registeredContracts: 1, signedDeals: 1 });
      await contract(one.id, id, 'REVOKED', 8);
      expect(await stateOf(id)).toBe('SIGNED');
    });

    it('through a second application of the deal, whose versions start anew', async () => {
      const { id } = await aResultIn(stage, 'ONLINE');
      const one = aDeal({ resultId: id }, 'SIGNED');
      await deal(one, 1);
      const [first, second] = [uuidv7(), uuidv7()];
      await contract(one.id, id, 'REGISTERED', 7, first);
      await contract(one.id, id, 'CANCELLED', 11, first);
      expect(await stateOf(id)).toBe('SIGNED');
      await contract(one.id, id, 'DRAFT', 1, second);
      await contract(one.id, id, 'REGISTERED', 6, second);
      expect(await stateOf(id)).toBe('TRANSFORMED');
      // What is told late of the first one says nothing of the deal any more.
      await contract(one.id, id, 'CANCELLED', 12, first);
      expect(await stateOf(id)).toBe('TRANSFORMED');
    });

    it('and stays on offer beside an ordinary licence, or when a deal falls through', async () => {
      const { id } = await aResultIn(stage, 'ONLINE');
      const licence = aDeal({ resultId: id }, 'CONFIRMED', 'LICENCE_ORDINARY');
      await deal(licence, 1);
      expect(await stateOf(id)).toBe('IN_NEGOTIATION');
      await deal({ ...licence, state: 'SIGNED' }, 2);
      expect([await stateOf(id), await isFound(id)]).toEqual(['ONLINE', true]);
      const other = aDeal({ resultId: id }, 'NEGOTIATING');
      await deal(other, 1);
      await deal({ ...other, state: 'ABANDONED' }, 2);
      expect(await stateOf(id)).toBe('ONLINE');
    });

    it('even when the contract is told of before its deal, and never from a draft', async () => {
      const { id } = await aResultIn(stage, 'ONLINE');
      const late = aDeal({ resultId: id }, 'SIGNED');
      await contract(late.id, id, 'REGISTERED', 3);
      expect(await stateOf(id)).toBe('ONLINE');
      await deal(late, 9);
      expect(await stateOf(id)).toBe('TRANSFORMED');
      const draft = await aResultIn(stage, 'DRAFT');
      await deal(aDeal({ resultId: draft.id }, 'SIGNED'), 1);
      expect(await stateOf(draft.id)).toBe('DRAFT');
      await deal(aDeal({ resultId: randomUUID() }, 'SIGNED'), 1);
    });

    it('a need is met by any signature', async () => {
      const { id } = await aNeedIn(stage, 'ONLINE');
      const one = aDeal({ needId: id }, 'NEGOTIATING', 'SERVICE');
      await deal(one, 1);
      expect(await stateOf(id)).toBe('IN_NEGOTIATION');
      await deal({ ...one, state: 'SIGNED' }, 2);
      expect([await stateOf(id), await isFound(id)]).toEqual(['SIGNED', false]);
    });
  });

  describe('an owner’s projection', () => {
    const organisation = (change: Partial<OrganisationSnapshot>): OrganisationSnapshot => ({
      id: stage.university,
      name: '忻州工业技术大学',
      kind: 'UNIVERSITY',
      uscc: 'x',
      divisionCode: '140902',
      partyNature: '022',
      stateEstablished: true,
      status: 'ACTIVE',
      legalRepresentative: '',
      contactName: '',
      contactPhone: '',
      address: '',
      ...change,
    });
    const tell = (change: Partial<OrganisationSnapshot>, version: number): Promise<void> =>
      told((projections) => projections.organisation(organisation(change), version));
    const listed = async (): Promise<number> =>
      (
        await stage.app
          .client()
          .query<{ results: { edges: unknown[] } }>('{ results(first: 100) { edges { node { id } } } }')
      ).results.edges.length;

    it('takes what is newer and leaves what is older; a suspended owner’s listings are out of sight', async () => {
      await aResultIn(stage, 'ONLINE');
      const before = await listed();
      await tell({ status: 'SUSPENDED' }, 5);
      expect(await listed()).toBe(0);
      await tell({ name: '旧名' }, 4);
      expect(await listed()).toBe(0);
      await tell({ name: '忻州工业技术大学（新）' }, 6);
      expect(await listed()).toBe(before);
      const { results } = await stage.app
        .client()
        .query<{ results: { edges: { node: { ownerName: string } }[] } }>(
          '{ results(first: 1) { edges { node { ownerName } } } }',
        );
      expect(results.edges[0]?.node.ownerName).toBe('忻州工业技术大学（新）');
    });
  });

  describe('the night', () => {
    const night = async (): Promise<void> => stage.app.get(NightlyService).run(new Date());
    const actionsOf = async (id: string): Promise<string[]> =>
      (
        await stage.db.query<{ action: string }>(
          sql`select action from listings.event where aggregate_id = ${id} order by seq`,
        )
      ).map(({ action }) => action);

    it('reminds 30 and 7 days before the end, once each, then closes; renewing starts anew', async () => {
      const result = await aResultIn(stage, 'ONLINE');
      const need = await aNeedIn(stage, 'ONLINE');
      const endsIn = (days: number) =>
        stage.db.query(
          sql`update listings.result set expires_on = current_date + ${days}::int where id = ${result.id}`,
        );
      await endsIn(40);
      await night();
      expect(await actionsOf(result.id)).not.toContain('remind');
      await endsIn(29);
      await night();
      await night();
      expect((await actionsOf(result.id)).filter((action) => action === 'remind')).toHaveLength(1);
      await endsIn(6);
      await night();
      await night();
      expect((await actionsOf(result.id)).filter((action) => action === 'remind')).toHaveLength(2);
      await endsIn(-2);
      await stage.db.query(sql`update listings.need set expires_on = current_date - 2 where id = ${need.id}`);
      await night();
      expect([await stateOf(result.id), await stateOf(need.id), await isFound(result.id)]).toEqual([
        'EXPIRED',
        'EXPIRED',
        false,
      ]);
      const version =
        (
          await stage.db.one<{ version: number }>(
            sql`select version from listings.result where id = ${result.id}`,
          )
        )?.version ?? 0;
      const renewed = await onResult(stage, stage.transferOfficer, 'renewResult', { ...result, version });
      expect([renewed.state, await isFound(result.id)]).toEqual(['ONLINE', true]);
      await endsIn(29);
      await night();
      expect((await actionsOf(result.id)).filter((action) => action === 'remind')).toHaveLength(3);
    });

    it('takes a result whose patent’s term ended off the market, with the reason', async () => {
      const { id } = await aResultIn(stage, 'ONLINE');
      await stage.db.query(
        sql`update listings.result set body = jsonb_set(body, '{ipRights,0,expiresOn}', '"2020-01-01"') where id = ${id}`,
      );
      await night();
      expect([await stateOf(id), (await actionsOf(id)).at(-1)]).toEqual(['OFFLINE', 'lapse']);
    });

    it('runs as a job', async () => {
      await stage.app
        .get(Work)
        .run({ domain: 'listings', name: 'test', actor: system('test') }, (tx) =>
          tx.addJob('listings.expire', {}),
        );
      await stage.app.settle();
    });
  });

  describe('republishing', () => {
    it('says again what left this domain, and no draft', async () => {
      const online = await aResultIn(stage, 'ONLINE');
      const draft = await aResultIn(stage, 'DRAFT');
      expect(await stage.app.get(ListingsRepublisher).republish(new Date(0))).toBeGreaterThan(2);
      const again = await stage.db.query<{ aggregate_id: string; version: number }>(
        sql`select aggregate_id, version from listings.event where action = 'republish'`,
      );
      expect(again).toContainEqual({ aggregate_id: online.id, version: online.version });
      expect(again.map((row) => row.aggregate_id)).not.toContain(draft.id);
    });
  });
});
