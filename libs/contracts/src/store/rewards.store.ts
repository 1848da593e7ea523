import { Injectable } from '@nestjs/common';
import { organisationsOf, organisationsWithRole, type Actor, type Fen } from '@jihui/kernel';
import { Db, or, raw, sql, type Connection, type PageArgs, type Sql } from '@jihui/platform';
import { DECIDED, type RewardState } from '../core/rewards/lifecycle.js';
import type { Reward, RewardPayment } from '../core/rewards/reward.js';
import { hasPart } from './derived.js';
import { RewardRow, toDomain, toRow } from './reward.row.js';
import { bureauOfUnitSees, bureauSees } from './visibility.js';

const COLUMNS = raw(
  [
    'id',
    'version',
    'contract_id',
    'organisation_id',
    'mode',
    'state',
    'result_title',
    'produced_on::text',
    'received_on::text',
    'income::float8',
    'cost::float8',
    'taxes::float8',
    'basis',
    'total::float8',
    'people',
    'person_ids',
    'round',
    'channel',
    'disclosed_from::text',
    'disclosed_until::text',
    'objections',
    'confirmed_on::text',
    'created_by',
    'created_at',
    'updated_at',
  ]
    .map((column) => {
      const name = column.replace(/::\w+$/, '');
      return `r.${column} as "${name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())}"`;
    })
    .join(', '),
);
const PAYMENT = sql`p.id, p.reward_id as "rewardId", p.line, p.amount::float8 as amount, p.paid_on::text as "paidOn",
  p.voucher, p.void_reason as "voidReason", p.corrects, p.correction_reason as "correctionReason"`;

export interface RewardFilter {
  readonly states?: readonly RewardState[] | null;
  readonly contractId?: string | null;
  /** Of the legal year in which the income came in. */
  readonly year?: number | null;
  /** Only plans in which the actor is rewarded. */
  readonly mine?: boolean | null;
  /** 项目名称, 成果名称 or registration number: what everybody who sees a plan reads there. */
  readonly text?: string | null;
}

const FROM = raw(`contracts.reward r left join contracts.contract c on c.id = r.contract_id
  left join contracts.organisation u on u.id = r.organisation_id`);

/** What a plan's rules need to know of the contract's other plans. */
export interface OtherPlans {
  readonly income: Fen;
  readonly sameReceipt: boolean;
}

/** `rewardSightOf(actor, …) !== 'NONE'` in SQL over `FROM`. */
export function rewardVisibleTo(actor: Actor): Sql {
  if (actor.kind !== 'person') return sql`false`;
  const decided = sql.any(sql`r.state`, DECIDED);
  return sql`(r.state <> 'DISCARDED' and (
    r.organisation_id = any(${[...organisationsWithRole(actor, 'TRANSFER_OFFICER')]}::uuid[])
    or (r.state = 'DISCLOSED' and r.organisation_id = any(${[...organisationsOf(actor)]}::uuid[]))
    or (${decided} and (${actor.personId}::uuid = any(r.person_ids)
      or (r.contract_id is not null and ${bureauSees(actor)})
      or (r.contract_id is null and ${bureauOfUnitSees(actor)})))))`;
}

/** 奖励台账: the only SQL on it. */
@Injectable()
export class RewardsStore {
  constructor(private readonly db: Db) {}

  insert(reward: Reward): Promise<void> {
    return this.db.insert(RewardRow, toRow(reward));
  }

  /** Locked until the transaction ends. */
  async lock(id: string): Promise<Reward | undefined> {
    const row = await this.db.one<RewardRow>(
      sql`select ${COLUMNS} from contracts.reward r where r.id = ${id} for update`,
    );
    return row && toDomain(row);
  }

  save(before: Reward, next: Reward): Promise<void> {
    return this.db.update(RewardRow, { id: before.id, version: before.version }, toRow(next));
  }

