import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Vectors of listings from a service outside, and who may read a listing's text, which decides whether it is sent there. */
export class Embeddings1765300000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table matching.listing
        -- Null of what was told before this was kept: it is sent nowhere until it is told again.
        add column visibility text,
        add column embedding bytea,
        add column embedding_model text,
        -- The version of the listing whose text it is of.
        add column embedding_version int`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table matching.listing drop column visibility, drop column embedding, drop column embedding_model,
        drop column embedding_version`);
  }
}
