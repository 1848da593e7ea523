import type { WeightedText } from '@jihui/platform';
import { teaserOf } from './core/access.js';
import type { Need } from './core/need.js';
import type { Result } from './core/result.js';
import { trlBandOf } from './core/vocabulary.js';
import type { Owner } from './store/owners.store.js';

/** A listing as it is found: filter columns, and the texts that become tsvectors. */
export interface SearchDocument {
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
  readonly numbers: string;
  /** Null where everybody may find it by all its numbers. */
  readonly numbersSigned: string | null;
  readonly open: WeightedText;
  /** What signed-in people may find it by besides; null for a public listing. */
  readonly signed: WeightedText | null;
}

/** Longest text that is tokenised as body: what stands further down is rarely what it is found by. */
const MAX_BODY = 800;
const body = (texts: readonly string[]): string => texts.filter(Boolean).join('\n').slice(0, MAX_BODY);
const NEVER = '9999-12-31';

/** Nobody finds a listing by words that they may not read. */
export function resultDocument(result: Result, owner: Owner): SearchDocument {
  const { content } = result;
  const restricted = content.visibility !== 'PUBLIC';
  const named = { A: content.title, B: content.keywords.join(' ') };
  const readable = [content.problem, content.applicationFields.join(' '), content.scenes];
  const underNda = content.visibility === 'NDA' ? [] : [content.keyPoints, content.innovation];
  const whole = { ...named, C: content.summary, D: body([owner.name, ...underNda, ...readable]) };
  const numbers = [result.code, ...content.ipRights.map((right) => right.number).filter(Boolean)].join(' ');
  return {
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
    numbers: restricted ? result.code : numbers,
    numbersSigned: restricted ? numbers : null,
    open: restricted ? { ...named, C: teaserOf(content.summary), D: owner.name } : whole,
    signed: restricted ? whole : null,
  };
}

export function needDocument(need: Need, owner: Owner): SearchDocument {
  const { content } = need;
  const restricted = content.visibility !== 'PUBLIC';
  const named = { A: content.title, B: content.keywords.join(' ') };
  const ownerName = content.anonymous ? '' : owner.name;
  const underNda =
    content.visibility === 'NDA'
      ? []
      : [content.indicators.map((one) => one.name).join(' '), content.foundation];
  const whole = { ...named, C: content.description.slice(0, MAX_BODY), D: body([ownerName, ...underNda]) };
  return {
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
    numbers: need.code,
    numbersSigned: null,
    open: restricted ? { ...named, C: teaserOf(content.description), D: ownerName } : whole,
    signed: restricted ? whole : null,
  };
}

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
