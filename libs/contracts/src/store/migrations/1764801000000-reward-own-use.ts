import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 自行实施 (促进科技成果转化法第四十五条第（三）项): a plan of a result's yearly profit, which has no contract. */
export class RewardOwnUse1764801000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table contracts.reward
        alter contract_id drop not null,
        add result_title text not null default '',
        add produced_on date,
        drop constraint reward_mode_check,
        add constraint reward_mode_check check (mode in ('TRANSFER_LICENCE', 'INVESTMENT', 'OWN_USE', 'SERVICE')),
        add constraint of_a_contract_or_own_use check ((mode = 'OWN_USE') = (contract_id is null)),
        add constraint own_use_alone check (mode = 'OWN_USE' or (result_title = '' and produced_on is null)),
        add constraint own_use_whole check (mode <> 'OWN_USE' or state in ('DRAFT', 'DISCARDED')
          or (result_title <> '' and produced_on is not null));
      alter table contracts.reward alter result_title drop default;
      comment on column contracts.reward.income is
        '本次转化收入 in 分; of 作价投资 the value of the shares, of 自行实施 the operating profit of the year';
      create index reward_of_result on contracts.reward (organisation_id, result_title) where contract_id is null;
    `);
  }

  /** Refused by the column while a plan has no contract. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index contracts.reward_of_result;
      alter table contracts.reward
        drop constraint own_use_whole,
        drop constraint own_use_alone,
        drop constraint of_a_contract_or_own_use,
        drop constraint reward_mode_check,
        add constraint reward_mode_check check (mode in ('TRANSFER_LICENCE', 'INVESTMENT', 'SERVICE')),
        drop produced_on,
        drop result_title,
        alter contract_id set not null;
    `);
  }
}
