import type { MigrationInterface, QueryRunner } from 'typeorm';

const PENDING = `'CHANGE_PENDING', 'CANCEL_PENDING', 'REVOCATION_PENDING', 'OBJECTION_PENDING'`;
const KINDS = `'CHANGE', 'CANCELLATION', 'REVOCATION', 'OBJECTION'`;

/** 提成补充登记: a royalty that became due is a proceeding of its own. */
export class Supplements1764750000000 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return checks(runner, `'REGISTERED', 'SUPPLEMENT_PENDING', ${PENDING}`, `${KINDS}, 'SUPPLEMENT'`);
  }

  /** Refused by the checks while a supplement is in the books. */
  down(runner: QueryRunner): Promise<void> {
    return checks(runner, `'REGISTERED', ${PENDING}`, KINDS);
  }
}

async function checks(runner: QueryRunner, standing: string, kinds: string): Promise<void> {
  const ended = `'CANCELLED', 'REVOKED'`;
  const dead = `'NOT_ACCEPTED', 'REJECTED', 'REJECTION_OBJECTED', 'WITHDRAWN', ${ended}`;
  await runner.query(`
    alter table contracts.contract
      drop constraint contract_state_check,
      drop constraint accepted_has_number,
      drop constraint registered_whole,
      drop constraint registered_by_two,
      add constraint contract_state_check check (state in ('DRAFT', 'SUBMITTED', 'RETURNED', 'ACCEPTED',
        'FIRST_REVIEW', 'SECOND_REVIEW', 'EXPERT_REVIEW', 'APPROVED', ${standing}, ${dead})),
      add constraint accepted_has_number check (state not in
        ('ACCEPTED', 'FIRST_REVIEW', 'SECOND_REVIEW', 'EXPERT_REVIEW', 'APPROVED', ${standing}, ${ended}, 'REJECTED',
          'REJECTION_OBJECTED')
        or (acceptance_number is not null and due_on is not null and rule_set is not null)),
      add constraint registered_whole check ((state in (${standing}, ${ended})) =
        (registration_number is not null and registered_on is not null and certificate_version > 0)),
      add constraint registered_by_two check (state not in (${standing}, ${ended})
        or (first_reviewer_id is not null and second_reviewer_id is not null and technical <= total));
    alter table contracts.proceeding
      drop constraint proceeding_kind_check,
      add constraint proceeding_kind_check check (kind in (${kinds}));
  `);
}
