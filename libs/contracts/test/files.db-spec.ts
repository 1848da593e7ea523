import type { PersonActor } from '@jihui/kernel';
import { sql } from '@jihui/platform';
import { codeOf } from './codes.js';
import { aWorld, type World } from './contracts.world.js';

describe('files', () => {
  let world: World;
  beforeAll(async () => {
    world = await aWorld();
  }, 120_000);
  afterAll(() => world.close());

  const read = async (actor: PersonActor, id: string) =>
    (
      await world.app
        .as(actor)
        .query<{ contract: object | null }>(
          'query ($id: ID!) { contract(id: $id) { version textViews { fileName personName } } }',
          { id },
        )
    ).contract;

  describe('files', () => {
    it('come by the form, are sniffed, and are read back; each view is recorded', async () => {
      const id = await world.application();
      const client = world.app.as(world.seller);
      const sent = await client.upload('/files/contracts', '合同附件.pdf', Buffer.from('%PDF-1.4 annex'), {
        contractId: id,
        kind: 'CONTRACT_TEXT',
      });
      expect(sent.status).toBe(201);
      expect(sent.body).toMatchObject({
        contractId: id,
        kind: 'CONTRACT_TEXT',
        name: '合同附件.pdf',
        type: 'application/pdf',
      });
      const got = await client.get(sent.body.url as string);
      expect(got.body.toString()).toBe('%PDF-1.4 annex');
      expect(await read(world.seller, id)).toMatchObject({
        version: sent.body.version,
        textViews: [{ fileName: '合同附件.pdf', personName: '王晓岚' }],
      });
      await world.applications.removeFile(world.seller, {
        ...(await world.target(id)),
        fileId: sent.body.id as string,
      });
      expect((await client.get(sent.body.url as string)).status).toBe(404);
    });
    it('are refused before a byte is stored', async () => {
      const id = await world.application();
      const bytes = Buffer.from('x');
      const post = (actor: PersonActor, fields: Record<string, string>) =>
        world.app.as(actor).upload('/files/contracts', 'a.pdf', bytes, fields);
      expect((await post(world.stranger, { contractId: id, kind: 'CONTRACT_TEXT' })).body).toMatchObject({
        code: 'NOT_FOUND',
      });
      expect((await post(world.seller, { contractId: id, kind: 'SPELLBOOK' })).body).toMatchObject({
        code: 'CONTRACT.FILE_KIND_NOT_ALLOWED',
      });
      expect((await post(world.seller, { contractId: id, kind: 'EXPERT_OPINION' })).body).toMatchObject({
        code: 'FORBIDDEN',
      });
      const sent = await world.application('SUBMITTED');
      expect((await post(world.seller, { contractId: sent, kind: 'CONTRACT_TEXT' })).body).toMatchObject({
        code: 'ILLEGAL_TRANSITION',
      });
      expect(
        (
          await world.app
            .client()
            .upload('/files/contracts', 'a.pdf', bytes, { contractId: id, kind: 'OTHER' })
        ).status,
      ).toBe(404);
    });
    it('of a secret contract are not taken at all, neither their bytes nor by the service', async () => {
      const id = await world.application();
      await world.applications.save(world.seller, {
        ...(await world.target(id)),
        form: { flags: { secret: true } },
      });
      const sent = await world.app
        .as(world.seller)
        .upload('/files/contracts', 'a.pdf', Buffer.from('x'), { contractId: id, kind: 'CONTRACT_TEXT' });
      expect(sent.body).toMatchObject({ code: 'CONTRACT.SECRET_OFFLINE' });
      const before = await world.rows(sql`select 1 from contracts.file where contract_id = ${id}`);
      expect(await codeOf(world.file(id, 'OTHER'))).toBe('CONTRACT.SECRET_OFFLINE');
      expect(await world.rows(sql`select 1 from contracts.file where contract_id = ${id}`)).toEqual(before);
      await world.applications.save(world.seller, {
        ...(await world.target(id)),
        form: { flags: { secret: false } },
      });
      expect(await codeOf(world.file(id, 'OTHER'))).toBe('DONE');
    });
    it('are sixty at most', async () => {
      const id = await world.application();
      await world.rows(sql`
      insert into contracts.file (id, contract_id, kind, name, type, size, sha256, signed, uploaded_by, created_at)
      select gen_random_uuid(), ${id}, 'OTHER', 'x', 'text/plain', 1, repeat('a', 64), false, ${world.seller.personId}, now()
      from generate_series(1, 58)`);
      expect(await codeOf(world.file(id, 'OTHER'))).toBe('CONTRACT.TOO_MANY_FILES');
    });
  });
});
