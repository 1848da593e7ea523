import {
  ANYONE,
  areasOf,
  labelsField,
  ofOrganisation,
  type City,
  type Facet,
  type SearchDocument,
  type SearchField,
} from '@jihui/platform';
import type { LegalDay } from '@jihui/kernel';
import { isOpenPatent, type Patent, type PatentContent } from '../core/patents/patent.js';

/** A patent with what is known of it today. */
export interface FindablePatent {
  readonly patent: Patent;
  readonly nextFeeDueOn: LegalDay | null;
}

export const PATENT_TYPE = 'patent';
const NEVER = '9999-12-31';

/** What patents found by words are counted by, besides what lists are: every filter holds for these. */
export const LANDSCAPE_FACETS = {
  year: { name: 'years', filteredBy: null },
  applicant: { name: 'applicants', many: true, filteredBy: null },
  /** From sections (H) to main groups (H01L31). */
  ipc: [
    { name: 'ipcTops', many: true, filteredBy: null },
    { name: 'ipcClasses', many: true, filteredBy: null },
    { name: 'ipcSubclasses', many: true, filteredBy: null },
    { name: 'ipcGroups', many: true, filteredBy: null },
  ],
} as const satisfies Readonly<Record<string, Facet | readonly Facet[]>>;

/** A patent as the register finds it: what is not published, by its holder's members alone (专利法第21条). */
export function patentDocument({ patent, nextFeeDueOn }: FindablePatent, city: City): SearchDocument {
  const { content } = patent;
  return {
    type: PATENT_TYPE,
    id: patent.id,
    version: patent.version,
    listed: true,
    belongsTo: patent.ownerId,
    values: {
      kinds: content.kind,
      states: patent.state,
      ipcSections: content.ipc[0]?.[0] ?? null,
      techFields: content.techField,
      clusters: content.cluster,
      areas: areasOf(content.divisionCode),
      holder: patent.ownerId,
      applicants: content.applicants,
      years: content.filedOn.slice(0, 4),
      ...classesOf(content.ipc),
    },
    sorts: {
      newest: numbered(content.filedOn),
      expiry: numbered(content.expiresOn),
      feeDue: numbered(nextFeeDueOn ?? NEVER),
    },
    faces: [
      {
        visibleTo: [isOpenPatent(patent) ? ANYONE : ofOrganisation(patent.ownerId)],
        fields: fieldsOf(content, city),
      },
    ],
  };
}

/** The codes by each beginning of theirs, by which lists are narrowed, and by the levels that a landscape counts. */
function classesOf(codes: readonly string[]): SearchDocument['values'] {
  const beginnings = (lengths: (code: string) => readonly number[]): string[] => [
    ...new Set(codes.flatMap((code) => lengths(code).map((length) => code.slice(0, length)))),
  ];
  return {
    ipc: beginnings(({ length }) => Array.from({ length }, (_, index) => index + 1)),
    ipcTops: beginnings(() => [1]),
    ipcClasses: beginnings(() => [3]),
    ipcSubclasses: beginnings(() => [4]),
    ipcGroups: beginnings((code) => [(code.split('/')[0] ?? code).length]),
  };
}

function fieldsOf(content: PatentContent, city: City): SearchField[] {
  const { number, publicationNumber, ipc, cluster, techField, divisionCode } = content;
  const classes = [...new Set(ipc.flatMap((code) => [code.slice(0, 4), code.split('/')[0] ?? code]))];
  return [
    { name: 'title', weight: 'A', text: content.title },
    { name: 'keywords', weight: 'B', text: content.keywords.join(' ') },
    { name: 'summary', weight: 'C', text: content.summary },
    {
      name: 'owners',
      weight: 'C',
      text: [...new Set([...content.applicants, ...content.owners])].join(' '),
      kind: 'name',
    },
    { name: 'inventors', weight: 'C', text: content.inventors.join(' '), kind: 'name' },
    labelsField(city, { clusters: [cluster], techFields: [techField], divisionCode }),
    { name: 'ipc', weight: 'D', text: classes.join(' ') },
    { name: 'number', weight: 'D', text: [number, publicationNumber, ...ipc].join(' '), kind: 'number' },
  ];
}

const numbered = (day: LegalDay): number => Number(day.replaceAll('-', ''));
