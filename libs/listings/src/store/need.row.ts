import { Column, Entity } from 'typeorm';
import type { LegalDay } from '@jihui/kernel';
import type { Need, NeedState } from '../core/need.js';
import type { NeedContent } from '../core/types.js';
import { listed, ListingRow } from './listing.row.js';

/** A need. The body is its whole form; the columns beside it are what lists show, sort and filter by. */
@Entity({ schema: 'listings', name: 'need' })
export class NeedRow extends ListingRow {
  @Column('text') state!: NeedState;
  @Column('text') description!: string;
  @Column('boolean') anonymous!: boolean;
  @Column('text', { nullable: true }) needType!: NeedContent['needType'];
  @Column('text') urgency!: NeedContent['urgency'];
  @Column('boolean') wantsChallenge!: boolean;
  @Column('int') quality!: number;
  @Column('date', { nullable: true }) neededBy!: LegalDay | null;
  @Column('jsonb') body!: NeedContent;
}

export const toRow = ({ content, ...facts }: Need): NeedRow => ({
  ...facts,
  ...listed(content),
  description: content.description,
  anonymous: content.anonymous,
  needType: content.needType,
  urgency: content.urgency,
  wantsChallenge: content.wantsChallenge,
  neededBy: content.neededBy,
});

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
