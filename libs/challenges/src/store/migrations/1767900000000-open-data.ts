import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was published of calls as open data, every release as it was. */
export class OpenData1767900000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table challenges.open_process (
        id text primary key,
        call_id uuid not null references challenges.call,
        round int not null check (round > 0),
        updated_at timestamptz not null,
        unique (call_id, round)
      );
      create index on challenges.open_process (updated_at desc, id desc);
      create table challenges.open_release (
        process text not null references challenges.open_process,
        place int not null check (place > 0),
        at timestamptz not null,
        tags text[] not null check (cardinality(tags) > 0),
        body jsonb not null,
        transaction bigint not null default txid_current(),
        primary key (process, place)
      );
      create index on challenges.open_release (at desc, process desc, place desc);
      -- Several steps of one transaction are one release; once it has committed nobody changes it.
      create function challenges.refuse_change_of_release() returns trigger language plpgsql as $$
      begin
        if tg_op = 'UPDATE' and old.transaction = txid_current() then
          return new;
        end if;
        raise exception 'challenges.open_release is append-only';
      end $$;
      create trigger open_release_is_append_only before update or delete on challenges.open_release
        for each row execute function challenges.refuse_change_of_release();
      create trigger open_release_is_kept before truncate on challenges.open_release
        for each statement execute function platform.refuse_change();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table challenges.open_release;
      drop function challenges.refuse_change_of_release();
      drop table challenges.open_process;
    `);
  }
}
