import { sha256, sql } from '@jihui/platform';
import { organisationOf } from '@jihui/testing';
import { aNeedIn, aResultIn, aStage, type Stage } from './listings.factory.js';

const RESULT = `query ($id: ID!) { listing: result(id: $id) {
  keyPoints attachments { id } accessNotice { code } myNda { ndaVersion } } }`;
const NEED = 'query ($id: ID!) { listing: need(id: $id) { indicators { name } } }';

describe('the NDA', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await aStage();
  });
  afterAll(() => stage?.app.close());

  const seen = async (query: string, id: string): Promise<Record<string, unknown> | null> =>
    (await stage.app.as(stage.stranger).query<{ listing: Record<string, unknown> | null }>(query, { id }))
      .listing;

  it('opens nothing by what was accepted once there is a new text, until that is accepted too', async () => {
    const uploaded = await stage.app
      .as(stage.researcher)
      .upload('/files/listings', '附件.txt', Buffer.from('检测报告正文'));
    const { id: fileId } = uploaded.body as { id: string };
    const result = await aResultIn(stage, 'ONLINE', { visibility: 'NDA', attachmentIds: [fileId] });
    const need = await aNeedIn(stage, 'ONLINE', { visibility: 'NDA' });
    const organisationId = organisationOf(stage.stranger);
    const accept = (listingId: string, ndaVersion: number) =>
      stage.app
        .as(stage.stranger)
        .mutate(
          'mutation ($input: AcceptNdaInput!) { acceptNda(input: $input) { acceptance { ndaVersion } } }',
          {
            input: { listingId, organisationId, ndaVersion },
          },
        );
    const opened = async (): Promise<boolean[]> => [
      (await seen(RESULT, result.id))?.keyPoints !== null,
      (await seen(NEED, need.id))?.indicators !== null,
      (await stage.app.as(stage.stranger).get(`/files/listings/${fileId}`)).status === 200,
    ];
    for (const { id } of [result, need]) await accept(id, 1);
    expect(await opened()).toEqual([true, true, true]);
    const renew = (version: number, from: string) =>
      stage.db.query(sql`insert into listings.nda_text (version, title, text, sha256, effective_from)
        values (${version}, '新协议', ${`新文本${version}`}, ${sha256(`新文本${version}`)}, platform.business_now() + ${from}::interval)`);
    // A text that is announced is not yet in effect.
    await renew(2, '10 days');
    expect(await opened()).toEqual([true, true, true]);
    await renew(3, '0 days');
    expect(await opened()).toEqual([false, false, false]);
    expect(await seen(RESULT, result.id)).toMatchObject({
      attachments: null,
      accessNotice: { code: 'ACCEPT_NDA' },
      myNda: { ndaVersion: 1 },
    });
    await accept(result.id, 1).expectCode('LISTING.NDA_OUTDATED');
    for (const { id } of [result, need]) await accept(id, 3);
    expect(await opened()).toEqual([true, true, true]);
    const kept = await stage.db.query(sql`select nda_version, text_sha256 from listings.nda_acceptance
      where listing_id = ${result.id} order by nda_version`);
    expect(kept).toMatchObject([{ nda_version: 1 }, { nda_version: 3, text_sha256: sha256('新文本3') }]);
    for (const statement of [
      sql`update listings.nda_text set text = '改过' where version = 3`,
      sql`delete from listings.nda_acceptance where listing_id = ${result.id}`,
    ])
      await expect(stage.db.query(statement)).rejects.toThrow('append-only');
  });
});
