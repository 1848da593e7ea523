import {
  cleanText,
  isCode,
  isFen,
  INDUSTRY_SECTIONS,
  TECH_FIELDS,
  toHalfWidth,
  Violations,
  type Fen,
  type LegalDay,
} from '@jihui/kernel';
import { ListingCodes } from './errors.js';
import type { Contact } from './types.js';

/** What the city's data file says of codes. */
export interface Place {
  isCluster(code: string): boolean;
  isDivision(code: string): boolean;
}

/** What a form sends: anything may be missing. */
export type Sent<T> = { readonly [field in keyof T]?: T[field] | null };

const IPC = /^[A-H]\d{2}[A-Z](?:\d{1,4}\/\d{2,6})?$/;
/** Longer addresses carry trackers, not places. */
const MAX_LINK = 500;
const PHONE = /^[+\d][\d\-() ]{4,28}$/;
const EMAIL = /^[^\s@]{1,64}@[^\s@]{1,190}\.[^\s@]{2,}$/;

/**
 * Reads a form's fields: cleans text, checks lengths, codes and counts, and collects everything
 * that is wrong. What is merely missing is no violation here: a draft may be incomplete.
 */
export class FormReader {
  readonly violations = new Violations();

  constructor(private readonly place: Place) {}

  text(path: string, label: string, value: string | null | undefined, max: number): string {
    const text = cleanText(value ?? '');
    this.violations.optionalText(path, label, text, max);
    return text;
  }

  /** Short texts without repeats, e.g. keywords. */
  texts(
    path: string,
    label: string,
    values: readonly string[] | null | undefined,
    limits: { items: number; max: number },
  ): string[] {
    const kept = new Map<string, number>();
    (values ?? []).map(cleanText).forEach((text, index) => {
      // A violation names the place at which it was sent, not where it stands once blanks and repeats are gone.
      if (text !== '' && !kept.has(text)) kept.set(text, index);
    });
    this.count(path, label, [...kept], limits.items);
    // Too many are one fault, however many: the answer does not grow with what was sent.
    for (const [text, index] of [...kept].slice(0, limits.items))
      this.violations.optionalText(`${path}.${index}`, label, text, limits.max);
    return [...kept.keys()];
  }

  /** A list of groups of fields. */
  items<S, T>(
    path: string,
    label: string,
    values: readonly S[] | null | undefined,
    max: number,
    read: (value: S, path: string) => T,
  ): T[] {
    const sent = values ?? [];
    this.count(path, label, sent, max);
    return sent.slice(0, max).map((value, index) => read(value, `${path}.${index}`));
  }

  fen(path: string, label: string, value: Fen | null | undefined): Fen | null {
    if (value === null || value === undefined) return null;
    this.violations.when(!isFen(value), path, 'OUT_OF_RANGE', `${label}应在 0 到 1000 亿元之间`);
    return value;
  }

  day(value: LegalDay | null | undefined): LegalDay | null {
    return value ?? null;
  }

  codeOf(
    path: string,
    label: string,
    value: string | null | undefined,
    known: (code: string) => boolean,
  ): string | null {
    const code = toHalfWidth(value ?? '');
    if (code === '') return null;
    this.violations.when(
      !known(code),
      path,
      ListingCodes.UNKNOWN_CODE,
      `${label}“${code.slice(0, 20)}”不在代码表中，请重新选择`,
    );
    return code;
  }

  /** A web address; anything but http and https would run or open something on the reader's machine. */
  link(path: string, label: string, value: string | null | undefined): string {
    const text = this.text(path, label, value, MAX_LINK);
    this.violations.when(
      text !== '' && !(/^https?:\/\//i.test(text) && URL.canParse(text)),
      path,
      ListingCodes.LINK_INVALID,
      `${label}应以 http:// 或 https:// 开头`,
    );
    return text;
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
    const ipc = [...new Set((sent.ipc ?? []).map((code) => toHalfWidth(code).toUpperCase()).filter(Boolean))];
    this.count('ipc', '国际专利分类号', ipc, 10);
    ipc
      .slice(0, 10)
      .forEach((code, index) =>
        this.violations.when(
          !IPC.test(code),
          `ipc.${index}`,
          ListingCodes.UNKNOWN_CODE,
          `“${code.slice(0, 20)}”不是国际专利分类号，应形如 H01L31/18`,
        ),
      );
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

  private count(path: string, label: string, values: readonly unknown[], max: number): void {
    this.violations.when(
      values.length > max,
      path,
      ListingCodes.TOO_MANY,
      `${label}最多 ${max} 项，现在 ${values.length} 项`,
    );
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
