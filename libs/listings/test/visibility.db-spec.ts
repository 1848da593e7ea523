import { anonymous, system, type Actor } from '@jihui/kernel';
import { sql } from '@jihui/platform';
import { aBroker, aMember, organisationOf } from '@jihui/testing';
import { ResultsQueries } from '../src/results.queries.js';
import { aNeedIn, aResultIn, aStage, onResult, UNIVERSITY_DIVISION, type Stage } from './listings.factory.js';

describe('visibility', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await aStage();
  });
  afterAll(() => stage?.app.close());

  const RESULT = `query ($id: ID!) { result(id: $id) {
  id title summary hiddenFields accessNotice { code } keyPoints innovation comparison { ours } problem priceMin
  ipRights { number lapsed } contact { phone masked } attachments { id url } ipc keywords stateReason timeline { action }
  missing { path } myNda { ndaVersion organisation { id } } availableActions { action enabled } } }`;
  const NEED = `query ($id: ID!) { need(id: $id) {
  id title description hiddenFields owner { id } ownerName indicators { name } budgetMax contact { name phone } quality { score parts { code } } } }`;

  interface ResultView {
    id: string;
    summary: string;
    hiddenFields: string[];
    accessNotice: { code: string } | null;
    keyPoints: string | null;
    innovation: string | null;
    comparison: unknown;
    problem: string | null;
    priceMin: number | null;
    attachments: { id: string; url: string }[] | null;
    ipRights: { number: string; lapsed: boolean }[] | null;
    contact: { phone: string; masked: boolean } | null;
    timeline: unknown;
    missing: unknown;
    myNda: { ndaVersion: number; organisation: { id: string } } | null;
    availableActions: { action: string; enabled: boolean }[];
  }
  interface NeedView {
    owner: { id: string } | null;
    ownerName: string | null;
    hiddenFields: string[];
    indicators: unknown[] | null;
    budgetMax: number | null;
    contact: { name: string; phone: string } | null;
    quality: { score: number };
  }
  const see = async (actor: Actor, id: string): Promise<ResultView | null> =>
    (await stage.app.as(actor).query<{ result: ResultView | null }>(RESULT, { id })).result;
  const seeNeed = async (actor: Actor, id: string): Promise<NeedView | null> =>
    (await stage.app.as(actor).query<{ need: NeedView | null }>(NEED, { id })).need;
  const upload = async (actor: Actor): Promise<string> =>
    (
      (await stage.app.as(actor).upload('/files/listings', '检测报告.txt', Buffer.from('检测报告正文')))
        .body as { id: string }
    ).id;

  describe('who sees a result, state by state', () => {
    const everybody = (): Readonly<Record<string, Actor>> => ({
      anonymous,
      researcher: stage.researcher,
      colleague: aMember('UNIVERSITY', ['RESEARCHER'], {
        organisationId: stage.university,
        divisionCode: '140902',
      }),
      member: aMember('UNIVERSITY', ['MEMBER'], { organisationId: stage.university, divisionCode: '140902' }),
      transferOfficer: stage.transferOfficer,
      stranger: stage.stranger,
      broker: aBroker(),
      cityOfficer: stage.cityOfficer,
      countyOfficer: stage.countyOfficer,
      otherCountyOfficer: stage.otherCountyOfficer,
      system: system('test'),
    });
    const seenBy = async (id: string): Promise<string[]> => {
      const queries = stage.app.get(ResultsQueries);
      const seen: string[] = [];
      for (const [name, actor] of Object.entries(everybody()))
        if ((await queries.byIds(actor, [id])).has(id)) seen.push(name);
      return seen;
    };
    const all = [
      'anonymous',
      'researcher',
      'colleague',
      'member',
      'transferOfficer',
      'stranger',
      'broker',
      'cityOfficer',
      'countyOfficer',
      'otherCountyOfficer',
      'system',
    ];

    it('a draft: its author and the office', async () => {
      expect(await seenBy((await aResultIn(stage, 'DRAFT')).id)).toEqual([
        'researcher',
        'transferOfficer',
        'system',
      ]);
    });
    it('in the unit’s review: the unit', async () => {
      expect(await seenBy((await aResultIn(stage, 'UNIT_REVIEW')).id)).toEqual([
        'researcher',
        'colleague',
        'member',
        'transferOfficer',
        'system',
      ]);
    });
    it('returned by the unit: never the bureau', async () => {
      const returned = await onResult(
        stage,
        stage.transferOfficer,
        'returnResult',
        await aResultIn(stage, 'UNIT_REVIEW'),
        { reason: '材料不全请补充' },
      );
      expect(await seenBy(returned.id)).toEqual(['researcher', 'transferOfficer', 'system']);
    });
    it('in the bureau’s review: the unit, and the bureau in charge', async () => {
      expect(await seenBy((await aResultIn(stage, 'BUREAU_REVIEW')).id)).toEqual([
        'researcher',
        'colleague',
        'member',
        'transferOfficer',
        'cityOfficer',
        'countyOfficer',
        'system',
      ]);
    });
    it('online: everybody', async () => {
      expect(await seenBy((await aResultIn(stage, 'ONLINE')).id)).toEqual(all);
    });
    it('withdrawn: the unit, the bureau in charge, and who is in a deal about it', async () => {
      const online = await aResultIn(stage, 'ONLINE');
      const withdrawn = await onResult(stage, stage.transferOfficer, 'withdrawResult', online, {
        reason: '暂停对外合作',
      });
      const expected = [
        'researcher',
        'colleague',
        'member',
        'transferOfficer',
        'cityOfficer',
        'countyOfficer',
        'system',
      ];
      expect(await seenBy(withdrawn.id)).toEqual(expected);
      await stage.db.query(sql`
      insert into listings.deal (id, version, state, cooperation_mode, result_id, buyer_id, contract_version, registered)
      values (gen_random_uuid(), 1, 'NEGOTIATING', 'TRANSFER', ${withdrawn.id}, ${organisationOf(stage.stranger)}, 0, false)`);
      expect((await seenBy(withdrawn.id)).sort()).toEqual([...expected, 'stranger'].sort());
    });
    it('of a suspended owner: nobody outside', async () => {
      const online = await aResultIn(stage, 'ONLINE');
      await stage.db.query(
        sql`update listings.organisation set active = false where id = ${stage.university}`,
      );
      const seen = await seenBy(online.id);
      await stage.db.query(
        sql`update listings.organisation set active = true where id = ${stage.university}`,
      );
      expect(seen).not.toContain('anonymous');
      expect(seen).toContain('cityOfficer');
    });
  });

  describe('tiers', () => {
    it('PUBLIC: whole but for the contact', async () => {
      const { id } = await aResultIn(stage, 'ONLINE');
      const visitor = await see(anonymous, id);
      expect(visitor).toMatchObject({
        hiddenFields: ['contact'],
        accessNotice: { code: 'SIGN_IN' },
        contact: null,
        timeline: null,
        missing: null,
        availableActions: [],
      });
      expect(visitor?.keyPoints).toContain('锻造');
      expect(visitor?.ipRights).toEqual([{ number: '200310100002X', lapsed: false }]);
      expect((await see(stage.stranger, id))?.contact).toEqual({ phone: '138****1234', masked: true });
      expect((await see(stage.cityOfficer, id))?.contact).toEqual({ phone: '13800001234', masked: false });
    });

    it('SIGNED_IN: a teaser for visitors, whole for members', async () => {
      const { id } = await aResultIn(stage, 'ONLINE', { visibility: 'SIGNED_IN', summary: '字'.repeat(300) });
      const visitor = await see(anonymous, id);
      expect(visitor?.summary).toBe(`${'字'.repeat(100)}…`);
      expect(visitor).toMatchObject({
        keyPoints: null,
        problem: null,
        priceMin: null,
        ipRights: null,
        attachments: null,
        contact: null,
      });
      expect(visitor?.hiddenFields).toEqual(
        expect.arrayContaining(['keyPoints', 'ipRights', 'team', 'contact']),
      );
      const member = await see(stage.stranger, id);
      expect(member).toMatchObject({ hiddenFields: [], accessNotice: null });
      expect(member?.summary).toHaveLength(300);
    });

    it('NDA: key points and attachments after an authorised member accepted the current text', async () => {
      const fileId = await upload(stage.researcher);
      const { id } = await aResultIn(stage, 'ONLINE', { visibility: 'NDA', attachmentIds: [fileId] });
      const before = await see(stage.stranger, id);
      expect(before).toMatchObject({
        keyPoints: null,
        innovation: null,
        comparison: null,
        attachments: null,
        accessNotice: { code: 'ACCEPT_NDA' },
      });
      expect(before?.problem).not.toBeNull();
      expect(before?.availableActions).toEqual([{ action: 'acceptNda', enabled: true }]);
      expect((await stage.app.as(stage.stranger).get(`/files/listings/${fileId}`)).status).toBe(404);

      const ACCEPT = `mutation ($input: AcceptNdaInput!) { acceptNda(input: $input) { acceptance { ndaVersion textSha256 } result { id keyPoints } } }`;
      const accept = (actor: Actor, change: object = {}) =>
        stage.app.as(actor).mutate<{
          acceptNda: {
            acceptance: { ndaVersion: number; textSha256: string };
            result: { keyPoints: string };
          };
        }>(ACCEPT, {
          input: { listingId: id, organisationId: organisationOf(stage.stranger), ndaVersion: 1, ...change },
        });
      const colleague = aMember('ENTERPRISE', ['MEMBER'], { organisationId: organisationOf(stage.stranger) });
      await accept(colleague).expectCode('FORBIDDEN');
      await accept(anonymous).expectCode('UNAUTHENTICATED');
      await accept(stage.stranger, { ndaVersion: 7 }).expectCode('LISTING.NDA_OUTDATED');
      await accept(stage.transferOfficer, { organisationId: stage.university }).expectCode(
        'LISTING.NDA_NOT_NEEDED',
      );
      const first = await accept(stage.stranger);
      const { currentNda } = await stage.app
        .client()
        .query<{ currentNda: { sha256: string; text: string } }>('{ currentNda { sha256 text } }');
      expect(first.acceptNda.acceptance).toEqual({ ndaVersion: 1, textSha256: currentNda.sha256 });
      expect(first.acceptNda.result.keyPoints).toContain('锻造');
      expect(await accept(stage.stranger)).toEqual(first);

      const after = await see(colleague, id);
      expect(after?.myNda).toEqual({ ndaVersion: 1, organisation: { id: organisationOf(stage.stranger) } });
      expect(after?.attachments).toEqual([{ id: fileId, url: `/files/listings/${fileId}` }]);
      const download = await stage.app.as(colleague).get(`/files/listings/${fileId}`);
      expect([download.status, download.text]).toEqual([200, '检测报告正文']);
      expect((await stage.app.as(stage.enterprisePerson).get(`/files/listings/${fileId}`)).status).toBe(404);
    });

    it('NDA key points leave this domain with nobody', async () => {
      const { id } = await aResultIn(stage, 'ONLINE', { visibility: 'NDA' });
      const event = await stage.db.one<{ payload: { keyPoints: string } }>(sql`
      select payload from listings.event where aggregate_id = ${id} order by seq desc limit 1`);
      expect(event?.payload.keyPoints).toBe('');
    });
  });

  describe('an anonymous need', () => {
    it('shows its owner to its members and the bureau alone', async () => {
      const { id } = await aNeedIn(stage, 'ONLINE', { anonymous: true });
      for (const actor of [anonymous, stage.stranger, aBroker(), stage.otherCountyOfficer]) {
        const seen = await seeNeed(actor, id);
        expect(seen).toMatchObject({ owner: null, ownerName: null, contact: null });
        expect(seen?.hiddenFields).toEqual(expect.arrayContaining(['owner', 'ownerName', 'contact']));
      }
      for (const actor of [stage.enterprisePerson, stage.cityOfficer])
        expect(await seeNeed(actor, id)).toMatchObject({
          owner: { id: stage.enterprise },
          ownerName: '定襄恒岳锻压法兰有限公司',
        });
      expect((await seeNeed(anonymous, id))?.quality.score).toBeGreaterThan(80);
    });

    it('under an NDA keeps its indicators to who accepted it', async () => {
      const { id } = await aNeedIn(stage, 'ONLINE', { visibility: 'NDA' });
      expect((await seeNeed(stage.stranger, id))?.indicators).toBeNull();
      expect((await seeNeed(anonymous, id))?.budgetMax).toBeNull();
      await stage.app
        .as(stage.stranger)
        .mutate('mutation ($input: AcceptNdaInput!) { acceptNda(input: $input) { need { id } } }', {
          input: { listingId: id, organisationId: organisationOf(stage.stranger), ndaVersion: 1 },
        });
      expect((await seeNeed(stage.stranger, id))?.indicators).toHaveLength(3);
    });
  });

  describe('files', () => {
    it('that are not attached are their uploader’s', async () => {
      const id = await upload(stage.researcher);
      expect((await stage.app.as(stage.researcher).get(`/files/listings/${id}`)).status).toBe(200);
      for (const actor of [stage.transferOfficer, stage.cityOfficer, anonymous])
        expect((await stage.app.as(actor).get(`/files/listings/${id}`)).status).toBe(404);
      expect((await stage.app.as(stage.researcher).get('/files/listings/nonsense')).status).toBe(404);
    });
    it('come in a form that is whole, or are refused as the sender’s mistake', async () => {
      const { headers } = stage.app.as(stage.researcher);
      const send = async (type: string, body: string): Promise<[number, string]> => {
        const all = { ...headers, 'content-type': `multipart/form-data${type}` };
        const sent = await fetch(`${stage.app.url}/files/listings`, { method: 'POST', headers: all, body });
        return [sent.status, ((await sent.json()) as { code: string }).code];
      };
      const field = '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb\r\n';
      const file = field.replace('name="a"', 'name="file"; filename="a.txt"');
      for (const [type, body] of [
        ['', file],
        ['; boundary=x', file],
        ['; boundary=x', field.repeat(1_001)],
      ] as const)
        expect(await send(type, body)).toEqual([422, 'INVALID_INPUT']);
    });
    it('keep the ending of a name that is too long', async () => {
      const long = await stage.app
        .as(stage.researcher)
        .upload('/files/listings', `${'长'.repeat(300)}.xlsx`, Buffer.from('x'));
      expect((long.body as { name: string }).name).toBe(`${'长'.repeat(195)}.xlsx`);
    });
    it('are taken from nobody unnamed', async () => {
      const refused = await stage.app.as(anonymous).upload('/files/listings', 'a.txt', Buffer.from('x'));
      expect([refused.status, (refused.body as { code: string }).code]).toEqual([401, 'UNAUTHENTICATED']);
    });
  });

  describe('own lists and desks', () => {
    it('myResults holds one’s organisations’ listings, the finished ones of colleagues included', async () => {
      const draft = await aResultIn(stage, 'DRAFT');
      const online = await aResultIn(stage, 'ONLINE');
      const mine = async (actor: Actor, variables: object = {}): Promise<string[]> => {
        const { myResults } = await stage.app
          .as(actor)
          .query<{ myResults: { edges: { node: { id: string } }[]; totalCount: number } }>(
            'query ($states: [ResultState!], $organisationId: ID) { myResults(first: 100, states: $states, organisationId: $organisationId) { totalCount edges { node { id code } } } }',
            { ...variables },
          );
        expect(myResults.totalCount).toBe(myResults.edges.length);
        return myResults.edges.map(({ node }) => node.id);
      };
      const member = aMember('UNIVERSITY', ['MEMBER'], { organisationId: stage.university });
      expect(await mine(stage.researcher)).toEqual(expect.arrayContaining([draft.id, online.id]));
      expect(await mine(member)).not.toContain(draft.id);
      expect(await mine(member)).toContain(online.id);
      expect(await mine(stage.researcher, { states: ['DRAFT'] })).not.toContain(online.id);
      expect(await mine(stage.researcher, { organisationId: stage.enterprise })).toEqual([]);
      expect(await mine(stage.stranger)).toEqual([]);
      expect(await mine(anonymous)).toEqual([]);
    });

    it('one’s own listings are found by title, code and keyword, and ordered by change, term or age', async () => {
      const first = await aResultIn(stage, 'ONLINE', {
        title: '百分之_百可检索的成果 100%',
        keywords: ['独一词', '乙', '丙'],
        validUntil: '2099-01-01',
      });
      const second = await aResultIn(stage, 'DRAFT', { title: '百分之百可检索的草稿' });
      const find = async (variables: object): Promise<string[]> => {
        const { myResults } = await stage.app
          .as(stage.researcher)
          .query<{ myResults: { edges: { node: { id: string; code: string } }[]; totalCount: number } }>(
            `query ($text: String, $sort: OwnListingSort, $first: Int) {
            myResults(first: $first, text: $text, sort: $sort) { totalCount edges { node { id code } } } }`,
            { first: 100, ...variables },
          );
        return myResults.edges.map(({ node }) => node.id);
      };
      expect(await find({ text: '可检索' })).toEqual([second.id, first.id]);
      expect(await find({ text: '可检索', sort: 'OLDEST' })).toEqual([first.id, second.id]);
      expect(await find({ text: '可检索', sort: 'EXPIRES' })).toEqual([first.id, second.id]);
      expect(await find({ text: ' 独一词 ' })).toEqual([first.id]);
      expect(await find({ text: '百分之_百' })).toEqual([first.id]);
      expect(await find({ text: '100%' })).toEqual([first.id]);
      const { result } = await stage.app
        .as(stage.researcher)
        .query<{ result: { code: string } }>('query ($id: ID!) { result(id: $id) { code } }', {
          id: second.id,
        });
      expect(await find({ text: result.code.toLowerCase() })).toEqual([second.id]);
    });

    it.each(['CHANGED', 'EXPIRES', 'OLDEST'])('one’s own listings page through once by %s', async (sort) => {
      const pageOf = async (first: number, after: string | null) =>
        (
          await stage.app.as(stage.transferOfficer).query<{
            myResults: { edges: { cursor: string; node: { id: string } }[]; totalCount: number };
          }>(
            `query ($sort: OwnListingSort, $first: Int, $after: String) {
            myResults(first: $first, after: $after, sort: $sort) { totalCount edges { cursor node { id } } } }`,
            { sort, first, after },
          )
        ).myResults;
      const whole = await pageOf(100, null);
      const seen: string[] = [];
      for (let after: string | null = null; ;) {
        const { edges } = await pageOf(3, after);
        seen.push(...edges.map(({ node }) => node.id));
        after = edges.at(-1)?.cursor ?? null;
        if (after === null) break;
      }
      expect(seen).toEqual(whole.edges.map(({ node }) => node.id));
      expect(seen).toHaveLength(whole.totalCount);
    });

    it('a review queue narrows by kind, stage, place, title, code and owner, and never shows more', async () => {
      const result = await aResultIn(stage, 'BUREAU_REVIEW', { title: '待审的窄带成果' });
      const need = await aNeedIn(stage, 'BUREAU_REVIEW', { title: '待审的窄带需求描述' });
      const find = async (actor: Actor, variables: Record<string, unknown>): Promise<string[]> => {
        const { listingsToReview } = await stage.app
          .as(actor)
          .query<{ listingsToReview: { edges: { node: { id: string } }[] } }>(
            `query ($kind: ListingKind, $stage: ReviewStage, $divisions: [String!], $text: String) {
            listingsToReview(first: 100, kind: $kind, stage: $stage, divisions: $divisions, text: $text) { edges { node { id } } } }`,
            variables,
          );
        return listingsToReview.edges.map(({ node }) => node.id);
      };
      expect(await find(stage.cityOfficer, { text: '窄带' })).toEqual([result.id, need.id]);
      expect(await find(stage.cityOfficer, { text: '窄带', kind: 'NEED' })).toEqual([need.id]);
      expect(await find(stage.cityOfficer, { text: '窄带', stage: 'UNIT_REVIEW' })).toEqual([]);
      expect(await find(stage.cityOfficer, { text: '窄带', divisions: [UNIVERSITY_DIVISION] })).toEqual([
        result.id,
      ]);
      expect(await find(stage.cityOfficer, { text: '窄带', divisions: ['140900'] })).toEqual([
        result.id,
        need.id,
      ]);
      expect(await find(stage.cityOfficer, { text: '忻州工业技术', kind: 'RESULT' })).toContain(result.id);
      expect(await find(stage.cityOfficer, { text: '窄_' })).toEqual([]);
      expect(await find(stage.otherCountyOfficer, { text: '窄带', divisions: ['140900'] })).toEqual([]);
      expect(await find(stage.researcher, { text: '窄带' })).toEqual([]);
    });

    it('listingsToReview shows each desk its own queue with age and due day', async () => {
      const unit = await aResultIn(stage, 'UNIT_REVIEW');
      const bureau = await aResultIn(stage, 'BUREAU_REVIEW');
      const need = await aNeedIn(stage, 'BUREAU_REVIEW');
      interface Item {
        id: string;
        stage: string;
        waitingDays: number;
        dueOn: string;
        result: { id: string } | null;
        need: { id: string } | null;
      }
      const queue = async (actor: Actor): Promise<Item[]> => {
        const { listingsToReview } = await stage.app
          .as(actor)
          .query<{ listingsToReview: { edges: { node: Item }[] } }>(
            '{ listingsToReview(first: 100) { edges { node { id stage waitingDays dueOn ownerName divisionCode divisionName result { id title } need { id title } } } } }',
          );
        return listingsToReview.edges.map(({ node }) => node);
      };
      const ids = async (actor: Actor): Promise<string[]> => (await queue(actor)).map(({ id }) => id);
      expect(await ids(stage.transferOfficer)).toContain(unit.id);
      expect(await ids(stage.transferOfficer)).not.toContain(bureau.id);
      expect(await ids(stage.cityOfficer)).toEqual(expect.arrayContaining([bureau.id, need.id]));
      expect(await ids(stage.countyOfficer)).toContain(bureau.id);
      expect(await ids(stage.countyOfficer)).not.toContain(need.id);
      expect(await ids(stage.otherCountyOfficer)).toEqual([]);
      expect(await ids(stage.researcher)).toEqual([]);
      const item = (await queue(stage.cityOfficer)).find(({ id }) => id === need.id);
      expect(item).toMatchObject({
        stage: 'BUREAU_REVIEW',
        divisionCode: '140921',
        waitingDays: 0,
        need: { id: need.id },
        result: null,
      });
      expect(item!.dueOn > new Date().toISOString().slice(0, 10)).toBe(true);
    });
  });
});
