import { Injectable } from '@nestjs/common';
import { Db, sql } from '@jihui/platform';
import { OPEN_OBJECTIONS, type CallObjection, type Question } from '../core/calls/objections.js';
import { CallObjectionRow, QuestionRow } from './voice.row.js';

/** What people say of a call: objections and questions. */
@Injectable()
export class VoicesStore {
  constructor(private readonly db: Db) {}

  insertObjection(objection: CallObjection): Promise<void> {
    return this.db.insert(CallObjectionRow, { ...objection });
  }

  objection(id: string): Promise<CallObjection | undefined> {
    return this.db.get(CallObjectionRow, id);
  }

  lockObjection(id: string): Promise<CallObjection | undefined> {
    return this.db.lock(CallObjectionRow, id);
  }

  saveObjection(before: CallObjection, change: Partial<CallObjection>): Promise<void> {
    return this.db.update(CallObjectionRow, { id: before.id, version: before.version }, change);
  }

  /** How many of each call wait for a decision. */
  async open(callIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const rows = await this.db.query<{ id: string; open: number }>(sql`
      select o.call_id as id, count(*)::int as open from challenges.objection o
      where ${sql.any(sql`o.call_id`, callIds)} and ${sql.any(sql`o.state`, OPEN_OBJECTIONS)}
      group by o.call_id`);
    return new Map(rows.map(({ id, open }) => [id, open]));
  }

  /** Those that wait, of one person at one call. */
  async openOf(callId: string, personId: string): Promise<number> {
    const row = await this.db.one<{ open: number }>(sql`
      select count(*)::int as open from challenges.objection o
      where o.call_id = ${callId} and o.person_id = ${personId} and ${sql.any(sql`o.state`, OPEN_OBJECTIONS)}`);
    return row?.open ?? 0;
  }

  /** The newest first, at most a hundred of each call. */
  async objectionsOf(callIds: readonly string[]): Promise<ReadonlyMap<string, readonly CallObjection[]>> {
    const rows = await this.db.query<CallObjection>(sql`
      select o.id, o.version, o.call_id as "callId", o.stage, o.state, o.person_id as "personId", o.name, o.contact,
        o.statement, o.evidence, o.accept_by::text as "acceptBy", o.decide_by::text as "decideBy", o.extended, o.answer,
        o.answered_by as "answeredBy", o.created_at as "createdAt", o.updated_at as "updatedAt"
      from unnest(${[...callIds]}::uuid[]) as c (id) cross join lateral (
        select * from challenges.objection x where x.call_id = c.id order by x.created_at desc, x.id desc limit 100) o`);
    return grouped(rows);
  }

  insertQuestion(question: Question): Promise<void> {
    return this.db.insert(QuestionRow, { ...question });
  }

  question(id: string): Promise<Question | undefined> {
    return this.db.get(QuestionRow, id);
  }

  saveQuestion(before: Question, change: Partial<Question>): Promise<void> {
    return this.db.update(QuestionRow, { id: before.id, version: before.version }, change);
  }

  /** Questions of an organisation at a call that wait for an answer. */
  async unanswered(callId: string, organisationId: string): Promise<number> {
    const row = await this.db.one<{ open: number }>(sql`
      select count(*)::int as open from challenges.question q
      where q.call_id = ${callId} and q.organisation_id = ${organisationId} and q.answered_at is null`);
    return row?.open ?? 0;
  }

  /** The newest first, at most two hundred of each call. */
  async questionsOf(callIds: readonly string[]): Promise<ReadonlyMap<string, readonly Question[]>> {
    const rows = await this.db.query<Question>(sql`
      select q.id, q.version, q.call_id as "callId", q.person_id as "personId", q.organisation_id as "organisationId",
        q.text, q.answer, q.answered_by as "answeredBy", q.answered_at as "answeredAt", q.created_at as "createdAt",
        q.updated_at as "updatedAt"
      from unnest(${[...callIds]}::uuid[]) as c (id) cross join lateral (
        select * from challenges.question x where x.call_id = c.id order by x.created_at desc, x.id desc limit 200) q`);
    return grouped(rows);
  }
}

function grouped<R extends { readonly callId: string }>(
  rows: readonly R[],
): ReadonlyMap<string, readonly R[]> {
  const lists = new Map<string, R[]>();
  for (const row of rows) lists.set(row.callId, [...(lists.get(row.callId) ?? []), row]);
  return lists;
}
