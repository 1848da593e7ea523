import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LegalDay } from '@jihui/kernel';
import type { Result, ResultState } from '../core/result.js';
import type { ResultContent } from '../core/types.js';

/** A result. The body is its whole form; the columns beside it are what lists show, sort and filter by. */
@Entity({ schema: 'listings', name: 'result' })
export class ResultRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('int') version!: number;
  @Column('text') code!: string;
  @Column('text') state!: ResultState;
  @Column('uuid') ownerId!: string;
  @Column('text') createdBy!: string;
  @Column('text') scopeCode!: string;
  @Column('text') divisionCode!: string;
  @Column('text') title!: string;
  @Column('text') summary!: string;
  @Column('text') visibility!: ResultContent['visibility'];
  @Column('text', { nullable: true }) cluster!: string | null;
  @Column('text', { nullable: true }) techField!: string | null;
  @Column('int', { nullable: true }) trl!: number | null;
  @Column('text', { array: true }) keywords!: string[];
  @Column('text', { array: true }) cooperationModes!: ResultContent['cooperationModes'][number][];
  @Column('text', { nullable: true }) priceMode!: ResultContent['priceMode'];
  @Column('text', { nullable: true }) stateReason!: string | null;
  @Column('timestamptz', { nullable: true }) submittedAt!: Date | null;
  @Column('timestamptz') stateSince!: Date;
  @Column('timestamptz', { nullable: true }) publishedAt!: Date | null;
  @Column('date', { nullable: true }) expiresOn!: LegalDay | null;
  @Column('text', { nullable: true }) unitApprovedBy!: string | null;
  @Column('timestamptz', { nullable: true }) unitApprovedAt!: Date | null;
  @Column('uuid', { nullable: true }) validityParameter!: string | null;
  @Column('jsonb') body!: ResultContent;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz') updatedAt!: Date;
}

/** Columns that repeat part of the form. */
const listed = (content: ResultContent) => ({
  divisionCode: content.divisionCode,
  title: content.title,
  summary: content.summary,
  visibility: content.visibility,
  cluster: content.cluster,
  techField: content.techField,
  trl: content.trl,
  keywords: [...content.keywords],
  cooperationModes: [...content.cooperationModes],
  priceMode: content.priceMode,
  body: content,
});

export const toRow = ({ content, ...facts }: Result): ResultRow => ({ ...facts, ...listed(content) });

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
