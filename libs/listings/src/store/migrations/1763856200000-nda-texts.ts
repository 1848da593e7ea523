import { sha256 } from '@jihui/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { NDA_TEXTS } from '../../nda-text.js';

/** The first version of the NDA. */
export class NdaTexts1763856200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const nda of NDA_TEXTS.filter(({ version }) => version === 1))
      await runner.query(
        `insert into listings.nda_text (version, title, text, sha256, effective_from) values ($1, $2, $3, $4, $5)`,
        [nda.version, nda.title, nda.text, sha256(nda.text), nda.effectiveFrom],
      );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('delete from listings.nda_text where version = 1');
  }
}
