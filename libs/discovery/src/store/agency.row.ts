import { Column, Entity } from 'typeorm';
import type { Agency, AgencyContent } from '../core/agencies/agency.js';
import type { Support } from '../core/agencies/support.js';
import { IntermediaryRow, listed } from './intermediary.row.js';

/** An agency's entry; beside the content the columns by which lists filter and find. */
@Entity({ schema: 'discovery', name: 'agency' })
export class AgencyRow extends IntermediaryRow {
  @Column('jsonb') content!: AgencyContent;
  @Column('jsonb') supports!: readonly Support[];
}

export const toAgencyRow = (agency: Agency): AgencyRow => ({
  ...agency,
  ...listed(agency),
});

export const toAgency = ({
  services: _s,
  techFields: _t,
  clusters: _c,
  designatedUntil: _d,
  ...agency
}: AgencyRow): Agency => agency;
