import { Column, PrimaryColumn } from 'typeorm';
import type { LegalDay } from '@jihui/kernel';
import type { ListingContent } from '../core/listing.js';

/** The columns of results and needs alike; the form itself is each one's body. */
export abstract class ListingRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('int') version!: number;
  @Column('text') code!: string;
  @Column('uuid') ownerId!: string;
  @Column('text') createdBy!: string;
  @Column('text') scopeCode!: string;
  @Column('text') divisionCode!: string;
  @Column('text') title!: string;
  @Column('text') visibility!: ListingContent['visibility'];
  @Column('text', { nullable: true }) cluster!: string | null;
  @Column('text', { nullable: true }) techField!: string | null;
  @Column('text', { array: true }) keywords!: string[];
  @Column('text', { array: true }) cooperationModes!: ListingContent['cooperationModes'][number][];
  @Column('text', { nullable: true }) stateReason!: string | null;
  @Column('timestamptz', { nullable: true }) submittedAt!: Date | null;
  @Column('timestamptz') stateSince!: Date;
  @Column('timestamptz', { nullable: true }) publishedAt!: Date | null;
  @Column('date', { nullable: true }) expiresOn!: LegalDay | null;
  @Column('uuid', { nullable: true }) validityParameter!: string | null;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz') updatedAt!: Date;
}

/** Columns that repeat part of any form. */
export const listed = <C extends ListingContent>(content: C) => ({
  divisionCode: content.divisionCode,
  title: content.title,
  visibility: content.visibility,
  cluster: content.cluster,
  techField: content.techField,
  keywords: [...content.keywords],
  cooperationModes: [...content.cooperationModes],
  body: content,
});
