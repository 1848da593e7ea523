import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LegalDay } from '@jihui/kernel';
import type {
  CallObjection,
  CallObjectionState,
  ObjectionStage,
  Question,
} from '../core/calls/objections.js';

@Entity({ schema: 'challenges', name: 'objection' })
export class CallObjectionRow implements CallObjection {
  @PrimaryColumn('uuid') id!: string;
  @Column('int') version!: number;
  @Column('uuid') callId!: string;
  @Column('text') stage!: ObjectionStage;
  @Column('text') state!: CallObjectionState;
  @Column('uuid') personId!: string;
  @Column('text') name!: string;
  @Column('text') contact!: string;
  @Column('text') statement!: string;
  @Column('text') evidence!: string;
  @Column('date') acceptBy!: LegalDay;
  @Column('date', { nullable: true }) decideBy!: LegalDay | null;
  @Column('boolean') extended!: boolean;
  @Column('text') answer!: string;
  @Column('text', { nullable: true }) answeredBy!: string | null;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz') updatedAt!: Date;
}

@Entity({ schema: 'challenges', name: 'question' })
export class QuestionRow implements Question {
  @PrimaryColumn('uuid') id!: string;
  @Column('int') version!: number;
  @Column('uuid') callId!: string;
  @Column('uuid') personId!: string;
  @Column('uuid') organisationId!: string;
  @Column('text') text!: string;
  @Column('text') answer!: string;
  @Column('text', { nullable: true }) answeredBy!: string | null;
  @Column('timestamptz', { nullable: true }) answeredAt!: Date | null;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz') updatedAt!: Date;
}
