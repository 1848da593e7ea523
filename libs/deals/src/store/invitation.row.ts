import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { InvitationState } from '../core/invitation.js';

@Entity({ schema: 'deals', name: 'expert_invitation' })
export class ExpertInvitationRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('int') version!: number;
  @Column('text') state!: InvitationState;
  @Column('uuid') needId!: string;
  @Column('text') needTitle!: string;
  @Column('uuid') needOwnerId!: string;
  @Column('boolean') anonymous!: boolean;
  @Column('uuid') expertId!: string;
  @Column('uuid') personId!: string;
  @Column('uuid') inviterId!: string;
  @Column('boolean') byBroker!: boolean;
  @Column('uuid') invitedBy!: string;
  @Column('text') message!: string;
  @Column('text') answer!: string;
  @Column('uuid', { nullable: true }) dealId!: string | null;
  @Column('timestamptz', { nullable: true }) answeredAt!: Date | null;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz') updatedAt!: Date;
}
