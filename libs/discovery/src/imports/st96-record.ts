import type { AnyRow } from '@jihui/platform';

/** Longest text of one record: far more than any bibliography with its abstract. */
const MAX_RECORD = 200_000;
const MAX_ITEMS = 500;

/** Elements whose numbers and days are another document's, not the patent's own. */
const FOREIGN =
  /^(Priority|Related|Parent|Cited|Citation|Reference|InternationalFiling|PCT|Regional|Division|Continuation|Hague)/;
const isFamily = (name: string): boolean => /^(PatentFamily|FamilyMember|SimpleFamily)/.test(name);
const isClassification = (name: string): boolean => /^(IPCR?|IPC8)Classification$/.test(name);
const NAMES: ReadonlySet<string> = new Set([
  'OrganizationStandardName',
  'PersonFullName',
  'EntityName',
  'OrganizationName',
  'FullName',
]);

interface Member {
  office: string;
  number: string;
  title: string;
}

/** The bibliography of one patent as its elements tell it, gathered while they pass. */
export class St96Record {
  private readonly path: string[] = [];
  private readonly languages: string[] = [];
  private buffer = '';
  private length = 0;
  private readonly cells: Record<string, string> = {};
  private readonly lists: Record<'applicants' | 'owners' | 'inventors' | 'ipc', string[]> = {
    applicants: [],
    owners: [],
    inventors: [],
    ipc: [],
  };
  private readonly family: Member[] = [];
  private member: Member | null = null;
  private person: { last: string; first: string; whole: string } | null = null;
  private symbol: Record<string, string> | null = null;
  private office = '';
  /** Languages of the title and abstract that were taken: Chinese goes before others. */
  private readonly taken = new Map<string, string>();

  open(name: string, language: string): void {
    this.path.push(name);
    this.languages.push(language || (this.languages.at(-1) ?? ''));
    this.buffer = '';
    if (PARTIES.has(name)) this.person = { last: '', first: '', whole: '' };
    if (isClassification(name)) this.symbol = {};
    if (/^(PatentFamilyMember|FamilyMember)$/.test(name)) this.member = { office: '', number: '', title: '' };
  }

  text(text: string): void {
    if (this.length > MAX_RECORD) return;
    this.length += text.length;
    this.buffer += text;
  }

  close(): void {
    const name = this.path.at(-1) ?? '';
    const value = this.buffer.replace(/\s+/g, ' ').trim();
    this.buffer = '';
    if (this.path.some(isFamily)) this.closeFamily(name, value);
    else if (!this.path.some((one) => FOREIGN.test(one))) this.closeOwn(name, value);
    this.path.pop();
    this.languages.pop();
  }

  /** The record as the row of a table with the office's own headers. */
  row(row: number): AnyRow {
    if (this.length > MAX_RECORD)
      return { row, raw: this.cells['申请号'] ?? '', problem: `这件专利的文字超过 ${MAX_RECORD} 字，未读取` };
    const { applicants, owners, inventors, ipc } = this.lists;
    const lists = {
      申请人: applicants,
      专利权人: owners,
      发明人: inventors,
      国际专利分类号: ipc,
      同族专利: this.family,
    };
    return {
      row,
      cells: {
        ...this.cells,
        ...Object.fromEntries(Object.entries(lists).filter(([, items]) => items.length > 0)),
      },
    };
  }

  private closeOwn(name: string, value: string): void {
    this.closeParty(name, value);
    this.closeClassification(name, value);
    const number = NUMBERS.get(name);
    const day = DAYS.get(name);
    if (number !== undefined) this.once(number, value);
    else if (day !== undefined) this.once(day, dayOf(value));
    else if (name === 'IPOfficeCode') this.office = value;
    else if (name === 'PublicationNumber')
      this.once('公布号', /^\d/.test(value) ? this.office + value : value);
    else if (name === 'InventionTitle') this.inChinese('专利名称', value);
    else if (this.path.includes('Abstract') && (name === 'P' || name === 'Abstract')) this.abstract(value);
  }

