import { randomUUID } from 'node:crypto';
import { DomainError, type PersonActor } from '@jihui/kernel';
import { sql } from '@jihui/platform';
import { organisationOf } from '@jihui/testing';
import { codeOf } from './codes.js';
import { completeForm } from './contract.fixture.js';
import { aWorld, formOf, type World } from './contracts.world.js';

describe('applications', () => {
  let world: World;
  beforeAll(async () => {
    world = await aWorld();
  }, 120_000);
  afterAll(() => world.close());

  const stateOf = async (id: string): Promise<string | undefined> =>
    (await world.rows<{ state: string }>(sql`select state from contracts.contract where id = ${id}`))[0]
      ?.state;
  const start = (actor: PersonActor, input: { dealId?: string; organisationId?: string }) =>
    world.applications.start(actor, { clientMutationId: randomUUID(), ...input });

  const CONTRACT = `query ($id: ID!) { contract(id: $id) {
  id version state sight title subclass licenceMode sellers { name identifier organisationId contactPhone } buyers { name identifier organisationId }
  brokers { name fee } signedOn signedAt effectiveFrom effectiveTo content { summary techField ipKind ipRights { title number } }
  money { total technical technicalComputed amountOpen deductions { amount clause } } flags { pricingMethod foreign }
  files { kind name url sha256 } findings { level path code article } deficiencies { path message } refusalGrounds { code name }
  decisionOpinion reviews { stage verdict opinion reviewerName } registry { divisionCode name } acceptanceNumber dueOn
  deadline { workingDaysLeft colour } firstReviewerName claimedByName registrationNumber certificate { version url }
  availableActions { action enabled reason violations { path code } } timeline { action reason actor { id } } textViews { fileName personName }
} }`;
  interface Answer {
    contract: Record<string, never> | null;
  }
  const read = async (actor: PersonActor, id: string) =>
    (await world.app.as(actor).query<Answer>(CONTRACT, { id })).contract as Record<string, unknown> | null;

  describe('starting an application', () => {
    it('takes over what the signed deal says, with its text', async () => {
      const resultId = randomUUID();
      const [right] = completeForm.content.ipRights;
      await world.events.results([
        {
          id: resultId,
          version: 1,
          ownerId: organisationOf(world.seller),
          summary: '低应力封装',
          techField: '06',
          trl: 7,
          ipRights: [right],
        } as never,
      ]);
      const agency = randomUUID();
      const deal = await world.deal({
        resultId,
        brokers: [
          {
            organisationId: agency,
            organisationName: '晋北技术转移中心',
            personId: randomUUID(),
            shareBasisPoints: 10_000,
            joined: true,
          },
          {
            organisationId: randomUUID(),
            organisationName: '未加入的机构',
            personId: randomUUID(),
            shareBasisPoints: 0,
            joined: false,
          },
        ],
      });
      const { id } = await start(world.seller, { dealId: deal.id });
      expect(await read(world.seller, id)).toMatchObject({
        state: 'DRAFT',
        sight: 'APPLICANT',
        title: '高效光伏组件封装',
        subclass: '21',
        sellers: [
          {
            name: '忻州示范大学',
            identifier: '91330100799655058B',
            organisationId: organisationOf(world.seller),
          },
        ],
        buyers: [{ name: '原平光电科技有限公司', identifier: '914403001922038216' }],
        brokers: [{ name: '晋北技术转移中心', fee: null }],
        signedOn: '2026-11-02',
        content: {
          summary: '低应力封装',
          techField: '06',
          ipKind: 'INVENTION_PATENT',
          ipRights: [{ number: '200310100002X' }],
        },
        money: {
          total: 100_000_000,
          technical: 75_000_000,
          technicalComputed: 75_000_000,
          deductions: [{ amount: 25_000_000, clause: '' }],
        },
        files: [{ kind: 'CONTRACT_TEXT', name: '技术转让合同.pdf', sha256: deal.signature?.fileSha256 }],
        registry: { divisionCode: '140900', name: '忻州市科学技术局' },
      });
    });
    it('is done once a deal, however often it is asked', async () => {
      const deal = await world.deal();
      const again = randomUUID();
      const first = await world.applications.start(world.seller, {
        clientMutationId: again,
        dealId: deal.id,
      });
      expect(
        await world.applications.start(world.seller, { clientMutationId: again, dealId: deal.id }),
      ).toEqual(first);
      expect(await codeOf(start(world.seller, { dealId: deal.id }))).toBe('CONTRACT.DEAL_HAS_APPLICATION');
      expect(
        await codeOf(
          world.applications.start(world.seller, {
            clientMutationId: again,
            organisationId: organisationOf(world.seller),
          }),
        ),
      ).toBe('IDEMPOTENCY.MISMATCH');
      await world.applications.withdraw(world.seller, {
        ...(await world.target(first.id)),
        reason: '重新填写',
      });
      expect(await codeOf(start(world.seller, { dealId: deal.id }))).toBe('DONE');
    });
    it('is refused for what is not signed, not known, or not one’s own', async () => {
      const open = await world.deal({ signature: null, state: 'PRICED' });
      expect(await codeOf(start(world.seller, { dealId: open.id }))).toBe('CONTRACT.DEAL_NOT_SIGNED');
      expect(await codeOf(start(world.seller, { dealId: randomUUID() }))).toBe('CONTRACTS.NOT_YET_KNOWN');
      const signed = await world.deal();
      for (const actor of [world.buyer, world.stranger, world.sellerMember, world.registrarA])
        expect(await codeOf(start(actor, { dealId: signed.id }))).toBe('CONTRACTS.NOT_YET_KNOWN');
      expect(await codeOf(start(world.seller, {}))).toBe('REQUIRED');
      expect(await codeOf(start(world.sellerMember, { organisationId: organisationOf(world.seller) }))).toBe(
        'FORBIDDEN',
      );
      expect(await codeOf(start(world.seller, { dealId: 'not-an-id' }))).toBe('NOT_FOUND');
    });
    it('keeps to the newest that was told of a deal', async () => {
      const deal = await world.deal({ version: 5 });
      await world.events.deal({ payload: { ...deal, signature: null }, version: 4 } as never);
      expect(await codeOf(start(world.seller, { dealId: deal.id }))).toBe('DONE');
    });
  });

  describe('writing an application', () => {
    it('saves what is incomplete, and finds the parties by their codes alone', async () => {
      const { id } = await start(world.seller, { organisationId: organisationOf(world.seller) });
      const form = {
        title: '半成品',
        buyers: [
          { name: '冒名', identifier: '914403001922038216', organisationId: organisationOf(world.stranger) },
          { name: '无码', organisationId: randomUUID() },
        ],
      };
      await world.applications.save(world.seller, { ...(await world.target(id)), form });
      expect(await read(world.seller, id)).toMatchObject({
        title: '半成品',
        buyers: [
          { name: '冒名', organisationId: organisationOf(world.buyer) },
          { name: '无码', organisationId: null },
        ],
      });
    });
    it('refuses what cannot be meant, and changes nothing', async () => {
      const id = await world.application();
      const before = await read(world.seller, id);
      const input = {
        ...(await world.target(id)),
        form: { ...formOf(completeForm), title: '题'.repeat(500), money: { total: -5 } },
      };
      const refusal = await world.app.as(world.seller).mutate(SAVE, { input }).answer();
      expect(refusal.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
      const long = await world.app
        .as(world.seller)
        .mutate(SAVE, { input: { ...input, form: { title: '题'.repeat(500), content: { trl: 99 } } } })
        .expectCode('INVALID_INPUT');
      expect(long.extensions.violations?.map(({ path, code }) => `${path} ${code}`)).toEqual([
        'title TOO_LONG',
        'content.trl OUT_OF_RANGE',
      ]);
      expect(await read(world.seller, id)).toEqual(before);
    });
    it('stores any text as text', async () => {
      const id = await world.application();
      const title = `<script>alert(1)</script>'; drop table contracts.contract; -- 😀 １２３`;
      await world.applications.save(world.seller, { ...(await world.target(id)), form: { title } });
      expect(await read(world.seller, id)).toMatchObject({ title });
    });
    it('tells who is late that somebody was first', async () => {
      const id = await world.application();
      const target = await world.target(id);
      await world.applications.save(world.sellerAdmin, {
        ...target,
        clientMutationId: randomUUID(),
        form: { signedAt: '太原' },
      });
      expect(
        await codeOf(world.applications.save(world.seller, { ...target, form: { signedAt: '忻州' } })),
      ).toBe('STALE_VERSION');
    });
    it('is the applicant’s alone', async () => {
      const id = await world.application();
      for (const actor of [
        world.sellerMember,
        world.buyer,
        world.stranger,
        world.registrarA,
        world.officer,
      ]) {
        expect(await read(actor, id)).toBeNull();
        expect(
          await codeOf(
            world.applications.save(actor, { ...(await world.target(id)), form: { title: '他人' } }),
          ),
        ).toBe('NOT_FOUND');
      }
    });
  });
  const SAVE = `mutation ($input: SaveApplicationDraftInput!) { saveApplicationDraft(input: $input) { contract { id version } } }`;

  describe('submitting', () => {
    it('names everything that is missing, and nothing happens', async () => {
      const { id } = await start(world.seller, { organisationId: organisationOf(world.seller) });
      const refusal = await world.app
        .as(world.seller)
        .mutate(SUBMIT, { input: await world.target(id) })
        .expectCode('INVALID_INPUT');
      const paths = refusal.extensions.violations?.map(({ path }) => path) ?? [];
      expect(paths).toEqual(
        expect.arrayContaining([
          'title',
          'buyers',
          'signedOn',
          'money.total',
          'files.CONTRACT_TEXT',
          'declaration.truthful',
        ]),
      );
      expect(await stateOf(id)).toBe('DRAFT');
      const shown = await read(world.seller, id);
      const submit = (
        shown?.['availableActions'] as { action: string; enabled: boolean; violations: { path: string }[] }[]
      ).find(({ action }) => action === 'submit');
      expect(submit?.enabled).toBe(false);
      expect(submit?.violations.map(({ path }) => path)).toEqual(paths);
    });
    it('answers a double click once', async () => {
      const id = await world.application();
      const input = await world.target(id);
      const both = await Promise.all(
        [1, 2].map(() =>
          world.app.as(world.seller).mutate<Record<string, unknown>>(SUBMIT, { input }).answer(),
        ),
      );
      expect(both.map(({ errors }) => errors)).toEqual([undefined, undefined]);
      expect(
        await world.rows(sql`select 1 from contracts.event where aggregate_id = ${id} and action = 'submit'`),
      ).toHaveLength(1);
    });
    it('knows the same text again, whoever sends it', async () => {
      const id = await world.application('SUBMITTED');
      const other = await world.application();
      await world.file(other, 'CONTRACT_TEXT', 'the same text');
      await world.file(await world.application(), 'CONTRACT_TEXT', 'the same text');
      expect(await codeOf(world.applications.submit(world.seller, await world.target(other)))).toBe('DONE');
      const third = await world.application();
      await world.file(third, 'CONTRACT_TEXT', 'the same text');
      expect(await codeOf(world.applications.submit(world.seller, await world.target(third)))).toBe(
        'CONTRACT.DUPLICATE',
      );
      const warned = (await read(world.seller, third))?.['findings'] as { code: string; level: string }[];
      expect(warned).toContainEqual(
        expect.objectContaining({ code: 'CONTRACT.LIKELY_DUPLICATE', level: 'WARNING' }),
      );
      expect(await stateOf(id)).toBe('SUBMITTED');
    });
    it('is refused where nobody registers', async () => {
      const abroad = {
        ...world.seller,
        memberships: [{ ...world.seller.memberships[0]!, organisationId: randomUUID() }],
      };
      await world.events.organisation({
        payload: {
          id: abroad.memberships[0]!.organisationId,
          name: '外地大学',
          kind: 'UNIVERSITY',
          uscc: '',
          divisionCode: '610100',
          partyNature: '022',
          stateEstablished: true,
          status: 'ACTIVE',
          legalRepresentative: '',
          contactName: '',
          contactPhone: '',
        },
        version: 1,
      } as never);
      const { id } = await start(abroad, { organisationId: abroad.memberships[0]!.organisationId });
      const refusal = await world.applications
        .submit(abroad, await world.target(id))
        .catch((error: unknown) => error);
      expect((refusal as DomainError).violations.map(({ code }) => code)).toContain('CONTRACT.NO_REGISTRY');
    });
  });
  const SUBMIT = `mutation ($input: SubmitApplicationInput!) { submitApplication(input: $input) { contract { id version state } } }`;
});
