import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 奖励台账: plans of reward with their objections, and payments, which are never changed but voided. */
export class Rewards1764731000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table contracts.reward (
        id uuid primary key,
        version int not null,
        contract_id uuid not null references contracts.contract,
        organisation_id uuid not null,
        mode text not null check (mode in ('TRANSFER_LICENCE', 'INVESTMENT', 'SERVICE')),
        state text not null check (state in ('DRAFT', 'DISCLOSED', 'CONFIRMED', 'PAID', 'DISCARDED')),
        received_on date,
        income bigint not null check (income >= 0),
        cost bigint not null check (cost >= 0),
        taxes bigint not null check (taxes >= 0),
        net bigint generated always as (income - cost - taxes) stored,
        basis text not null,
        total bigint not null check (total >= 0),
        people jsonb not null,
        person_ids uuid[] not null,
        round int not null,
        channel text not null,
        disclosed_from date,
        disclosed_until date,
        objections jsonb not null,
        confirmed_on date,
        created_by uuid not null,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        constraint disclosed_whole check (state in ('DRAFT', 'DISCARDED')
          or (received_on is not null and disclosed_until is not null and total > 0 and total <= income - cost - taxes)),
        constraint confirmed_whole check ((state in ('CONFIRMED', 'PAID')) = (confirmed_on is not null))
      );
      comment on column contracts.reward.income is '本次转化收入 in 分; of 作价投资 the value of the shares';
      create index reward_of_unit on contracts.reward (organisation_id, id desc) where state <> 'DISCARDED';
      create index reward_of_contract on contracts.reward (contract_id, id);
      create index reward_of_person on contracts.reward using gin (person_ids);
      create table contracts.reward_payment (
        id uuid primary key,
        reward_id uuid not null references contracts.reward,
        line int not null check (line > 0),
        amount bigint not null check (amount > 0),
        paid_on date not null,
        voucher text not null,
        recorded_by uuid not null,
        recorded_at timestamptz not null,
        void_reason text,
        voided_by uuid,
        voided_at timestamptz,
        constraint voided_whole check ((void_reason is null) = (voided_at is null))
      );
      create index on contracts.reward_payment (reward_id, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table contracts.reward_payment, contracts.reward');
  }
}
