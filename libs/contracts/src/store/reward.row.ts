import { Column, Entity, PrimaryColumn, type ValueTransformer } from 'typeorm';
import type { LegalDay } from '@jihui/kernel';
import type { RewardState } from '../core/rewards/lifecycle.js';
import type { Reward, RewardMode, RewardObjection, RewardPerson } from '../core/rewards/reward.js';

/** PostgreSQL's bigint comes as text; amounts in 分 stay exact as numbers. */
const fen: ValueTransformer = { to: (value: number) => value, from: (value: string) => Number(value) };

/** In jsonb an instant is its ISO text. */
export interface StoredObjection extends Omit<RewardObjection, 'at' | 'answeredAt'> {
  readonly at: string;
  readonly answeredAt: string | null;
}

@Entity({ schema: 'contracts', name: 'reward' })
export class RewardRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('int') version!: number;
  @Column('uuid', { nullable: true }) contractId!: string | null;
  @Column('uuid') organisationId!: string;
  @Column('text') mode!: RewardMode;
  @Column('text') state!: RewardState;
  @Column('text') resultTitle!: string;
  @Column('date', { nullable: true }) producedOn!: LegalDay | null;
  @Column('date', { nullable: true }) receivedOn!: LegalDay | null;
  @Column('bigint', { transformer: fen }) income!: number;
  @Column('bigint', { transformer: fen }) cost!: number;
  @Column('bigint', { transformer: fen }) taxes!: number;
  @Column('text') basis!: string;
  @Column('bigint', { transformer: fen }) total!: number;
  @Column('jsonb') people!: readonly RewardPerson[];
  /** Those of the people who have an account: each sees the own line. */
  @Column('uuid', { array: true }) personIds!: readonly string[];
  @Column('int') round!: number;
  @Column('text') channel!: string;
  @Column('date', { nullable: true }) disclosedFrom!: LegalDay | null;
  @Column('date', { nullable: true }) disclosedUntil!: LegalDay | null;
  @Column('jsonb') objections!: readonly StoredObjection[];
  @Column('date', { nullable: true }) confirmedOn!: LegalDay | null;
  @Column('uuid') createdBy!: string;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz') updatedAt!: Date;
}

export const toRow = (reward: Reward): RewardRow => ({
  ...reward,
  personIds: [...new Set(reward.people.flatMap(({ personId }) => personId ?? []))],
  objections: reward.objections.map(({ at, answeredAt, ...rest }) => ({
    ...rest,
    at: at.toISOString(),
    answeredAt: answeredAt?.toISOString() ?? null,
  })),
});

export const toDomain = ({ personIds: _, ...row }: RewardRow): Reward => ({
  ...row,
  objections: row.objections.map(({ at, answeredAt, ...rest }) => ({
    ...rest,
    at: new Date(at),
    answeredAt: answeredAt === null ? null : new Date(answeredAt),
  })),
});
