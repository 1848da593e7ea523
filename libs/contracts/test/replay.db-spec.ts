import { sql } from '@jihui/platform';
import { RuleReplay } from '../src/checks/rule-replay.js';
import { RULE_SETS } from '../src/core/rulesets/sets.js';
import { completeForm } from './contract.fixture.js';
import { aWorld, type World } from './contracts.world.js';

describe('replay', () => {
  let world: World;
  let mixed = '';
  let plain = '';
  beforeAll(async () => {
    world = await aWorld();
    mixed = await world.application('REGISTERED', { flags: { ...completeForm.flags, mixed: true } });
    plain = await world.application('REGISTERED');
    await world.application('SUBMITTED', { flags: { ...completeForm.flags, mixed: true } });
  }, 180_000);
  afterAll(() => world.close());

  const replay = () => world.app.get(RuleReplay);
  const linesOf = async (options: Record<string, string>): Promise<string[]> => {
    const lines: string[] = [];
    for await (const line of replay().run(options)) lines.push(line);
    return lines;
  };
  const differing = async (set: keyof typeof RULE_SETS, since: string | null = null) => {
    const found = new Map<string, string[]>();
    for await (const { contract, differences } of replay().replay(RULE_SETS[set], since))
      found.set(
        contract.id,
        differences.map(({ rule, what }) => `${rule} ${what}`),
      );
    return found;
  };

  describe('replay of registered contracts', () => {
    it('lists those that another set would have decided otherwise, with rule and reason', async () => {
      expect(await differing('2000/2001')).toEqual(new Map([[mixed, ['grounds.mixed-never WOULD_STOP']]]));
      const [{ number } = { number: '' }] = await world.rows<{ number: string }>(
        sql`select registration_number as number from contracts.contract where id = ${mixed}`,
      );
      const lines = await linesOf({ ruleset: '2000/2001' });
      expect(lines).toHaveLength(3);
      expect(lines[0]).toContain(`${number}  `);
      expect(lines[0]).toContain('2026 → 2000/2001');
      expect(lines[1]).toMatch(/将不予登记 {2}grounds\.mixed-never .*国科发政字〔2001〕253号/);
      expect(lines[2]).toBe('✓ 按 2000/2001 重新比对 2 份已登记合同，1 份结论不同');
    });
    it('finds nothing under the set that decided, nor for later days than any registration', async () => {
      expect(await differing('2026')).toEqual(new Map());
      expect(await differing('2000/2001', '2999-01-01')).toEqual(new Map());
      expect(await linesOf({ ruleset: '2000/2001', since: '2999-01-01' })).toEqual([
        '✓ 按 2000/2001 重新比对 0 份已登记合同，0 份结论不同',
      ]);
      await expect(linesOf({ ruleset: '1999' })).rejects.toThrow('no rule set 1999');
    });
    it('rests on what was kept with the decision, not on what has changed since', async () => {
      await world.rows(sql`
      update contracts.contract set form = jsonb_set(form, '{flags,mixed}', 'true') where id = ${plain}`);
      await world.rows(sql`
      insert into platform.parameter (name, value, effective_from, source)
      values ('contracts.summary_min_chars', 2000, (platform.business_now() at time zone 'Asia/Shanghai')::date, '测试')`);
      expect((await differing('2000/2001')).has(plain)).toBe(false);
    });
    it('rebuilds the facts where none were kept, and says so', async () => {
      await world.rows(sql`alter table contracts.review disable trigger review_is_append_only`);
      await world.rows(sql`update contracts.review set basis = basis - 'facts' where contract_id = ${mixed}`);
      await world.rows(sql`alter table contracts.review enable trigger review_is_append_only`);
      const [first] = await linesOf({ ruleset: '2000/2001' });
      expect(first).toContain('按现有事实比对');
      expect((await differing('2000/2001')).get(mixed)).toContain('grounds.mixed-never WOULD_STOP');
    });
    it('goes through more than one batch', async () => {
      await world.rows(sql`
      insert into contracts.contract (id, version, state, applicant_organisation_id, applicant_person_id, registry_division,
        related_ids, confirmed_party_ids, title, search_text, form, submitted_at, acceptance_number, accepted_on, due_on,
        rule_set, first_reviewer_id, second_reviewer_id, rejection_proposed, decision, registration_number, registered_at,
        registered_on, certificate_version, created_at, updated_at, total, technical, subclass, judgements, answers,
        former_reviewer_ids)
      select gen_random_uuid(), 1, state, applicant_organisation_id, applicant_person_id, registry_division, related_ids,
        confirmed_party_ids, title, search_text, form, submitted_at, '副本' || n, accepted_on, due_on, rule_set,
        first_reviewer_id, second_reviewer_id, rejection_proposed, decision,
        lpad((2000000000000000 + n)::text, 16, '0'), registered_at, registered_on, certificate_version, created_at,
        updated_at, total, technical, subclass, judgements, answers, former_reviewer_ids
      from contracts.contract, generate_series(1, 205) as n where id = ${mixed}`);
      expect((await differing('2000/2001')).size).toBe(206);
    });
  });
});
