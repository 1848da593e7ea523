import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 复核通过，待登记: the state from which contracts are registered together; serials are taken several at once. */
export class ContractsApproved1764340000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await allowState(runner, 'contract_state_check', 'APPROVED');
    await allowState(runner, 'accepted_has_number', 'APPROVED');
    await runner.query(`
      alter table contracts.contract add constraint approved_by_two check (state <> 'APPROVED'
        or (first_reviewer_id is not null and second_reviewer_id is not null and technical <= total));
      drop index contracts.contract_queue;
      create index contract_queue on contracts.contract (queue_on, id)
        where state in ('SUBMITTED', 'ACCEPTED', 'FIRST_REVIEW', 'SECOND_REVIEW', 'EXPERT_REVIEW', 'APPROVED');
      -- The lock makes callers queue without dead tuples of the row in their way; it and the row end with
      -- the transaction, so an aborted one gives its numbers back and no serial is ever left out.
      create function contracts.next_serials(of_series text, of_year int, of_registry text, how_many int) returns int
      language plpgsql as $$
      declare first int;
      begin
        perform pg_advisory_xact_lock(hashtextextended('contracts/' || of_series || of_year || of_registry, 0));
        insert into contracts.number_series as s (series, year, registry, last)
        values (of_series, of_year, of_registry, how_many)
        on conflict (series, year, registry) do update set last = s.last + how_many
        returning s.last - how_many + 1 into first;
        return first;
      end $$;
      drop function contracts.next_serial(text, int, text);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function contracts.next_serial(of_series text, of_year int, of_registry text) returns int
      language sql as $$ select contracts.next_serials(of_series, of_year, of_registry, 1) $$;
      alter table contracts.contract drop constraint approved_by_two`);
  }
}

/** Adds a state to a check that names states, whatever it names by now. */
async function allowState(runner: QueryRunner, constraint: string, state: string): Promise<void> {
  const [{ definition }] = (await runner.query(
    `select pg_get_constraintdef(oid) as definition from pg_constraint
    where conname = $1 and conrelid = 'contracts.contract'::regclass`,
    [constraint],
  )) as [{ definition: string }];
  const wider = definition.replace("'ACCEPTED'::text", `'ACCEPTED'::text, '${state}'::text`);
  await runner.query(
    `alter table contracts.contract drop constraint ${constraint}, add constraint ${constraint} ${wider}`,
  );
}
