import { Column, Entity } from 'typeorm';
import type { Result, ResultState } from '../core/result.js';
import type { ResultContent } from '../core/types.js';
import { listed, ListingRow } from './listing.row.js';

/** A result. The body is its whole form; the columns beside it are what lists show, sort and filter by. */
@Entity({ schema: 'listings', name: 'result' })
export class ResultRow extends ListingRow {
  @Column('text') state!: ResultState;
  @Column('text') summary!: string;
  @Column('int', { nullable: true }) trl!: number | null;
  @Column('text', { nullable: true }) priceMode!: ResultContent['priceMode'];
  @Column('text', { nullable: true }) unitApprovedBy!: string | null;
  @Column('timestamptz', { nullable: true }) unitApprovedAt!: Date | null;
  @Column('jsonb') body!: ResultContent;
}

export const toRow = ({ content, ...facts }: Result): ResultRow => ({
  ...facts,
  ...listed(content),
  summary: content.summary,
  trl: content.trl,
  priceMode: content.priceMode,
});

export const toDomain = ({
  body,
  divisionCode: _d,
  title: _t,
  summary: _s,
  visibility: _v,
  cluster: _c,
  techField: _f,
  trl: _l,
  keywords: _k,
  cooperationModes: _m,
  priceMode: _p,
  ...facts
}: ResultRow): Result => ({ ...facts, content: body });
