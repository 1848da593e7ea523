import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { OrganisationKind } from '@jihui/kernel';

/** What listings need to know of an organisation: identity's events keep it up to date. */
@Entity({ schema: 'listings', name: 'organisation' })
export class OrganisationRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('int') version!: number;
  @Column('text') name!: string;
  @Column('text') kind!: OrganisationKind;
  @Column('text') uscc!: string;
  @Column('text') divisionCode!: string;
  @Column('boolean') stateEstablished!: boolean;
  /** Approved and not suspended: only then are its listings shown. */
  @Column('boolean') active!: boolean;
}
