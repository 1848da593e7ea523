import { randomUUID } from 'node:crypto';
import request from 'supertest';
import type { PersonActor } from '@jihui/kernel';
import { organisationOf } from '@jihui/testing';
import { sql } from '@jihui/platform';
import { aWorld, type World } from './contracts.world.js';
import { anAftermath, APPROVED, OPINION, type Aftermath } from './proceedings.world.js';

describe('proceedings reading', () => {
  let world: World;
  let after: Aftermath;
  beforeAll(async () => {
    world = await aWorld();
    after = anAftermath(world);
  }, 120_000);
  afterAll(() => world.close());

  /** A contract whose buyer has confirmed its signature, so that it may see it. */
  const shared = async (): Promise<string> => {
    const id = await world.application('REGISTERED');
    await world.rows(sql`
    update contracts.contract set confirmed_party_ids = ${[organisationOf(world.seller), organisationOf(world.buyer)]}::uuid[]
    where id = ${id}`);
    return id;
  };
  interface Seen {
    readonly id: string;
    readonly state: string;
    readonly mine: boolean;
    readonly reason: string | null;
    readonly proposal: { title: string; money: { total: number } } | null;
    readonly changes: string[];
    readonly files: { url: string; purpose: string }[];
    readonly examination: { examinerName: string } | null;
    readonly decision: { opinion: string; deciderName: string | null; articles: string[] } | null;
    readonly deadline: { workingDaysLeft: number } | null;
    readonly taxNotice: { state: string } | null;
    readonly availableActions: { action: string; enabled: boolean }[];
  }
  const FIELDS = `id state mine reason proposal { title money { total } } changes files { url purpose }
  examination { examinerName } decision { opinion deciderName articles } deadline { workingDaysLeft }
  taxNotice { state } missing { path message } findings { code } availableActions { action enabled }`;
  const seen = async (actor: PersonActor, contractId: string): Promise<Seen[]> =>
    (
      await world.app
        .as(actor)
        .query<{ contract: { proceedings: Seen[] } | null }>(
          `query ($id: ID!) { contract(id: $id) { proceedings { ${FIELDS} } } }`,
          { id: contractId },
        )
    ).contract?.proceedings ?? [];
  const actionsOf = (one: Seen | undefined): string[] =>
    (one?.availableActions ?? []).map(({ action }) => action).sort();

  describe('a proceeding shows', () => {
    it('its draft to its own side alone, with what is missing', async () => {
      const id = await shared();
      const paper = await after.draft(world.seller, id, 'CHANGE', {}, false);
      const [mine] = await seen(world.seller, id);
      expect(mine).toMatchObject({ id: paper, state: 'DRAFT', mine: true, changes: ['AMOUNT'] });
      expect(actionsOf(mine)).toEqual(['discard', 'editDraft', 'requestChange']);
      for (const actor of [world.buyer, world.registrarA, world.officer, world.bureauAdmin])
        expect(await seen(actor, id)).toEqual([]);
      const missing = await world.app
        .as(world.sellerAdmin)
        .query<{ contractProceeding: { missing: { path: string }[] } }>(
          'query ($id: ID!) { contractProceeding(id: $id) { missing { path } } }',
          { id: paper },
        );
      expect(missing.contractProceeding.missing).toEqual([{ path: 'files' }]);
      const hidden = await world.app
        .as(world.registrarA)
        .query('query ($id: ID!) { contractProceeding(id: $id) { id } }', { id: paper });
      expect(hidden).toEqual({ contractProceeding: null });
    });

    it('its paper to applicant and registry, its outcome to the others, its examiner to the registry', async () => {
      const id = await shared();
      await after.change(id, 'EXAMINED');
      const [forRegistry] = await seen(world.registrarB, id);
      expect(forRegistry).toMatchObject({
        state: 'OPEN',
        proposal: { money: { total: 110_000_000 } },
        examination: { examinerName: '刘慧' },
        deadline: { workingDaysLeft: 15 },
      });
      expect(actionsOf(forRegistry)).toEqual(['approveChange', 'examine', 'refuseRequest', 'returnRequest']);
      const [forApplicant] = await seen(world.seller, id);
      expect(forApplicant).toMatchObject({ examination: null, proposal: { money: { total: 110_000_000 } } });
      expect(actionsOf(forApplicant)).toEqual(['withdrawProceeding']);
      for (const actor of [world.buyer, world.officer]) {
        const [outside] = await seen(actor, id);
        expect(outside).toMatchObject({
          state: 'OPEN',
          reason: null,
          proposal: null,
          changes: [],
          files: [],
          examination: null,
        });
        expect(actionsOf(outside)).toEqual([]);
      }
      expect(await seen(world.stranger, id)).toEqual([]);
      const [{ proceedingId } = { proceedingId: '' }] = await world.rows<{ proceedingId: string }>(
        sql`select id as "proceedingId" from contracts.proceeding where contract_id = ${id}`,
      );
      await after.decisions.approveChange(world.registrarB, {
        ...(await after.target(proceedingId)),
        opinion: OPINION,
        ...APPROVED,
      });
      const [decided] = await seen(world.buyer, id);
      expect(decided).toMatchObject({ state: 'GRANTED', decision: { opinion: OPINION, deciderName: null } });
      expect(decided?.decision?.articles).toHaveLength(1);
    });

    it('its files to those who see its paper; each view is recorded', async () => {
      const id = await shared();
      const paper = await after.draft(world.seller, id, 'CANCELLATION');
      await after.requests.requestCancellation(world.seller, await after.target(paper));
      const [{ files } = { files: [] }] = await seen(world.registrarA, id);
      const read = (actor: PersonActor) =>
        request(world.app.url)
          .get(files[0]?.url ?? '')
          .set(world.app.as(actor).headers);
      expect((await read(world.registrarA)).status).toBe(200);
      expect((await read(world.seller)).status).toBe(200);
      expect((await read(world.buyer)).status).toBe(404);
      expect((await read(world.officer)).status).toBe(404);
      const views = await world.app
        .as(world.seller)
        .query<{ contract: { textViews: { fileName: string }[] } }>(
          'query ($id: ID!) { contract(id: $id) { textViews { fileName } } }',
          { id },
        );
      expect(views.contract.textViews.filter(({ fileName }) => fileName === '补充协议.pdf')).toHaveLength(2);
    });

    it('takes files over HTTP from its opener while it writes, and from the seller while it is heard', async () => {
      const id = await shared();
      const paper = await after.draft(world.registrarA, id, 'REVOCATION');
      const send = (actor: PersonActor) =>
        request(world.app.url)
          .post('/files/contracts/proceedings')
          .set(world.app.as(actor).headers)
          .field('proceedingId', paper)
          .attach('file', Buffer.from(`%PDF-1.4 ${randomUUID()}`), '材料.pdf');
      expect((await send(world.seller)).status).toBe(404);
      expect((await send(world.registrarB)).status).toBe(201);
      await after.requests.noticeRevocation(world.registrarA, await after.target(paper));
      const defence = await send(world.seller);
      expect([defence.status, (defence.body as { purpose: string }).purpose]).toEqual([201, 'DEFENCE']);
      expect((await send(world.buyer)).status).toBe(403);
    });
  });

  describe('the desk', () => {
    it('holds what is open at the registrar’s registries by deadline, and what was decided', async () => {
      const id = await shared();
      await after.change(id, 'OPEN');
      const desk = async (actor: PersonActor, decided: boolean) =>
        (
          await world.app.as(actor).query<{
            contractProceedings: {
              totalCount: number;
              edges: { node: { kind: string; contract: { id: string } } }[];
            };
          }>('query ($decided: Boolean) { contractProceedings(decided: $decided, kinds: [CHANGE]) { totalCount edges { node { kind contract { id } } } } }', { decided })
        ).contractProceedings;
      expect((await desk(world.registrarB, false)).edges.map(({ node }) => node.contract.id)).toContain(id);
      expect((await desk(world.registrarB, true)).totalCount).toBeGreaterThan(0);
      for (const actor of [world.seller, world.buyer, world.officer, world.conflicted])
        expect((await desk(actor, false)).edges.map(({ node }) => node.contract.id)).not.toContain(id);
    });

    it('is searched by title, party and number', async () => {
      const id = await shared();
      await after.change(id, 'OPEN');
      await world.rows(
        sql`update contracts.contract set title = '炉温场校准', search_text = '炉温场校准' where id = ${id}`,
      );
      const found = async (text: string) =>
        (
          await world.app
            .as(world.registrarB)
            .query<{ contractProceedings: { edges: { node: { contract: { id: string } } }[] } }>(
              'query ($text: String) { contractProceedings(text: $text) { edges { node { contract { id } } } } }',
              { text },
            )
        ).contractProceedings.edges.map(({ node }) => node.contract.id);
      expect(await found('炉温')).toEqual([id]);
      expect(await found('没有这样的合同')).toEqual([]);
    });

    it('holds tax notices, which the applicant reads on the proceeding', async () => {
      const id = await world.application('REGISTERED', { flags: { taxBenefits: ['VAT'] } });
      await after.cancel(id, 'APPROVED');
      const notices = async (actor: PersonActor) =>
        (
          await world.app
            .as(actor)
            .query<{ taxNotices: { edges: { node: { cause: string; contract: { id: string } } }[] } }>(
              '{ taxNotices { edges { node { cause totalBefore technicalBefore totalAfter technicalAfter declared used { benefit } decidedOn reason articles dueOn contract { id } } } } }',
            )
        ).taxNotices.edges.map(({ node }) => node.contract.id);
      expect(await notices(world.registrarA)).toContain(id);
      const [{ number } = { number: '' }] = await world.rows<{ number: string }>(
        sql`select registration_number as number from contracts.contract where id = ${id}`,
      );
      const found = async (text: string) =>
        (
          await world.app
            .as(world.registrarA)
            .query<{ taxNotices: { edges: { node: { contract: { id: string } } }[] } }>(
              'query ($text: String) { taxNotices(text: $text) { edges { node { contract { id } } } } }',
              { text },
            )
        ).taxNotices.edges.map(({ node }) => node.contract.id);
      expect([await found(number), await found('没有这样的文号')]).toEqual([[id], []]);
      expect(await notices(world.seller)).toEqual([]);
      const [mine] = await seen(world.seller, id);
      expect(mine?.taxNotice).toEqual({ state: 'PENDING' });
    });
  });

  describe('an ended registration', () => {
    it('is told to whoever verifies its certificate', async () => {
      const id = await world.application('REGISTERED');
      await world.app.settle();
      const [{ token } = { token: '' }] = await world.rows<{ token: string }>(
        sql`select token from contracts.certificate where contract_id = ${id}`,
      );
      const verify = async () =>
        (
          await world.app
            .client()
            .query<{ verifyCertificate: { genuine: boolean; status: string } }>(
              'query ($payload: String!) { verifyCertificate(payload: $payload) { genuine status } }',
              { payload: token },
            )
        ).verifyCertificate;
      expect(await verify()).toEqual({ genuine: true, status: 'VALID' });
      await after.cancel(id, 'APPROVED');
      expect(await verify()).toEqual({ genuine: true, status: 'CANCELLED' });
    });
  });
});