  private closeParty(name: string, value: string): void {
    if (this.person === null) return;
    if (NAMES.has(name) && value !== '') this.person.whole ||= value;
    else if (name === 'LastName') this.person.last = value;
    else if (name === 'FirstName') this.person.first = value;
    const list = PARTIES.get(name);
    if (list === undefined) return;
    const { whole, last, first } = this.person;
    // A Chinese name is written without a blank; others the given name first.
    const joined = /\p{Script=Han}/u.test(last) ? last + first : `${first} ${last}`.trim();
    const known = whole || joined;
    if (known !== '' && !this.lists[list].includes(known) && this.lists[list].length < MAX_ITEMS)
      this.lists[list].push(known);
    this.person = null;
  }

  private closeClassification(name: string, value: string): void {
    if (/^(MainClassification|FurtherClassification|PatentClassificationText|IPCFullSymbol)$/.test(name))
      return this.classified(value);
    if (this.symbol === null) return;
    if (!isClassification(name)) {
      this.symbol[name] = value;
      return;
    }
    const { Section = '', Class = '', Subclass = '', MainGroup = '', Subgroup = '' } = this.symbol;
    if (Section !== '')
      this.classified(`${Section}${Class}${Subclass}${MainGroup && `${MainGroup}/${Subgroup}`}`);
    else if (value !== '') this.classified(value);
    this.symbol = null;
  }

  private classified(text: string): void {
    // The version and level of a symbol stand behind it: C04B 33/132 (2006.01).
    const code = /^([A-H]\d{2}[A-Z])\s*(\d{1,4}\s*\/\s*\d{1,6})?/.exec(text.toUpperCase().trim());
    const known = code ? `${code[1]}${(code[2] ?? '').replace(/\s/g, '')}` : text;
    if (known !== '' && !this.lists.ipc.includes(known) && this.lists.ipc.length < MAX_ITEMS)
      this.lists.ipc.push(known);
  }

  private closeFamily(name: string, value: string): void {
    if (this.member === null) return;
    if (name === 'IPOfficeCode') this.member.office ||= value;
    else if (/^(PublicationNumber|PatentNumber|ApplicationNumberText)$/.test(name))
      this.member.number ||= value;
    else if (name === 'InventionTitle') this.member.title ||= value;
    else if (/^(PatentFamilyMember|FamilyMember)$/.test(name)) {
      if (this.member.number !== '' && this.family.length < MAX_ITEMS) this.family.push(this.member);
      this.member = null;
    }
  }

  private once(cell: string, value: string): void {
    if (value !== '') this.cells[cell] ??= value;
  }

  /** Of several languages the Chinese one; else the first. */
  private inChinese(cell: string, value: string): void {
    if (value === '') return;
    const language = this.languages.at(-1) ?? '';
    if (this.cells[cell] !== undefined && (isChinese(this.taken.get(cell)) || !isChinese(language))) return;
    this.cells[cell] = value;
    this.taken.set(cell, language);
  }

  /** Paragraphs of one abstract follow each other. */
  private abstract(value: string): void {
    if (value === '') return;
    const language = this.languages.at(-1) ?? '';
    const before = this.taken.get('摘要');
    if (before === language && this.cells['摘要'] !== undefined) this.cells['摘要'] += `\n${value}`;
    else this.inChinese('摘要', value);
  }
}

const PARTIES: ReadonlyMap<string, 'applicants' | 'owners' | 'inventors'> = new Map([
  ['Applicant', 'applicants'],
  ['Assignee', 'owners'],
  ['PatentOwner', 'owners'],
  ['Grantee', 'owners'],
  ['Inventor', 'inventors'],
]);

const NUMBERS: ReadonlyMap<string, string> = new Map([
  ['ApplicationNumberText', '申请号'],
  ['ApplicationNumber', '申请号'],
]);
const DAYS: ReadonlyMap<string, string> = new Map([
  ['FilingDate', '申请日'],
  ['ApplicationFilingDate', '申请日'],
  ['PublicationDate', '公布日'],
  ['GrantDate', '授权公告日'],
]);

const isChinese = (language: string | undefined): boolean => /^zh/i.test(language ?? '');

/** 20260301 and 2026-03-01+08:00 as well as 2026-03-01. */
function dayOf(value: string): string {
  const [, year, month, day] = /^(\d{4})-?(\d{2})-?(\d{2})/.exec(value) ?? [];
  return year === undefined ? value : `${year}-${month}-${day}`;
}
