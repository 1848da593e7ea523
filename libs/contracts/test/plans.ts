import { raw, sql, type Db, type Sql } from '@jihui/platform';

class Undone extends Error {}

/**
 * How the database goes about the question where a table beside the contracts holds many rows: of a few it reads all.
 * What is filled in belongs to no contract, and is undone.
 */
export async function planAmong(
  db: Db,
  table: 'contract_keys' | 'contract_words',
  fill: Sql,
  question: Sql,
): Promise<string> {
  let plan: readonly { readonly 'QUERY PLAN': string }[] = [];
  try {
    await db.transaction(async () => {
      await db.query(raw(`alter table contracts.${table} drop constraint ${table}_contract_id_fkey`));
      await db.query(fill);
      await db.query(raw(`analyze contracts.${table}`));
      plan = await db.query(sql`explain ${question}`);
      throw new Undone();
    });
  } catch (error) {
    if (!(error instanceof Undone)) throw error;
  }
  return plan.map((line) => line['QUERY PLAN']).join('\n');
}
