import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LegalDay, PatentKind } from '@jihui/kernel';
import { nextFeeYear, dueDayOf } from '../core/patents/fees.js';
import {
  activeLicences,
  isOpenPatent,
  standingOpenLicence,
  type Patent,
  type PatentContent,
  type PatentState,
} from '../core/patents/patent.js';

/** What is recorded of a patent besides its bibliographic data. */
type Records = Pick<Patent, 'fees' | 'licences' | 'pledges' | 'openLicence' | 'history'>;

/** A patent. `content` and `records` are the whole; the columns beside them are what lists filter, sort and count by. */
@Entity({ schema: 'discovery', name: 'patent' })
export class PatentRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('int') version!: number;
  @Column('uuid') ownerId!: string;
  @Column('text') createdBy!: string;
  @Column('text') scopeCode!: string;
  @Column('text') state!: PatentState;
  @Column('text') number!: string;
  @Column('text') kind!: PatentKind;
  @Column('text') title!: string;
  @Column('text', { array: true }) applicants!: string[];
  @Column('text', { array: true }) ipc!: string[];
  @Column('text', { nullable: true }) ipcSection!: string | null;
  @Column('date') filedOn!: LegalDay;
  @Column('date', { nullable: true }) grantedOn!: LegalDay | null;
  @Column('date') expiresOn!: LegalDay;
  @Column('text', { nullable: true }) cluster!: string | null;
  @Column('text', { nullable: true }) techField!: string | null;
  @Column('text') divisionCode!: string;
  @Column('boolean') open!: boolean;
  @Column('date', { nullable: true }) openedToAllUntil!: LegalDay | null;
  @Column('int', { nullable: true }) paidThrough!: number | null;
  @Column('date', { nullable: true }) nextFeeDueOn!: LegalDay | null;
  @Column('date', { nullable: true }) nextFilingDueOn!: LegalDay | null;
  @Column('jsonb') content!: PatentContent;
  @Column('jsonb') records!: Records;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz') updatedAt!: Date;
}

/** The day on which the next fee is due, as it is known today. */
export function nextFeeDayOf(patent: Patent, today: LegalDay): LegalDay | null {
  const year = nextFeeYear(patent, today);
  return year === null ? null : dueDayOf(patent.content.filedOn, year);
}

export function toRow(patent: Patent, today: LegalDay): PatentRow {
  const { content, fees, licences, pledges, openLicence, history, ...facts } = patent;
  const unfiled = activeLicences(licences, today).filter(({ filedOn }) => filedOn === null);
  return {
    ...facts,
    number: content.number,
    kind: content.kind,
    title: content.title,
    applicants: [...content.applicants],
    ipc: [...content.ipc],
    ipcSection: content.ipc[0]?.[0] ?? null,
    filedOn: content.filedOn,
    grantedOn: content.grantedOn,
    expiresOn: content.expiresOn,
    cluster: content.cluster,
    techField: content.techField,
    divisionCode: content.divisionCode,
    open: isOpenPatent(patent),
    openedToAllUntil: standingOpenLicence(patent, today)?.endsOn ?? null,
    nextFeeDueOn: nextFeeDayOf(patent, today),
    nextFilingDueOn: unfiled.map(({ fileBy }) => fileBy).sort()[0] ?? null,
    content,
    records: { fees, licences, pledges, openLicence, history },
  };
}

/** The columns that make the whole patent. */
export type StoredPatent = Pick<
  PatentRow,
  | 'id'
  | 'version'
  | 'ownerId'
  | 'createdBy'
  | 'scopeCode'
  | 'state'
  | 'paidThrough'
  | 'content'
  | 'records'
  | 'createdAt'
  | 'updatedAt'
>;

export const toDomain = (row: StoredPatent): Patent => ({
  id: row.id,
  version: row.version,
  ownerId: row.ownerId,
  createdBy: row.createdBy,
  scopeCode: row.scopeCode,
  state: row.state,
  paidThrough: row.paidThrough,
  createdAt: row.createdAt,
  updatedAt: row.updatedAt,
  content: row.content,
  ...row.records,
});
