import { randomUUID } from 'node:crypto';
import { addDays, isUscc, type PersonActor } from '@jihui/kernel';
import { Db, sql } from '@jihui/platform';
import { ContractFacts } from '../src/contract-facts.js';
import type { CaseFacts } from '../src/core/facts.js';
import type { FormPatch } from '../src/core/form-patch.js';
import { DEAD, STATE_LABELS, type State } from '../src/core/lifecycle.js';
import { findingsOf } from '../src/core/rulesets/sets.js';
import { ContractsStore } from '../src/store/contracts.store.js';
import { codeOf } from './codes.js';
import { buyerParty, completeForm, sellerParty } from './contract.fixture.js';
import { aWorld, type World } from './contracts.world.js';
import { planAmong } from './plans.js';

describe('checks', () => {
  let world: World;
  beforeAll(async () => {
    world = await aWorld();
  }, 120_000);
  afterAll(() => world.close());

  /** A code with the right check character that is nobody's on the platform. */
  function uscc(serial: number): string {
    const stem = `9111010899${String(serial).padStart(7, '0')}`;
    const check = '0123456789ABCDEFGHJKLMNPQRTUWXY'
      .split('')
      .find((character) => isUscc(`${stem}${character}`));
    return `${stem}${check ?? ''}`;
  }
  const party = (index: number, change: Partial<typeof buyerParty> = {}) => ({
    ...buyerParty,
    organisationId: null,
    name: `第${index}公司`,
    identifier: uscc(index),
    legalRepresentative: `代表${index}`,
    ...change,
  });
  /** Amounts and days of its own, so that tests do not find each other's contracts. */
  let serial = 0;
  const apart = (change: FormPatch = {}): FormPatch => {
    serial += 1;
    const total = 10_000_000 + serial * 100;
    return { money: { total, technical: total, deductions: [], carriers: [] }, ...change };
  };
  const rightNumbered = (number: string) => ({
    content: { ipRights: completeForm.content.ipRights.map((right) => ({ ...right, number })) },
  });

  const caseOf = async (id: string) => {
    const contract = await world.app.get(ContractsStore).get(id);
    if (contract === undefined) throw new Error('no contract');
    return world.app.get(ContractFacts).of(contract, new Date());
  };
  const factsOf = async (id: string): Promise<CaseFacts> => (await caseOf(id)).facts;
  const rulesOf = async (id: string): Promise<string[]> =>
    findingsOf(await caseOf(id)).map(({ rule }) => rule);
  /** A contract that is registered with others as parties than the world's own. */
  const between = async (seller: object, buyer: object, signedOn = '2026-11-02', change: FormPatch = {}) => {
    const id = await world.application('SUBMITTED', apart(change));
    const form = { ...completeForm, title: `往来${serial}`, sellers: [seller], buyers: [buyer], signedOn };
    await world.rows(sql`
    update contracts.contract set form = form || ${JSON.stringify({ sellers: form.sellers, buyers: form.buyers, signedOn, flags: { ...completeForm.flags, ...change.flags } })}::jsonb,
      signed_on = ${signedOn}, terms_key = ${randomUUID()} where id = ${id}`);
    return id;
  };
  const FINDINGS = 'findings { rule level path message facts answer { text personName } }';
  const asked = async (who: PersonActor, id: string, fields = FINDINGS) =>
    (
      await world.app.as(who).query<{
        contract: {
          version: number;
          findings: {
            rule: string;
            path: string;
            facts: unknown;
            answer: { text: string; personName: string } | null;
          }[];
          checklist: { id: string; met: boolean | null; judgements: { met: boolean }[] }[];
        };
      }>(`query ($id: ID!) { contract(id: $id) { version ${fields} } }`, { id })
    ).contract;

  it('count beside others in the states in which the core lets them count', async () => {
    const rows = await world.rows<{ state: State; live: boolean }>(sql`
      select state, contracts.is_live(state, now()) as live from unnest(${Object.keys(STATE_LABELS)}::text[]) as state`);
    expect(rows).toEqual(rows.map(({ state }) => ({ state, live: !DEAD.includes(state) })));
  });

  describe('duplicates across registries', () => {
    it('are found by text, by the seller’s number, by terms and by the right transferred', async () => {
      const first = await world.application('REGISTERED', apart({ contractNumber: 'HT-2026-7' }));
      const money = (await caseOf(first)).contract.form.money;
      const same = await world.application('DRAFT', { contractNumber: 'HT-2026-7', money });
      const { twins } = await factsOf(same);
      expect(twins.filter(({ contractId }) => contractId === first)).toEqual([
        { likeness: 'SAME_NUMBER', contractId: first, registered: true, similarity: 10_000 },
        { likeness: 'SAME_TERMS', contractId: first, registered: true, similarity: 10_000 },
        { likeness: 'SAME_RIGHT', contractId: first, registered: true, similarity: 10_000 },
      ]);
      const text = randomUUID();
      const [one, two] = [
        await world.application('DRAFT', apart()),
        await world.application('DRAFT', apart()),
      ];
      await world.file(one, 'CONTRACT_TEXT', text);
      await world.file(two, 'CONTRACT_TEXT', text);
      expect(await rulesOf(two)).not.toContain('duplicates.same-text');
      await world.applications.submit(world.seller, await world.target(one));
      expect(await rulesOf(two)).toContain('duplicates.same-text');
      expect(await codeOf(world.applications.submit(world.seller, await world.target(two)))).toBe(
        'CONTRACT.DUPLICATE',
      );
    });
    it('are found however a number or a name is written', async () => {
      const likenesses = async (id: string, other: string): Promise<string[]> =>
        (await factsOf(id)).twins.filter((twin) => twin.contractId === other).map((twin) => twin.likeness);
      const first = await world.application(
        'REGISTERED',
        apart({ ...rightNumbered('202410000007.7'), contractNumber: 'HT-2026（甲）8' }),
      );
      for (const [contractNumber, right] of [
        ['ＨＴ－２０２６（甲）８', 'ZL 2024 1 0000007.7'],
        [' ht—2026(甲) 8', '２０２４１００００００７７'],
        ['HT2026（甲）8', 'cn2024·10000007-7'],
      ] as const) {
        const again = await world.application('DRAFT', apart({ ...rightNumbered(right), contractNumber }));
        expect([contractNumber, await likenesses(again, first)]).toEqual([
          contractNumber,
          ['SAME_NUMBER', 'SAME_RIGHT'],
        ]);
      }
      const other = await world.application(
        'DRAFT',
        apart({ ...rightNumbered('202410000007.X'), contractNumber: 'HT-2026（甲）9' }),
      );
      expect(await likenesses(other, first)).toEqual([]);
      // A side that states no code is known by its name.
      const unnumbered = (name: string) => party(60, { name, identifier: null });
      const sold = await between(party(61), unnumbered('北方（集团）研究会'));
      const near = await between(party(61), unnumbered('北方 (集团) 研究会'));
      expect((await factsOf(near)).siblings.map(({ contractId }) => contractId)).toEqual([sold]);
    });
    it('are found by a title that the same seller gave before, however it is typed', async () => {
      const own = rightNumbered('2022100000010');
      const title = '高温合金 热处理（二期）';
      const first = await world.application('SUBMITTED', apart({ title, ...own }));
      // Of one pair, and not of its texts: those may be like by chance.
      const isFound = async (change: FormPatch): Promise<boolean> =>
        (await factsOf(await world.application('DRAFT', apart(change)))).twins.some(
          ({ contractId, likeness }) => contractId === first && likeness === 'SAME_TITLE',
        );
      const again = { title: '高温合金热处理(二期)', ...rightNumbered('2022100000025') };
      expect(await isFound(again)).toBe(true);
      expect(await isFound({ ...again, sellers: [party(70)] })).toBe(false);
      expect(await isFound({ ...again, title: '高温合金热处理（三期）' })).toBe(false);
    });
    it('are none with what was withdrawn, another number or another right', async () => {
      const number = '2023100000015';
      const gone = await world.application(
        'SUBMITTED',
        apart({ ...rightNumbered(number), contractNumber: 'A1' }),
      );
      await world.applications.withdraw(world.seller, { ...(await world.target(gone)), reason: '另议' });
      const next = await world.application(
        'DRAFT',
        apart({ ...rightNumbered(number), contractNumber: 'A1' }),
      );
      // Of what stands in other tests a text may be like by chance.
      const { twins } = await factsOf(next);
      expect(twins.filter(({ contractId }) => contractId === gone)).toEqual([]);
    });
    it('tell the applicant that there is one, and the registry which', async () => {
      const first = await world.application('REGISTERED', apart({ contractNumber: 'HT-9' }));
      const id = await world.application('SUBMITTED', apart({ contractNumber: 'HT-9' }));
      const find = async (who: PersonActor) =>
        (await asked(who, id)).findings.find(({ rule }) => rule === 'duplicates.same-number');
      expect((await find(world.seller))?.facts).toBeNull();
      expect((await find(world.registrarA))?.facts).toEqual({
        contracts: [{ contractId: first, registered: true, similarity: 10_000 }],
      });
    });
  });

  describe('split contracts', () => {
    const sum = (technical: number): FormPatch => ({
      money: { total: technical, technical, deductions: [], carriers: [] },
      buyers: [party(0)],
    });
    it('are found between the same parties, near in time, just under the threshold', async () => {
      const first = await world.application('REGISTERED', sum(450_000_000));
      const second = await world.application('DRAFT', sum(60_000_000));
      expect((await factsOf(second)).siblings).toEqual([
        {
          contractId: first,
          registered: true,
          signedOn: '2026-11-02',
          total: 450_000_000,
          technical: 450_000_000,
        },
      ]);
      expect(await rulesOf(second)).toContain('integrity.split');
      const other = await world.application('DRAFT', { ...sum(60_000_000), buyers: [party(1)] });
      expect((await factsOf(other)).siblings).toEqual([]);
      const later = await world.application('DRAFT', {
        ...sum(60_000_000),
        signedOn: addDays('2026-11-02', -91),
      });
      expect((await factsOf(later)).siblings).toEqual([]);
    });
  });

  describe('related parties', () => {
    it('are found by the representative that the platform knows, by controllers, and by what was declared before', async () => {
      await world.rows(
        sql`update contracts.organisation set legal_representative = '同一人' where uscc in ('91330100799655058B', '914403001922038216')`,
      );
      const byRepresentative = await world.application('DRAFT', apart());
      expect((await factsOf(byRepresentative)).relations).toEqual([
        { kind: 'LEGAL_REPRESENTATIVE', name: '同一人', contractId: null },
      ]);
      expect(await rulesOf(byRepresentative)).toContain('integrity.related-undeclared');
      await world.rows(sql`update contracts.organisation set legal_representative = name`);

      // Another contract names the buyer's controller; this one names the seller's.
      const buyer = party(1);
      await world.application('SUBMITTED', apart({ buyers: [{ ...buyer, controller: '山西控股' }] }));
      const byController = await world.application(
        'DRAFT',
        apart({ buyers: [buyer], sellers: [{ ...sellerParty, controller: '山西控股' }] }),
      );
      expect((await factsOf(byController)).relations).toEqual([
        { kind: 'CONTROLLER', name: '山西控股', contractId: null },
      ]);

      const declared = await world.application(
        'SUBMITTED',
        apart({ buyers: [party(0)], flags: { ...completeForm.flags, relatedParties: true } }),
      );
      const denied = await world.application('DRAFT', apart({ buyers: [party(0)] }));
      expect((await factsOf(denied)).relations).toEqual([
        { kind: 'DECLARED', name: null, contractId: declared },
      ]);
    });
    it('are none where nothing ties the sides', async () => {
      const id = await world.application('DRAFT', apart({ buyers: [party(9)] }));
      expect((await factsOf(id)).relations).toEqual([]);
    });
  });

  describe('circular deals', () => {
    const A = sellerParty;
    const [B, C, D] = [party(3), party(4), party(5)];
    const sold = (buyer: object, signedOn = '2026-11-02') =>
      world.application('DRAFT', apart({ buyers: [buyer], signedOn }));
    it('are found back and forth', async () => {
      const back = await between(B, A);
      const id = await sold(B);
      expect((await factsOf(id)).circle).toEqual([back]);
      expect(await rulesOf(id)).toContain('integrity.mutual');
    });
    it('are found through others, by the shortest way, and told to the applicant once it has applied', async () => {
      const [cd, da] = [await between(C, D), await between(D, A)];
      const id = await sold(C);
      expect((await factsOf(id)).circle).toEqual([cd, da]);
      const speaks = async (who: PersonActor) =>
        (await asked(who, id)).findings.some(({ rule }) => rule === 'integrity.circle');
      expect(await speaks(world.seller)).toBe(false);
      expect(
        await codeOf(
          world.checks.answer(world.seller, {
            ...(await world.target(id)),
            rule: 'integrity.circle',
            path: 'buyers',
            text: '正常往来',
          }),
        ),
      ).toBe('CONTRACT.NOTHING_TO_ANSWER');
      await world.applications.submit(world.seller, await world.target(id));
      expect(await speaks(world.seller)).toBe(true);
      expect(await speaks(world.registrarA)).toBe(true);
    });
    it('are none where it ends elsewhere, too far away in time, or after too many steps', async () => {
      const chain = Array.from({ length: 6 }, (_, index) => party(20 + index));
      const open = await sold(chain[0] as object);
      expect((await factsOf(open)).circle).toBeNull();
      for (const [index, seller] of chain.slice(0, 4).entries())
        await between(seller, chain[index + 1] as object);
      expect((await factsOf(open)).circle).toBeNull();
      // Five contracts would lead home, six with this one: beyond the bound.
      await between(chain[4] as object, A);
      expect((await factsOf(open)).circle).toBeNull();
      const near = await sold(chain[1] as object);
      expect((await factsOf(near)).circle).toHaveLength(4);
      const early = await sold(chain[1] as object, addDays('2026-11-02', -366));
      expect((await factsOf(early)).circle).toBeNull();
    });
    it('end among parties that trade in rings of their own', async () => {
      const ring = Array.from({ length: 5 }, (_, index) => party(40 + index));
      for (const from of ring) for (const to of ring) if (from !== to) await between(from, to);
      const id = await sold(ring[0] as object);
      expect((await factsOf(id)).circle).toBeNull();
    });
    it('are looked up by the index of sellers', async () => {
      const plan = await planAmong(
        world.app.get(Db),
        'contract_keys',
        sql`insert into contracts.contract_keys select made.* from contracts.contract_keys k cross join generate_series(1, 3000) as n
          cross join lateral jsonb_populate_record(null::contracts.contract_keys, to_jsonb(k) || jsonb_build_object(
            'contract_id', gen_random_uuid(), 'live', true, 'seller_keys', array[n::text])) as made
          where k.contract_id = (select min(contract_id::text)::uuid from contracts.contract_keys)`,
        sql`select o.contract_id from contracts.contract_keys o where o.seller_keys @> array['7'] and o.live`,
      );
      expect(plan).toContain('keys_sellers');
    });
  });

  describe('an answer', () => {
    const answer = async (
      id: string,
      change: Partial<{ rule: string; path: string; text: string }> = {},
      who = world.seller,
    ) =>
      world.checks.answer(who, {
        ...(await world.target(id)),
        rule: 'grounds.non-technical',
        path: 'content.summary',
        text: '其中的检测方法为自主研发',
        ...change,
      });
    const title = (words: string): FormPatch => apart({ title: words });
    it('is shown to the reviewer, and gone when the fact changes', async () => {
      const id = await world.application('DRAFT', title('常规检测专利权转让'));
      expect(await codeOf(answer(id))).toBe('DONE');
      const shown = async (who: PersonActor) =>
        (await asked(who, id)).findings.find(({ rule }) => rule === 'grounds.non-technical')?.answer ?? null;
      expect(await shown(world.seller)).toEqual({ text: '其中的检测方法为自主研发', personName: '王晓岚' });
      await answer(id, { text: '检测装置为专利产品' });
      expect((await shown(world.seller))?.text).toBe('检测装置为专利产品');
      await world.applications.save(world.seller, {
        ...(await world.target(id)),
        form: { title: '常规维修专利权转让' },
      });
      expect(await shown(world.seller)).toBeNull();
      await world.applications.save(world.seller, {
        ...(await world.target(id)),
        form: { title: '常规检测专利权转让' },
      });
      await world.applications.submit(world.seller, await world.target(id));
      expect((await shown(world.registrarA))?.text).toBe('检测装置为专利产品');
      // Also while it lies at the registry, and then kept with the verdict.
      expect(await codeOf(answer(id, { text: '补充：见第三条' }))).toBe('DONE');
      await world.reviews.accept(world.registrarA, await world.target(id));
      const [review] = await world.rows<{ answers: { text: string }[] }>(
        sql`select basis -> 'answers' as answers from contracts.review where contract_id = ${id}`,
      );
      expect(review?.answers.map(({ text }) => text)).toEqual(['补充：见第三条']);
    });
    it('is to a warning that is there, in words, by the applicant, before the decision', async () => {
      const id = await world.application('DRAFT', title('常规检测专利权转让'));
      expect(await codeOf(answer(id, { text: ' ' }))).toBe('REQUIRED');
      expect(await codeOf(answer(id, { text: '长'.repeat(1_001) }))).toBe('TOO_LONG');
      expect(await codeOf(answer(id, { rule: 'money.open' }))).toBe('CONTRACT.NOTHING_TO_ANSWER');
      expect(await codeOf(answer(id, { path: 'title' }))).toBe('CONTRACT.NOTHING_TO_ANSWER');
      await world.applications.save(world.seller, { ...(await world.target(id)), form: { signedAt: null } });
      expect(await codeOf(answer(id, { rule: 'required.signedAt', path: 'signedAt' }))).toBe(
        'CONTRACT.NOTHING_TO_ANSWER',
      );
      expect(await codeOf(answer(id, {}, world.stranger))).toBe('NOT_FOUND');
      expect(await codeOf(answer(await world.application('REGISTERED', apart())))).toBe('ILLEGAL_TRANSITION');
    });
  });

  describe('the conditions of recognition', () => {
    it('are answered by the applicant with page or clause, and judged by both reviewers', async () => {
      const id = await world.application('DRAFT', apart({ checklist: [] }));
      expect(await rulesOf(id)).toContain('checklist.answered');
      expect(await codeOf(world.applications.submit(world.seller, await world.target(id)))).toBe('REQUIRED');
      const [first, ...rest] = completeForm.checklist;
      const save = async (checklist: FormPatch['checklist']) =>
        codeOf(world.applications.save(world.seller, { ...(await world.target(id)), form: { checklist } }));
      expect(await save([{ item: 'no.such' }])).toBe('UNKNOWN_CODE');
      expect(await save([{ ...first, page: 0 }])).toBe('OUT_OF_RANGE');
      expect(await save([{ ...first, page: null, clause: null }, ...rest])).toBe('DONE');
      expect(await rulesOf(id)).toContain('checklist.evidence');
      expect(await save(completeForm.checklist)).toBe('DONE');
      await world.applications.submit(world.seller, await world.target(id));
      await world.reviews.accept(world.registrarA, await world.target(id));

      const opinion = '符合认定条件。';
      const pass = async (who = world.registrarA) =>
        codeOf(world.reviews.passFirst(who, { ...(await world.target(id)), opinion }));
      expect(await pass()).toBe('CONTRACT.CHECKLIST_OPEN');
      await world.judge(id, world.registrarA, false);
      // Whoever judges holds the review.
      expect(await codeOf(world.judge(id, world.registrarB))).toBe('CONTRACT.CLAIMED_BY_OTHER');
      expect(await pass()).toBe('CONTRACT.CHECKLIST_NOT_MET');
      await world.judge(id, world.registrarA, true);
      expect(await pass()).toBe('DONE');

      const second = { item: 'disposal.complete', met: false, note: '附件二缺少工艺参数' };
      const register = async () =>
        codeOf(world.registration.passSecond(world.registrarB, { ...(await world.target(id)), opinion }));
      await world.checks.judge(world.registrarB, { ...(await world.target(id)), judgements: [second] });
      expect(await codeOf(world.judge(id, world.registrarA))).toBe('CONTRACT.SAME_REVIEWER');
      expect(await register()).toBe('CONTRACT.CHECKLIST_NOT_MET');
      const fields = 'checklist { id met judgements { met } }';
      const ofSeller = await asked(world.seller, id, `findings { rule } ${fields}`);
      expect(ofSeller.checklist.find(({ id: item }) => item === second.item)).toEqual({
        id: second.item,
        met: true,
        judgements: [],
      });
      const ofRegistry = await asked(world.registrarA, id, `findings { rule } ${fields}`);
      expect(ofRegistry.checklist.find(({ id: item }) => item === second.item)?.judgements).toEqual([
        { met: true },
        { met: false },
      ]);
      await world.checks.judge(world.registrarB, {
        ...(await world.target(id)),
        judgements: [{ ...second, met: true }],
      });
      expect(await register()).toBe('DONE');
      const [review] = await world.rows<{ judged: number }>(sql`
      select jsonb_array_length(basis -> 'judgements') as judged from contracts.review
      where contract_id = ${id} and stage = 'SECOND'`);
      expect(review?.judged).toBe(completeForm.checklist.length + 7 + 1);
    });
    it('are judged one by one, what is not met with its reason, and afresh after a correction', async () => {
      const id = await world.application('FIRST_REVIEW', apart());
      const judge = async (judgements: { item: string; met: boolean; note?: string | null }[]) =>
        codeOf(world.checks.judge(world.registrarA, { ...(await world.target(id)), judgements }));
      expect(await judge([])).toBe('REQUIRED');
      expect(await judge([{ item: 'development.goal', met: true }])).toBe('UNKNOWN_CODE');
      expect(await judge([{ item: 'disposal.alive', met: false }])).toBe('REQUIRED');
      expect(await judge([{ item: 'disposal.alive', met: true }])).toBe('DONE');
      await world.reviews.return(world.registrarA, {
        ...(await world.target(id)),
        deficiencies: [{ path: '', message: '请补正' }],
      });
      expect((await caseOf(id)).contract.judgements).toEqual([]);
    });
  });
});
