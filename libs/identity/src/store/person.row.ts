import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Person, PersonState } from '../core/person/person.js';

/** The password is not here but in its own table, so that no reader of people ever holds it. */
@Entity({ schema: 'identity', name: 'person' })
export class PersonRow implements Person {
  @PrimaryColumn('uuid') id!: string;
  @Column('int') version!: number;
  @Column('text') state!: PersonState;
  @Column('text') email!: string;
  @Column('text') displayName!: string;
  @Column('text', { nullable: true }) phone!: string | null;
  @Column('timestamptz', { nullable: true }) lastSignInAt!: Date | null;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz') updatedAt!: Date;
}
