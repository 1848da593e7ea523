import type { Indicator, NeedSnapshot, ResultSnapshot } from '@jihui/events';
import { isOnlineNeed, type Need } from './core/need.js';
import { isOnlineResult, type Result } from './core/result.js';
import type { IndicatorOperator } from './core/types.js';
import type { Owner } from './store/owners.store.js';

/**
 * What leaves this domain of a result. Key points that stand under an NDA do not: a consumer
 * cannot show, match or index what it was never told.
 */
export function resultSnapshot(result: Result, owner: Owner): ResultSnapshot {
  const { content } = result;
  return {
    id: result.id,
    version: result.version,
    code: result.code,
    title: content.title,
    summary: content.summary,
    keyPoints: content.visibility === 'NDA' ? '' : content.keyPoints,
    keywords: content.keywords,
    ownerId: result.ownerId,
    ownerName: owner.name,
    createdBy: result.createdBy,
    divisionCode: content.divisionCode,
    cluster: content.cluster,
    techField: content.techField,
    trl: content.trl,
    cooperationModes: content.cooperationModes,
    priceMode: content.priceMode ?? 'NEGOTIABLE',
    priceMin: content.priceMin,
    priceMax: content.priceMax,
    ipRights: content.ipRights.map(({ kind, title, number, status, filedOn, expiresOn, owners }) => ({
      kind,
      title,
      number,
      status,
      filedOn,
      expiresOn,
      owners,
    })),
    stateFunded: content.stateFunded ?? false,
    visibility: content.visibility,
    state: result.state,
    online: isOnlineResult(result.state),
    expiresOn: result.expiresOn,
  };
}

const OPERATORS: Readonly<Record<IndicatorOperator, Indicator['operator']>> = {
  AT_LEAST: '>=',
  AT_MOST: '<=',
  EQUAL: '=',
  MORE_THAN: '>',
  LESS_THAN: '<',
  RANGE: 'RANGE',
  QUALITATIVE: 'QUALITATIVE',
};

/** What leaves this domain of a need; its indicators not where they stand under an NDA. */
export function needSnapshot(need: Need, owner: Owner): NeedSnapshot {
  const { content } = need;
  const indicators = content.visibility === 'NDA' ? [] : content.indicators;
  return {
    id: need.id,
    version: need.version,
    code: need.code,
    title: content.title,
    description: content.description,
    keywords: content.keywords,
    indicators: indicators.map((one) => ({ ...one, operator: OPERATORS[one.operator] })),
    ownerId: need.ownerId,
    ownerName: owner.name,
    createdBy: need.createdBy,
    anonymous: content.anonymous,
    needType: content.needType ?? '',
    divisionCode: content.divisionCode,
    cluster: content.cluster,
    techField: content.techField,
    cooperationModes: content.cooperationModes,
    budgetMin: content.budgetMin,
    budgetMax: content.budgetMax,
    neededBy: content.neededBy,
    visibility: content.visibility,
    state: need.state,
    online: isOnlineNeed(need.state),
    expiresOn: need.expiresOn,
  };
}
