import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Relations that were declared before a work could name its people have neither: they say so, as all others do. */
export class WholeRelations1770900000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      update discovery.expert set relations = (
        select jsonb_agg('{"work": "", "people": []}'::jsonb || relation order by place)
        from jsonb_array_elements(relations) with ordinality as declared (relation, place))
      where relations @? '$[*] ? (!exists(@.work) || !exists(@.people))'`);
  }

  /** Whoever reads them without leaves both aside. */
  async down(): Promise<void> {}
}