  /** Of each plan's contract, or of the unit's own use of the result; what is discarded counts no more. */
  async others(ids: readonly string[]): Promise<Map<string, OtherPlans>> {
    const rows = await this.db.query<OtherPlans & { readonly id: string }>(sql`
      select r.id, o.income, o."sameReceipt" from contracts.reward r
      cross join lateral (
        select coalesce(sum(x.income) filter (where r.contract_id is not null), 0)::float8 as income,
          coalesce(bool_or(x.received_on = r.received_on
            and (r.contract_id is null or x.income = r.income)), false) as "sameReceipt"
        from contracts.reward x
        where x.id <> r.id and x.state <> 'DISCARDED' and (x.contract_id = r.contract_id
          or (r.contract_id is null and x.contract_id is null and x.organisation_id = r.organisation_id
            and x.result_title = r.result_title and r.result_title <> ''))) o
      where ${sql.any(sql`r.id`, ids)}`);
    return new Map(rows.map(({ id, ...others }) => [id, others]));
  }

  /** Those of the ids that the actor may see. */
  async byIds(actor: Actor, ids: readonly string[]): Promise<Map<string, Reward>> {
    const rows = await this.db.query<RewardRow>(sql`
      select ${COLUMNS} from ${FROM}
      where ${sql.any(sql`r.id`, ids)} and ${rewardVisibleTo(actor)}`);
    return new Map(rows.map((row) => [row.id, toDomain(row)]));
  }

  /** Newest first. */
  list(actor: Actor, filter: RewardFilter, args: PageArgs): Promise<Connection<Reward>> {
    const where = [rewardVisibleTo(actor)];
    if (filter.states) where.push(sql.any(sql`r.state`, filter.states));
    if (filter.contractId) where.push(sql`r.contract_id = ${filter.contractId}`);
    if (filter.year != null) where.push(sql`extract(year from r.received_on) = ${filter.year}::int`);
    if (filter.mine)
      where.push(actor.kind === 'person' ? sql`${actor.personId}::uuid = any(r.person_ids)` : sql`false`);
    if (filter.text) {
      const { text } = filter;
      where.push(
        or(
          [sql`c.title`, sql`r.result_title`, sql`c.registration_number`].map((column) =>
            hasPart(column, text),
          ),
        ),
      );
    }
    return this.db.page<RewardRow, Reward>(
      {
        select: COLUMNS,
        from: FROM,
        where,
        order: [{ expression: sql`r.id`, type: 'uuid', direction: 'desc' }],
        toNode: toDomain,
      },
      args,
    );
  }

  async addPayment(payment: Omit<RewardPayment, 'voidReason'>, by: string, at: Date): Promise<void> {
    const { id, rewardId, line, amount, paidOn, voucher, corrects, correctionReason } = payment;
    await this.db.query(sql`
      insert into contracts.reward_payment (id, reward_id, line, amount, paid_on, voucher, recorded_by, recorded_at,
        corrects, correction_reason)
      values (${id}, ${rewardId}, ${line}, ${amount}, ${paidOn}::date, ${voucher}, ${by}, ${at}, ${corrects},
        ${correctionReason})`);
  }

  async voidPayment(id: string, reason: string, by: string, at: Date): Promise<void> {
    await this.db.query(sql`
      update contracts.reward_payment set void_reason = ${reason}, voided_by = ${by}, voided_at = ${at}
      where id = ${id} and void_reason is null`);
  }

  async paymentsOf(rewardIds: readonly string[]): Promise<Map<string, RewardPayment[]>> {
    const rows = await this.db.query<RewardPayment>(sql`
      select ${PAYMENT} from contracts.reward_payment p
      where ${sql.any(sql`p.reward_id`, rewardIds)} order by p.paid_on, p.id`);
    const groups = new Map<string, RewardPayment[]>(rewardIds.map((id) => [id, []]));
    for (const row of rows) groups.get(row.rewardId)?.push(row);
    return groups;
  }

  /** Colleagues with an account, by name: whom a plan may name. */
  async colleagues(
    organisationId: string,
  ): Promise<readonly { readonly id: string; readonly name: string }[]> {
    return this.db.query(sql`
      select p.id, p.name from contracts.person p where p.organisation_ids @> ${[organisationId]}::uuid[]
      order by p.name, p.id limit 500`);
  }
}
