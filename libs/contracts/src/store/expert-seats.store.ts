import { Injectable } from '@nestjs/common';
import type { Actor, LegalDay } from '@jihui/kernel';
import { Db, sql, type Connection, type PageArgs, type Sql } from '@jihui/platform';
import type { Contract } from '../core/contract.js';
import { ContractRow, toDomain } from './contract.row.js';
import { COLUMNS } from './contracts.store.js';
import { hasPart } from './derived.js';

export interface ExpertReviewFilter {
  /** Whether the panel is still asked, or no more. */
  readonly open?: boolean | null;
  readonly text?: string | null;
}

/** A seat of whose last day nobody was reminded yet. */
export interface DueSeat {
  readonly contractId: string;
  readonly seatId: string;
}

const hasSeat = (member: Readonly<Record<string, string>>): Sql =>
  sql`(c.experts <> '[]' and c.experts @> ${JSON.stringify([member])}::jsonb)`;

/** Of whom the actor is an expert; the words below say when what is open. */
const seatOfActor = (actor: Actor): Sql =>
  actor.kind === 'person' ? hasSeat({ personId: actor.personId }) : sql`false`;

/** Contracts by the seats of their panels: for experts, who see them by nothing else. */
@Injectable()
export class ExpertSeatsStore {
  constructor(private readonly db: Db) {}

  /** The contract on whose panel the seat is. */
  async contractOf(seatId: string): Promise<string | undefined> {
    const row = await this.db.one<{ id: string }>(
      sql`select c.id from contracts.contract c where ${hasSeat({ id: seatId })}`,
    );
    return row?.id;
  }

  /** The contract with that seat, whoever asks. */
  async bySeat(seatId: string): Promise<Contract | undefined> {
    const row = await this.db.one<ContractRow>(
      sql`select ${COLUMNS} from contracts.contract c where ${hasSeat({ id: seatId })}`,
    );
    return row && toDomain(row);
  }

  /** The contract, if the actor has a seat on its panel. */
  async ofExpert(actor: Actor, contractId: string): Promise<Contract | undefined> {
    const row = await this.db.one<ContractRow>(
      sql`select ${COLUMNS} from contracts.contract c where c.id = ${contractId} and ${seatOfActor(actor)}`,
    );
    return row && toDomain(row);
  }

  /** Of the actor's seats; newest contract first. */
  list(actor: Actor, filter: ExpertReviewFilter, args: PageArgs): Promise<Connection<Contract>> {
    const where = [seatOfActor(actor)];
    if (filter.open === true) where.push(sql`c.state = 'EXPERT_REVIEW'`);
    if (filter.open === false) where.push(sql`c.state <> 'EXPERT_REVIEW'`);
    if (filter.text) where.push(hasPart(sql`c.title`, filter.text));
    return this.db.page<ContractRow, Contract>(
      {
        select: COLUMNS,
        from: sql`contracts.contract c`,
        where,
        order: [{ expression: sql`c.id`, type: 'uuid', direction: 'desc' }],
        toNode: toDomain,
      },
      args,
    );
  }

  /** Invited seats without an answer that is asked for until that day, each once a day of answer; marks them reminded. */
  remind(until: LegalDay): Promise<readonly DueSeat[]> {
    return this.db.query<DueSeat>(sql`
      with due as (
        select c.id as contract_id, (e ->> 'id')::uuid as seat_id, (e ->> 'answerBy')::date as answer_by
        from contracts.contract c, jsonb_array_elements(c.experts) as e
        where c.state = 'EXPERT_REVIEW' and c.experts <> '[]' and e ->> 'answerBy' is not null
          and (e ->> 'answerBy')::date <= ${until}::date and e ->> 'favourable' is null
          and e ->> 'recusal' is null),
      told as (
        insert into contracts.expert_reminder (seat_id, answer_by, told_at)
        select seat_id, answer_by, platform.business_now() from due on conflict do nothing returning seat_id)
      select due.contract_id as "contractId", due.seat_id as "seatId" from due join told using (seat_id)
      order by due.seat_id`);
  }
}
