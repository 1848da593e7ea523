import { Injectable } from '@nestjs/common';
import type { Actor } from '@jihui/kernel';
import { Db, sql, type Connection, type PageArgs } from '@jihui/platform';
import type { Calculation } from '../core/calculators/calculators.js';

/** A calculation that its person kept. */
export interface SavedCalculation extends Calculation {
  readonly id: string;
  readonly personId: string;
  readonly contractId: string | null;
  readonly title: string;
  readonly createdAt: Date;
}

type Row = Omit<SavedCalculation, 'inputs' | 'outcome' | 'parameters'> & {
  readonly body: Pick<Calculation, 'inputs' | 'outcome' | 'parameters'>;
};
const toSaved = ({ body, ...row }: Row): SavedCalculation => ({ ...row, ...body });

const COLUMNS = sql`c.id, c.person_id as "personId", c.contract_id as "contractId", c.title, c.calculator,
  c.rule_version as version, c.on_day::text as "on", c.valid_from::text as "validFrom",
  c.valid_to::text as "validTo", c.body, c.created_at as "createdAt"`;

/** Each person's own, and nobody else's. */
const own = (actor: Actor) => (actor.kind === 'person' ? sql`c.person_id = ${actor.personId}` : sql`false`);

@Injectable()
export class CalculationsStore {
  constructor(private readonly db: Db) {}

  async add(saved: SavedCalculation): Promise<void> {
    const { inputs, outcome, parameters } = saved;
    await this.db.query(sql`
      insert into contracts.calculation (id, person_id, contract_id, title, calculator, rule_version, on_day,
        valid_from, valid_to, body, created_at)
      values (${saved.id}, ${saved.personId}, ${saved.contractId}, ${saved.title}, ${saved.calculator},
        ${saved.version}, ${saved.on}::date, ${saved.validFrom}::date, ${saved.validTo}::date,
        ${JSON.stringify({ inputs, outcome, parameters })}::jsonb, ${saved.createdAt})`);
  }

  async get(actor: Actor, id: string): Promise<SavedCalculation | undefined> {
    const row = await this.db.one<Row>(
      sql`select ${COLUMNS} from contracts.calculation c where c.id = ${id} and ${own(actor)}`,
    );
    return row && toSaved(row);
  }

  /** Newest first. */
  list(
    actor: Actor,
    filter: { readonly calculator?: string | null; readonly contractId?: string | null },
    args: PageArgs,
  ): Promise<Connection<SavedCalculation>> {
    const where = [own(actor)];
    if (filter.calculator) where.push(sql`c.calculator = ${filter.calculator}`);
    if (filter.contractId) where.push(sql`c.contract_id = ${filter.contractId}`);
    return this.db.page<Row, SavedCalculation>(
      {
        select: COLUMNS,
        from: sql`contracts.calculation c`,
        where,
        order: [{ expression: sql`c.id`, type: 'uuid', direction: 'desc' }],
        toNode: toSaved,
      },
      args,
    );
  }
}
