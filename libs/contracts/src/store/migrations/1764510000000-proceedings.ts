import type { MigrationInterface, QueryRunner } from 'typeorm';

const STANDING = `'REGISTERED', 'CHANGE_PENDING', 'CANCEL_PENDING', 'REVOCATION_PENDING', 'OBJECTION_PENDING'`;
const ENDED = `'CANCELLED', 'REVOKED'`;
const DEAD = `'NOT_ACCEPTED', 'REJECTED', 'REJECTION_OBJECTED', 'WITHDRAWN', ${ENDED}`;

/** What happens after a decision: change, cancellation, revocation, objection; benefits used and who is told of them. */
export class Proceedings1764510000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await states(runner);
    await proceedings(runner);
    await benefits(runner);
  }

  /** Refused by the checks while a contract is in a state that only this migration knows. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table contracts.tax_notice;
      drop table contracts.benefit_use;
      drop table contracts.proceeding_file;
      drop table contracts.proceeding;
      drop index contracts.contract_of_deal;
      drop index contracts.one_live_application_a_deal;
      create unique index one_live_application_a_deal on contracts.contract (deal_id)
        where deal_id is not null and state not in ('NOT_ACCEPTED', 'REJECTED', 'WITHDRAWN');
      alter table contracts.contract
        drop column former_reviewer_ids,
        drop column decided_on,
        drop constraint contract_state_check,
        drop constraint accepted_has_number,
        drop constraint registered_whole,
        drop constraint registered_by_two,
        add constraint contract_state_check check (state in ('DRAFT', 'SUBMITTED', 'RETURNED', 'ACCEPTED',
          'FIRST_REVIEW', 'SECOND_REVIEW', 'EXPERT_REVIEW', 'APPROVED', 'REGISTERED', 'NOT_ACCEPTED', 'REJECTED',
          'WITHDRAWN')),
        add constraint accepted_has_number check (state not in
          ('ACCEPTED', 'FIRST_REVIEW', 'SECOND_REVIEW', 'EXPERT_REVIEW', 'APPROVED', 'REGISTERED', 'REJECTED')
          or (acceptance_number is not null and due_on is not null and rule_set is not null)),
        add constraint registered_whole check ((state = 'REGISTERED') =
          (registration_number is not null and registered_on is not null and certificate_version > 0)),
        add constraint registered_by_two check (state <> 'REGISTERED'
          or (first_reviewer_id is not null and second_reviewer_id is not null and technical <= total));
    `);
  }
}

const states = (runner: QueryRunner): Promise<unknown> =>
  runner.query(`
    alter table contracts.contract
      add column former_reviewer_ids uuid[] not null default '{}',
      add column decided_on date,
      drop constraint contract_state_check,
      drop constraint accepted_has_number,
      drop constraint registered_whole,
      drop constraint registered_by_two,
      add constraint contract_state_check check (state in ('DRAFT', 'SUBMITTED', 'RETURNED', 'ACCEPTED',
        'FIRST_REVIEW', 'SECOND_REVIEW', 'EXPERT_REVIEW', 'APPROVED', ${STANDING}, ${DEAD})),
      add constraint accepted_has_number check (state not in
        ('ACCEPTED', 'FIRST_REVIEW', 'SECOND_REVIEW', 'EXPERT_REVIEW', 'APPROVED', ${STANDING}, ${ENDED}, 'REJECTED',
          'REJECTION_OBJECTED')
        or (acceptance_number is not null and due_on is not null and rule_set is not null)),
      add constraint registered_whole check ((state in (${STANDING}, ${ENDED})) =
        (registration_number is not null and registered_on is not null and certificate_version > 0)),
      add constraint registered_by_two check (state not in (${STANDING}, ${ENDED})
        or (first_reviewer_id is not null and second_reviewer_id is not null and technical <= total));
    alter table contracts.contract alter column former_reviewer_ids drop default;
    comment on column contracts.contract.decided_on is 'day of the last decision; the time for an objection runs from it';
    update contracts.contract set decided_on = coalesce(registered_on, (updated_at at time zone 'Asia/Shanghai')::date)
      where state in ('REGISTERED', 'REJECTED', 'NOT_ACCEPTED');
    drop index contracts.one_live_application_a_deal;
    create unique index one_live_application_a_deal on contracts.contract (deal_id)
      where deal_id is not null and state not in (${DEAD});
    create index contract_of_deal on contracts.contract (deal_id, id desc) where deal_id is not null;
  `);

const proceedings = (runner: QueryRunner): Promise<unknown> =>
  runner.query(`
    create table contracts.proceeding (
      id uuid primary key,
      version int not null,
      contract_id uuid not null references contracts.contract,
      kind text not null check (kind in ('CHANGE', 'CANCELLATION', 'REVOCATION', 'OBJECTION')),
      state text not null check (state in ('DRAFT', 'OPEN', 'RETURNED', 'GRANTED', 'REFUSED', 'WITHDRAWN', 'DISCARDED')),
      opened_by text not null check (opened_by in ('APPLICANT', 'PARTY', 'REGISTRY')),
      organisation_id uuid not null,
      person_id uuid not null,
      against jsonb not null,
      draft jsonb not null,
      opened_on date,
      due_on date,
      told_due_on date,
      defend_until date,
      deficiencies jsonb not null,
      examination jsonb,
      examiner_id uuid,
      defences jsonb not null,
      decision jsonb,
      decider_id uuid,
      decided_on date,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      constraint opened_whole check (state in ('DRAFT', 'DISCARDED') or (opened_on is not null and due_on is not null)),
      constraint decided_whole check ((state in ('GRANTED', 'REFUSED')) = (decision is not null and decided_on is not null)),
      constraint examined_by_one_decided_by_another check (decider_id is null or decider_id is distinct from examiner_id),
      constraint notice_has_hearing check (kind <> 'REVOCATION' or opened_on is null or defend_until is not null)
    );
    create unique index one_open_proceeding on contracts.proceeding (contract_id) where state = 'OPEN';
    create unique index one_draft_a_side on contracts.proceeding (contract_id, kind, organisation_id)
      where state in ('DRAFT', 'RETURNED');
    create index on contracts.proceeding (contract_id, id);
    create index proceeding_queue on contracts.proceeding (due_on, id) where state = 'OPEN';
    create table contracts.proceeding_file (
      id uuid primary key,
      proceeding_id uuid not null references contracts.proceeding,
      name text not null,
      type text not null,
      size bigint not null check (size > 0),
      sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
      purpose text not null check (purpose in ('EVIDENCE', 'DEFENCE')),
      uploaded_by uuid not null,
      created_at timestamptz not null,
      removed_at timestamptz
    );
    create index on contracts.proceeding_file (proceeding_id, id) where removed_at is null;
  `);

const benefits = (runner: QueryRunner): Promise<unknown> =>
  runner.query(`
    create table contracts.benefit_use (
      id uuid primary key,
      contract_id uuid not null references contracts.contract,
      benefit text not null,
      amount bigint not null check (amount > 0),
      used_on date not null,
      note text not null,
      reported_by uuid not null,
      reported_at timestamptz not null,
      unique (contract_id, benefit, amount, used_on, note)
    );
    create trigger benefit_use_is_append_only before update or delete or truncate on contracts.benefit_use
      for each statement execute function platform.refuse_change();
    create table contracts.tax_notice (
      id uuid primary key,
      version int not null,
      contract_id uuid not null references contracts.contract,
      proceeding_id uuid not null unique references contracts.proceeding,
      registry_division text not null,
      state text not null check (state in ('PENDING', 'SENT')),
      content jsonb not null,
      due_on date not null,
      told_due_on date,
      recipient text,
      document_number text,
      sent_on date,
      sent_by uuid,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      constraint sent_whole check ((state = 'SENT') =
        (recipient is not null and document_number is not null and sent_on is not null and sent_by is not null))
    );
    create index on contracts.tax_notice (contract_id);
    create index tax_notice_waits on contracts.tax_notice (due_on, id) where state = 'PENDING';
  `);
