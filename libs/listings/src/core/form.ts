import {
  cleanText,
  FieldReader,
  isCode,
  INDUSTRY_SECTIONS,
  TECH_FIELDS,
  toHalfWidth,
  type Sent,
  type Violations,
} from '@jihui/kernel';
import { ListingCodes } from './errors.js';
import type { Contact } from './types.js';

/** What the city's data file says of codes. */
export interface Place {
  isCluster(code: string): boolean;
  isDivision(code: string): boolean;
}

const PHONE = /^[+\d][\d\-() ]{4,28}$/;
const EMAIL = /^[^\s@]{1,64}@[^\s@]{1,190}\.[^\s@]{2,}$/;

/** Reads the fields of results and needs. */
export class FormReader extends FieldReader {
  constructor(private readonly place: Place) {
    super(ListingCodes);
  }

  /** Fields that results and needs share. */
  classification(
    sent: {
      cluster?: string | null;
      techField?: string | null;
      ipc?: readonly string[] | null;
      industry?: string | null;
      divisionCode?: string | null;
    },
    ownerDivision: string,
  ) {
    const ipc = this.ipc(sent.ipc, 10);
    return {
      cluster: this.codeOf('cluster', '产业集群', sent.cluster, (code) => this.place.isCluster(code)),
      techField: this.codeOf('techField', '技术领域', sent.techField, (code) => isCode(TECH_FIELDS, code)),
      ipc,
      industry: this.codeOf('industry', '行业', sent.industry?.toUpperCase(), (code) =>
        isCode(INDUSTRY_SECTIONS, code),
      ),
      divisionCode:
        this.codeOf(
          'divisionCode',
          '县(市、区)',
          sent.divisionCode,
          (code) => code === ownerDivision || this.place.isDivision(code),
        ) ?? ownerDivision,
    };
  }

  contact(sent: Sent<Contact> | null | undefined): Contact {
    const contact = {
      name: this.text('contact.name', '联系人姓名', sent?.name, 50),
      phone: this.text('contact.phone', '联系电话', toHalfWidth(sent?.phone ?? ''), 30),
      email: this.text('contact.email', '电子邮箱', toHalfWidth(sent?.email ?? ''), 200),
    };
    this.violations
      .when(
        contact.phone !== '' && !PHONE.test(contact.phone),
        'contact.phone',
        ListingCodes.CONTACT_INVALID,
        '联系电话应为手机号或带区号的固定电话',
      )
      .when(
        contact.email !== '' && !EMAIL.test(contact.email),
        'contact.email',
        ListingCodes.CONTACT_INVALID,
        '电子邮箱的格式不对，应形如 name@example.cn',
      );
    return contact;
  }
}

/** A listing that is online can be answered: whoever changes its contact leaves a name and a number. */
export const requireContact = ({ violations }: FormReader, { name, phone }: Contact): Violations =>
  violations
    .when(name === '', 'contact.name', 'REQUIRED', '请填写联系人姓名')
    .when(phone === '', 'contact.phone', 'REQUIRED', '请填写联系电话');

/** A reason for returning, withdrawing, closing …: 5–1,000 characters. */
export function reasonFrom(value: string, violations: Violations): string {
  const reason = cleanText(value);
  violations.text('reason', '原因', reason, { min: 5, max: 1_000 });
  return reason;
}
