import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 方案分派: who judges which bid. Reviews that ran before it go on as they began: every member judges every bid. */
export class Allotment1768210000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table challenges.draw add turns jsonb not null default '[]', add recused jsonb not null default '[]',
        add lacking jsonb not null default '[]';
      alter table challenges.draw_row add fits jsonb not null default '[]';
      create table challenges.judging (
        seat_id uuid not null references challenges.seat,
        bid_id uuid not null references challenges.bid,
        primary key (seat_id, bid_id)
      );
      create index on challenges.judging (bid_id);
      insert into challenges.judging (seat_id, bid_id)
      select t.id, k.bid_id from challenges.seat t
      join challenges.draw d on d.id = t.draw_id and d.state = 'DRAWN'
      join challenges.call c on c.id = t.call_id
        and c.state in ('REVIEWING', 'REVIEWED', 'AWARD_NOTICED', 'AWARDED', 'FINISHED')
      join challenges.bid_check k on k.call_id = t.call_id and k.round = t.round and k.verdict = 'QUALIFIED'
      where t.state = 'ACCEPTED';
      update challenges.call set plan = plan || '{"judges": null, "panelTimes": 1}' where not plan ? 'panelTimes';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      update challenges.call set plan = plan - 'judges' - 'panelTimes';
      drop table challenges.judging;
      alter table challenges.draw_row drop fits;
      alter table challenges.draw drop turns, drop recused, drop lacking;
    `);
  }
}
