import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ListingKind, NeedFacts, ResultFacts } from '../core/listing.js';

/** What is neither filtered nor joined, and differs by kind. */
export type ResultBody = Pick<
  ResultFacts,
  | 'cluster'
  | 'techField'
  | 'cooperationModes'
  | 'expiresOn'
  | 'trl'
  | 'priceMode'
  | 'priceMin'
  | 'priceMax'
  | 'rights'
>;
export type NeedBody = Pick<
  NeedFacts,
  | 'cluster'
  | 'techField'
  | 'cooperationModes'
  | 'expiresOn'
  | 'needType'
  | 'budgetMin'
  | 'budgetMax'
  | 'neededBy'
>;

/** Matching's own projection of a result or a need, upserted by version. */
@Entity({ schema: 'matching', name: 'listing' })
export class ListingRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') kind!: ListingKind;
  @Column('int') version!: number;
  @Column('text') code!: string;
  @Column('text') title!: string;
  @Column('text', { array: true }) keywords!: string[];
  /** The text open to every signed-in person: what an NDA withholds is not in it. */
  @Column('text') body!: string;
  @Column('uuid') ownerId!: string;
  @Column('text') divisionCode!: string;
  @Column('boolean') anonymous!: boolean;
  /** Null of what was told before this was kept. */
  @Column('text', { nullable: true }) visibility!: string | null;
  @Column('bytea', { nullable: true }) embedding!: Buffer | null;
  @Column('text', { nullable: true }) embeddingModel!: string | null;
  @Column('int', { nullable: true }) embeddingVersion!: number | null;
  @Column('text') state!: string;
  @Column('boolean') online!: boolean;
  /** False while the owner is suspended. */
  @Column('boolean') ownerActive!: boolean;
  @Column('jsonb') facts!: ResultBody | NeedBody;
}
