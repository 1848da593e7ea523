import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the history says of a form is its digest. It is computed when the form is written, so that a step that leaves
 * the form alone, such as registering, need not write it out again. Null: written before, computed when asked for.
 */
export class FormDigests1766100000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table contracts.contract add form_sha256 text check (form_sha256 ~ '^[0-9a-f]{64}$');
      comment on column contracts.contract.form_sha256 is 'SHA-256 of the form as canonical JSON (RFC 8785)';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table contracts.contract drop form_sha256');
  }
}
