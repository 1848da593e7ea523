import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { OrganisationKind } from '@jihui/kernel';

/** What discovery needs to know of an organisation. */
@Entity({ schema: 'discovery', name: 'organisation' })
export class OrganisationRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('int') version!: number;
  @Column('text') name!: string;
  @Column('text') kind!: OrganisationKind;
  @Column('text') uscc!: string;
  @Column('text') divisionCode!: string;
  /** Approved and not suspended. */
  @Column('boolean') active!: boolean;
}
