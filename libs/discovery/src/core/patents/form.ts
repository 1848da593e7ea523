import {
  FieldReader,
  isCode,
  normalisePatentNumber,
  patentTermEnd,
  TECH_FIELDS,
  type LegalDay,
  type PatentKind,
  type Sent,
  type Violation,
} from '@jihui/kernel';
import { DiscoveryCodes } from '../errors.js';
import type { Place } from '../organisation.js';
import type { FamilyMember, PatentContent } from './patent.js';

/** A patent's form as it is sent. */
export type PatentForm = Sent<Omit<PatentContent, 'family' | 'kind' | 'filedOn'>> & {
  readonly kind: PatentKind;
  readonly filedOn: LegalDay;
  readonly family?: readonly Sent<FamilyMember>[] | null;
};

const NAMES = { items: 20, max: 100 };

/** The content of a form, with everything that is wrong (not: missing) in it. */
export function patentContentFrom(
  form: PatentForm,
  owner: { readonly name: string; readonly divisionCode: string },
  place: Place,
): { readonly content: PatentContent; readonly violations: readonly Violation[] } {
  const reader = new FieldReader(DiscoveryCodes);
  const named = (path: string, label: string, names: readonly string[] | null | undefined) =>
    reader.texts(path, label, names, NAMES);
  const applicants = named('applicants', '申请人', form.applicants);
  const owners = named('owners', '专利权人', form.owners);
  const held = applicants.length === 0 ? [owner.name] : applicants;
  const content: PatentContent = {
    number: reader.text('number', '申请号', normalisePatentNumber(form.number ?? ''), 20),
    kind: form.kind,
    title: reader.text('title', '专利名称', form.title, 200),
    summary: reader.text('summary', '摘要', form.summary, 3_000),
    applicants: held,
    owners: owners.length === 0 ? held : owners,
    inventors: named('inventors', '发明人', form.inventors),
    ipc: reader.ipc(form.ipc, 20),
    keywords: reader.texts('keywords', '关键词', form.keywords, { items: 10, max: 30 }),
    filedOn: form.filedOn,
    publishedOn: reader.day(form.publishedOn),
    publicationNumber: reader.text('publicationNumber', '公布号', form.publicationNumber, 30),
    grantedOn: reader.day(form.grantedOn),
    expiresOn: reader.day(form.expiresOn) ?? patentTermEnd(form.kind, form.filedOn),
    termNote: reader.text('termNote', '期限说明', form.termNote, 200),
    feeReduction: form.feeReduction ?? 'NONE',
    family: reader.items('family', '同族专利', form.family, 30, (member, path) => ({
      office: reader.text(`${path}.office`, '专利局', member.office?.toUpperCase(), 10),
      number: reader.text(`${path}.number`, '同族专利号', member.number, 40),
      title: reader.text(`${path}.title`, '同族专利名称', member.title, 200),
    })),
    cluster: reader.codeOf('cluster', '产业集群', form.cluster, (code) => place.isCluster(code)),
    techField: reader.codeOf('techField', '技术领域', form.techField, (code) => isCode(TECH_FIELDS, code)),
    divisionCode:
      reader.codeOf(
        'divisionCode',
        '县(市、区)',
        form.divisionCode,
        (code) => code === owner.divisionCode || place.isDivision(code),
      ) ?? owner.divisionCode,
  };
  return { content, violations: reader.violations.found };
}
