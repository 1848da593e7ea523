import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Role } from '@jihui/kernel';
import type { Membership, MembershipState } from '../core/membership/membership.js';

@Entity({ schema: 'identity', name: 'membership' })
export class MembershipRow implements Membership {
  @PrimaryColumn('uuid') id!: string;
  @Column('int') version!: number;
  @Column('uuid') organisationId!: string;
  @Column('uuid', { nullable: true }) personId!: string | null;
  @Column('text') email!: string;
  @Column('text', { array: true }) roles!: Role[];
  @Column('text') state!: MembershipState;
  @Column('text') note!: string;
  @Column('text') reason!: string;
  @Column('timestamptz', { nullable: true }) invitedUntil!: Date | null;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz') updatedAt!: Date;
}
