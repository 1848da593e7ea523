import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { OrganisationKind } from '@jihui/kernel';
import type { Organisation, OrganisationForm, OrganisationState } from '../core/organisation/organisation.js';

/** The descriptive part of the form. */
type Body = Pick<
  OrganisationForm,
  | 'legalRepresentative'
  | 'address'
  | 'contactName'
  | 'contactPhone'
  | 'contactEmail'
  | 'website'
  | 'introduction'
>;

@Entity({ schema: 'identity', name: 'organisation' })
export class OrganisationRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('int') version!: number;
  @Column('text') state!: OrganisationState;
  @Column('text') name!: string;
  @Column('text') kind!: OrganisationKind;
  @Column('text') uscc!: string;
  @Column('text') divisionCode!: string;
  @Column('text') scopeCode!: string;
  @Column('text') partyNature!: string;
  @Column('boolean') stateEstablished!: boolean;
  @Column('text', { nullable: true }) externalId!: string | null;
  @Column('text') decisionReason!: string;
  @Column('jsonb') body!: Body;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz') updatedAt!: Date;
}

export const toOrganisation = ({ body, ...columns }: OrganisationRow): Organisation => ({
  ...columns,
  ...body,
});

export const toOrganisationRow = (organisation: Organisation): OrganisationRow => {
  const {
    legalRepresentative,
    address,
    contactName,
    contactPhone,
    contactEmail,
    website,
    introduction,
    ...columns
  } = organisation;
  const body = {
    legalRepresentative,
    address,
    contactName,
    contactPhone,
    contactEmail,
    website,
    introduction,
  };
  return { ...columns, body };
};
