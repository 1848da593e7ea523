import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Experts as far as they can be invited, told anew by the handler of a new name, and invitations of them. */
export class ExpertInvitations1771200000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table deals.expert (
        id uuid primary key,
        version int not null,
        person_id uuid not null,
        listed boolean not null,
        availability text not null,
        unit_id uuid,
        employer_ids uuid[] not null,
        recused_ids uuid[] not null,
        recused_names text[] not null
      );

      create table deals.expert_invitation (
        id uuid primary key,
        version int not null,
        state text not null check (state in ('SENT', 'ACCEPTED', 'DECLINED', 'WITHDRAWN')),
        need_id uuid not null,
        need_title text not null,
        need_owner_id uuid not null,
        anonymous boolean not null,
        expert_id uuid not null,
        person_id uuid not null,
        inviter_id uuid not null,
        by_broker boolean not null,
        invited_by uuid not null,
        message text not null check (char_length(message) between 1 and 2000),
        answer text not null check (char_length(answer) <= 1000),
        deal_id uuid references deals.deal,
        answered_at timestamptz,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        check (by_broker or inviter_id = need_owner_id),
        check ((state in ('ACCEPTED', 'DECLINED')) = (answered_at is not null)),
        check (deal_id is null or state = 'ACCEPTED')
      );
      -- Who has answered is not asked about the same need again.
      create unique index expert_invitation_once on deals.expert_invitation (need_id, expert_id)
        where state <> 'WITHDRAWN';
      create index on deals.expert_invitation (need_id, created_at desc, id desc);
      create index on deals.expert_invitation (expert_id, created_at desc, id desc);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table deals.expert_invitation; drop table deals.expert;');
  }
}
