import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LegalDay } from '@jihui/kernel';
import type { Need, NeedState } from '../core/need.js';
import type { NeedContent } from '../core/types.js';

/** A need. The body is its whole form; the columns beside it are what lists show, sort and filter by. */
@Entity({ schema: 'listings', name: 'need' })
export class NeedRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('int') version!: number;
  @Column('text') code!: string;
  @Column('text') state!: NeedState;
  @Column('uuid') ownerId!: string;
  @Column('text') createdBy!: string;
  @Column('text') scopeCode!: string;
  @Column('text') divisionCode!: string;
  @Column('text') title!: string;
  @Column('text') description!: string;
  @Column('text') visibility!: NeedContent['visibility'];
  @Column('boolean') anonymous!: boolean;
  @Column('text', { nullable: true }) cluster!: string | null;
  @Column('text', { nullable: true }) techField!: string | null;
  @Column('text', { nullable: true }) needType!: NeedContent['needType'];
  @Column('text') urgency!: NeedContent['urgency'];
  @Column('boolean') wantsChallenge!: boolean;
  @Column('int') quality!: number;
  @Column('date', { nullable: true }) neededBy!: LegalDay | null;
  @Column('text', { array: true }) keywords!: string[];
  @Column('text', { array: true }) cooperationModes!: NeedContent['cooperationModes'][number][];
  @Column('text', { nullable: true }) stateReason!: string | null;
  @Column('timestamptz', { nullable: true }) submittedAt!: Date | null;
  @Column('timestamptz') stateSince!: Date;
  @Column('timestamptz', { nullable: true }) publishedAt!: Date | null;
  @Column('date', { nullable: true }) expiresOn!: LegalDay | null;
  @Column('uuid', { nullable: true }) validityParameter!: string | null;
  @Column('jsonb') body!: NeedContent;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz') updatedAt!: Date;
}

/** Columns that repeat part of the form. */
const listed = (content: NeedContent) => ({
  divisionCode: content.divisionCode,
  title: content.title,
  description: content.description,
  visibility: content.visibility,
  anonymous: content.anonymous,
  cluster: content.cluster,
  techField: content.techField,
  needType: content.needType,
  urgency: content.urgency,
  wantsChallenge: content.wantsChallenge,
  neededBy: content.neededBy,
  keywords: [...content.keywords],
  cooperationModes: [...content.cooperationModes],
  body: content,
});

export const toRow = ({ content, ...facts }: Need): NeedRow => ({ ...facts, ...listed(content) });

export const toDomain = ({
  body,
  divisionCode: _d,
  title: _t,
  description: _s,
  visibility: _v,
  anonymous: _a,
  cluster: _c,
  techField: _f,
  needType: _n,
  urgency: _u,
  wantsChallenge: _w,
  neededBy: _b,
  keywords: _k,
  cooperationModes: _m,
  ...facts
}: NeedRow): Need => ({ ...facts, content: body });
