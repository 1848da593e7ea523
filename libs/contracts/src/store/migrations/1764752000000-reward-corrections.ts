import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 更正: an entry against a payment, its amount negative, once for each. */
export class RewardCorrections1764752000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table contracts.reward_payment
        add corrects uuid references contracts.reward_payment,
        add correction_reason text,
        drop constraint reward_payment_amount_check,
        add constraint reward_payment_amount_check check (amount <> 0 and (amount < 0) = (corrects is not null)),
        add constraint corrected_whole check ((corrects is null) = (correction_reason is null)),
        add constraint correction_stands check (corrects is null or void_reason is null);
      create unique index corrected_once on contracts.reward_payment (corrects) where corrects is not null;
    `);
  }

  /** Refused by the check while an entry stands against another. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index contracts.corrected_once;
      alter table contracts.reward_payment
        drop constraint correction_stands,
        drop constraint corrected_whole,
        drop constraint reward_payment_amount_check,
        add constraint reward_payment_amount_check check (amount > 0),
        drop correction_reason,
        drop corrects;
    `);
  }
}
