import {
  ANYONE,
  areasOf,
  labelsField,
  SIGNED_IN,
  type City,
  type SearchDocument,
  type SearchField,
} from '@jihui/platform';
import { teaserOf } from './core/access.js';
import type { Need } from './core/need.js';
import type { Result } from './core/result.js';
import { COOPERATION_MODES, trlBandOf } from './core/vocabulary.js';
import type { Owner } from './store/owners.store.js';

/** What lists are filtered and ordered by: one row a listing that is online. */
export interface ListedRow {
  readonly id: string;
  readonly kind: 'RESULT' | 'NEED';
  readonly listed: boolean;
  readonly publishedAt: Date;
  readonly ownerId: string;
  readonly ownerKind: string;
  readonly divisionCode: string;
  readonly cluster: string | null;
  readonly techField: string | null;
  readonly cooperationModes: readonly string[];
  /** 0 where nobody said. */
  readonly trl: number;
  readonly trlBand: string | null;
  readonly priceMode: string | null;
  readonly needType: string | null;
  readonly urgency: string | null;
  readonly wantsChallenge: boolean;
  readonly quality: number;
  /** The far future where nobody said, so that it sorts last. */
  readonly neededBy: string;
}

/** A listing as lists show it and as words find it. */
export interface Findable {
  readonly row: ListedRow;
  readonly document: SearchDocument;
}

const body = (texts: readonly string[]): string => texts.filter(Boolean).join('\n');
const NEVER = '9999-12-31';
/** Makes one number of a rank and the time that decides among equals. */
const RANKS = 1e13;

/** Nobody finds a listing by words that they may not read. */
export function resultDocument(result: Result, owner: Owner, city: City): Findable {
  const { content } = result;
  const readable = [content.problem, content.applicationFields.join(' '), content.scenes];
  const underNda = content.visibility === 'NDA' ? [] : [content.keyPoints, content.innovation];
  const numbers = [result.code, ...content.ipRights.map((right) => right.number).filter(Boolean)].join(' ');
  const named = (codes: string): SearchField[] => [
    ...titled(content.title, content.keywords),
    { name: 'owner', weight: 'D', text: owner.name, kind: 'name' },
    { name: 'code', weight: 'D', text: codes, kind: 'number' },
    labelsOf(content, city),
  ];
  const row: ListedRow = {
    ...common(result, owner),
    kind: 'RESULT',
    trl: content.trl ?? 0,
    trlBand: content.trl === null ? null : trlBandOf(content.trl),
    priceMode: content.priceMode,
    needType: null,
    urgency: null,
    wantsChallenge: false,
    quality: 0,
    neededBy: NEVER,
  };
  const whole: SearchField[] = [
    ...named(numbers),
    { name: 'summary', weight: 'C', text: content.summary },
    { name: 'text', weight: 'D', text: body([...underNda, ...readable]) },
  ];
  const teaser: SearchField = { name: 'summary', weight: 'C', text: teaserOf(content.summary) };
  return findable('result', result.version, row, content.visibility, whole, [...named(result.code), teaser]);
}

export function needDocument(need: Need, owner: Owner, city: City): Findable {
  const { content } = need;
  const underNda =
    content.visibility === 'NDA'
      ? []
      : [content.indicators.map((one) => one.name).join(' '), content.foundation];
  const named: SearchField[] = [
    ...titled(content.title, content.keywords),
    { name: 'owner', weight: 'D', text: content.anonymous ? '' : owner.name, kind: 'name' },
    { name: 'code', weight: 'D', text: need.code, kind: 'number' },
    labelsOf(content, city),
  ];
  const row: ListedRow = {
    ...common(need, owner),
    kind: 'NEED',
    trl: 0,
    trlBand: null,
    priceMode: null,
    needType: content.needType,
    urgency: content.urgency,
    wantsChallenge: content.wantsChallenge,
    quality: need.quality,
    neededBy: content.neededBy ?? NEVER,
  };
  const whole: SearchField[] = [
    ...named,
    { name: 'summary', weight: 'C', text: content.description },
    { name: 'text', weight: 'D', text: body(underNda) },
  ];
  const teaser: SearchField = { name: 'summary', weight: 'C', text: teaserOf(content.description) };
  return findable('need', need.version, row, content.visibility, whole, [...named, teaser]);
}

const titled = (title: string, keywords: readonly string[]): SearchField[] => [
  { name: 'title', weight: 'A', text: title },
  { name: 'keywords', weight: 'B', text: keywords.join(' ') },
];

/** What it is filed under: 其他 says nothing. */
const labelsOf = (content: Result['content'] | Need['content'], city: City): SearchField =>
  labelsField(city, {
    clusters: [content.cluster],
    techFields: [content.techField],
    divisionCode: content.divisionCode,
    names: content.cooperationModes.filter((mode) => mode !== 'OTHER').map((mode) => COOPERATION_MODES[mode]),
  });

const common = (listing: Result | Need, owner: Owner) => ({
  id: listing.id,
  listed: owner.active,
  publishedAt: listing.publishedAt ?? listing.stateSince,
  ownerId: owner.id,
  ownerKind: owner.kind,
  divisionCode: listing.content.divisionCode,
  cluster: listing.content.cluster,
  techField: listing.content.techField,
  cooperationModes: listing.content.cooperationModes,
});

/** What is public is found by all of it; of the rest a visitor finds what the card tells, whoever signed in the whole. */
function findable(
  type: 'result' | 'need',
  version: number,
  row: ListedRow,
  visibility: string,
  whole: readonly SearchField[],
  card: readonly SearchField[],
): Findable {
  const newest = row.publishedAt.getTime();
  const document: SearchDocument = {
    type,
    id: row.id,
    version,
    listed: row.listed,
    belongsTo: row.ownerId,
    values: {
      owner: row.ownerId,
      ownerKinds: row.ownerKind,
      divisions: row.divisionCode,
      areas: areasOf(row.divisionCode),
      clusters: row.cluster,
      techFields: row.techField,
      cooperationModes: row.cooperationModes,
      trlBands: row.trlBand,
      priceModes: row.priceMode,
      needTypes: row.needType,
      urgencies: row.urgency,
      wantsChallenge: String(row.wantsChallenge),
    },
    sorts: {
      newest,
      maturity: row.trl * RANKS + newest,
      quality: row.quality * RANKS + newest,
      neededBy: Number(row.neededBy.replaceAll('-', '')),
    },
    faces:
      visibility === 'PUBLIC'
        ? [{ visibleTo: [ANYONE], fields: whole }]
        : [
            { visibleTo: [SIGNED_IN], fields: whole },
            { visibleTo: [ANYONE], fields: card },
          ],
  };
  return { row, document };
}
