import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Words are searched as they are typed, in full width or not. What is saved from now on comes folded, traditional
 * characters too; what stands here already is folded as far as the database can.
 */
export class FoldedWords1765120000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      update contracts.contract_words set words = lower(normalize(words, NFKC))
      where words <> lower(normalize(words, NFKC))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      update contracts.contract_words w set words = c.search_text from contracts.contract c
      where c.id = w.contract_id and w.words <> c.search_text`);
  }
}
