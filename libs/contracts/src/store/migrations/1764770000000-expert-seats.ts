import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 专家在线评审: each expert has a seat that an account can take; reminded of once a day by which the opinion is asked. */
export class ExpertSeats1764770000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      update contracts.contract c set experts = (
        select jsonb_agg(jsonb_build_object('id', gen_random_uuid(), 'version', 1, 'email', null, 'invitedAt', null,
          'answerBy', null, 'personId', null, 'signedAt', null, 'recusal', null) || e.expert order by e.place)
        from jsonb_array_elements(c.experts) with ordinality as e (expert, place))
      where c.experts <> '[]';

      create index contract_expert_seats on contracts.contract using gin (experts jsonb_path_ops)
        with (fastupdate = off) where experts <> '[]';

      create table contracts.expert_reminder (
        seat_id uuid not null,
        answer_by date not null,
        told_at timestamptz not null,
        primary key (seat_id, answer_by)
      );
      comment on table contracts.expert_reminder is '专家意见截止日提醒: once a seat and day';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table contracts.expert_reminder;
      drop index contracts.contract_expert_seats;
    `);
  }
}
