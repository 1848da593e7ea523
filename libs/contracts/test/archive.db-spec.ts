import { createHash } from 'node:crypto';
import { sql, unzipped } from '@jihui/platform';
import type { PersonActor } from '@jihui/kernel';
import { wholePanel } from './contract.fixture.js';
import { aWorld, type World } from './contracts.world.js';

describe('archive', () => {
  let world: World;
  beforeAll(async () => {
    world = await aWorld();
  }, 120_000);
  afterAll(() => world.close());

  const take = async (id: string, actor: PersonActor = world.registrarA) => {
    const client = world.app.as(actor);
    const response = await fetch(`${client.url}/files/contracts/archives/${id}`, { headers: client.headers });
    return { status: response.status, bytes: new Uint8Array(await response.arrayBuffer()) };
  };
  const entriesOf = (archive: Uint8Array) => Object.fromEntries(unzipped(archive) ?? []);
  const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

  describe('the archive package', () => {
    it('holds the whole case in a stable order, each entry with its hash', async () => {
      const id = await world.application('REGISTERED');
      await world.app.settle();
      const { status, bytes } = await take(id);
      expect(status).toBe(200);
      const entries = entriesOf(bytes);
      const paths = Object.keys(entries);
      expect(paths).toEqual([
        'application.json',
        'steps.json',
        'opinions.json',
        'experts.json',
        'notices.json',
        'text-views.json',
        'files/01-CONTRACT_TEXT-CONTRACT_TEXT.pdf',
        'files/02-IP_CERTIFICATE-IP_CERTIFICATE.pdf',
        'certificates/v1.pdf',
        'manifest.json',
      ]);
      const json = <T>(path: string): T => JSON.parse(Buffer.from(entries[path] ?? []).toString('utf8')) as T;
      const manifest = json<{ path: string; size: number; sha256: string }[]>('manifest.json');
      expect(manifest.map(({ path }) => path)).toEqual(paths.slice(0, -1));
      for (const entry of manifest) {
        const content = entries[entry.path] ?? new Uint8Array();
        expect([content.length, sha256(content)]).toEqual([entry.size, entry.sha256]);
      }
      const steps = json<{ actor: string; step: string }[]>('steps.json');
      expect(steps.map(({ actor, step }) => `${actor} ${step}`)).toContain('刘慧 初审通过');
      expect(json<{ reviewer: string }[]>('opinions.json').map(({ reviewer }) => reviewer)).toContain('陈立');
      const views = await world.rows(sql`
      select 1 from contracts.audit_entry where stream = ${`ContractText:${id}`} and reason = '归档包'`);
      expect(views).toHaveLength(1);
    });

    it('lists the panel, with what each expert undertook and found', async () => {
      const id = await world.application('EXPERT_REVIEW');
      await world.panel(id);
      const entries = entriesOf((await take(id)).bytes);
      expect(JSON.parse(Buffer.from(entries['experts.json'] ?? []).toString('utf8'))).toEqual(
        wholePanel.map((expert) => ({ ...expert, id: expect.any(String) })),
      );
    });

    it('is the registry’s alone', async () => {
      const id = await world.application('SUBMITTED');
      for (const actor of [world.seller, world.buyer, world.officer, world.stranger, world.conflicted])
        expect((await take(id, actor)).status).toBe(404);
      expect((await take('no-id')).status).toBe(404);
    });
  });
});
