import type { Call } from '../calls/call.js';
import type { CallState } from '../calls/lifecycle.js';
import { MODES, type CallMode } from '../calls/modes.js';
import type { Question } from '../calls/objections.js';
import { firstUndertaker } from '../projects/project.js';
import { contractOf } from './contract.js';
import { cny, endOf, instant, reference, withoutContacts, type Party, type ReleaseFacts } from './facts.js';
import { filled, type Json, type JsonObject } from './json.js';

/** A call is open data from its publication on. */
export const isOpenData = ({ fixed }: Pick<Call, 'fixed'>): boolean => fixed !== null;

/** One contracting process: a call in one round, since what is put out again after 流标 is a process of its own. */
export const processOf = ({ code, round }: Pick<Call, 'code' | 'round'>): string =>
  round === 1 ? code : `${code}-R${round}`;

/**
 * All that everybody may read of a call's process, in OCDS 1.1.5 with the extensions of {@link EXTENSIONS}: what a visitor's
 * page shows and nothing besides. 部分公开 leaves out its content, 脱敏 its owner; bids and how many there are come with the
 * opening, awards with their notice.
 */
export function releaseOf(facts: ReleaseFacts): JsonObject {
  const { call } = facts;
  const owner = call.content.secrecy === 'MASKED' ? undefined : facts.owner;
  const open = { ...facts, owner };
  const awards = awardsOf(open);
  const contracts = facts.projects.flatMap((project) => contractOf(project, open));
  return filled({
    initiationType: 'tender',
    language: 'zh',
    parties: partiesOf(open, awards),
    buyer: owner && reference(owner),
    planning: planningOf(open),
    tender: tenderOf(open),
    bids: bidsOf(open),
    awards,
    contracts,
  });
}

/** Of the core schema 1.1.5, by the names of the register of extensions. */
export const EXTENSIONS = [
  'ocds_bid_extension',
  'ocds_enquiry_extension',
  'ocds_requirements_extension',
  'ocds_bidOpening_extension',
  'ocds_contract_suppliers_extension',
  'ocds_contract_completion_extension',
] as const;

function partiesOf(
  { owner, bureau, bids, projects, successors }: ReleaseFacts,
  awards: readonly JsonObject[],
): readonly JsonObject[] {
  const roles = new Map<string, { readonly party: Party; readonly roles: string[] }>();
  const add = (party: Party | undefined, ...more: readonly string[]): void => {
    if (party === undefined) return;
    const known = roles.get(party.id) ?? { party, roles: [] };
    roles.set(party.id, known);
    known.roles.push(...more.filter((role) => !known.roles.includes(role)));
  };
  const payees = new Set(
    projects.flatMap((project) =>
      project.entries
        .filter(({ kind }) => kind === 'PAID')
        .map(({ organisationId }) => organisationId ?? firstUndertaker(project)),
    ),
  );
  add(bureau, 'procuringEntity', 'funder', ...(payees.size > 0 ? ['payer'] : []));
  add(owner, 'buyer', 'funder');
  for (const { bidder } of bids ?? []) add(bidder, 'tenderer');
  const awarded = new Set(awards.map(({ id }) => id));
  for (const { id, bidder } of bids ?? []) if (awarded.has(id)) add(bidder, 'supplier');
  for (const { organisationId } of projects)
    if (organisationId !== owner?.id)
      add(
        successors.find(({ id }) => id === organisationId),
        'supplier',
      );
  for (const party of [...(bids ?? []).map(({ bidder }) => bidder), ...successors])
    if (payees.has(party.id)) add(party, 'payee');
  return [...roles.values()].map(({ party, roles: all }) => ({ ...reference(party), roles: all }));
}

/** Whether a visitor reads what the owner wrote. */
const reads = ({ content }: Call): boolean => content.secrecy !== 'PARTIAL';

function planningOf({ call }: ReleaseFacts): JsonObject {
  const { content, funding, noticeFrom, noticeUntil } = call;
  return filled({
    rationale: reads(call) ? withoutContacts(content.background) : undefined,
    budget: {
      description: '财政资金',
      amount: cny(funding.city + funding.county),
      project: withoutContacts(content.title),
    },
    milestones:
      noticeFrom === null || noticeUntil === null
        ? []
        : [
            {
              ...{ id: 'notice', title: '榜单公示', type: 'engagement', status: 'met' },
              ...{ dueDate: endOf(noticeUntil), description: `${noticeFrom} 至 ${noticeUntil}` },
            },
          ],
  });
}

const TENDER_STATUS: Readonly<Partial<Record<CallState, string>>> = {
  PUBLISHED: 'planned',
  AWARDED: 'complete',
  FINISHED: 'complete',
  FAILED: 'unsuccessful',
  TERMINATED: 'cancelled',
};

/** 定向委托 goes to one who is named; what is negotiated one by one (一事一议) to one of the bureau's choice. */
const methodOf = (mode: CallMode): string =>
  MODES[mode].open ? 'open' : mode === 'DW' ? 'direct' : 'limited';

function tenderOf({ call, bureau, answered, bids, log }: ReleaseFacts): JsonObject {
  const { content, plan } = call;
  const text = (value: string): string | undefined => (reads(call) ? withoutContacts(value) : undefined);
  return filled({
    id: processOf(call),
    title: withoutContacts(content.title),
    description: text(content.work),
    status: TENDER_STATUS[call.state] ?? 'active',
    procuringEntity: bureau && reference(bureau),
    items: itemsOf(call),
    value: cny(call.funding.total),
    procurementMethod: methodOf(call.mode),
    procurementMethodDetails: MODES[call.mode].title,
    mainProcurementCategory: 'services',
    awardCriteria: 'ratedCriteria',
    awardCriteriaDetails: plan.criteria
      .map(({ name, weight }) => `${name} ${(weight / 100).toFixed(2)} 分`)
      .join('；'),
    submissionMethod: ['electronicSubmission'],
    submissionMethodDetails: '揭榜方案在揭榜单位一端加密后提交，截止后由密钥保管人共同开启',
    tenderPeriod: filled({ startDate: instant(call.opensAt), endDate: instant(call.closesAt) }),
    hasEnquiries: answered.length > 0,
    enquiries: answered.map(enquiryOf),
    eligibilityCriteria: text(
      [content.requirements, content.consortium ? '须由创新联合体揭榜' : ''].filter(Boolean).join('；'),
    ),
    criteria: reads(call) ? criteriaOf(call) : [],
    bidOpening: filled({ date: instant(log?.openedAt ?? null) }),
    numberOfTenderers: bids?.length,
    tenderers: bids?.map(({ bidder }) => reference(bidder)),
    documents: documentsOf(call, bids !== null),
    amendments: call.extensions.map((extension, at) => ({
      ...{ id: `E${at + 1}`, date: new Date(extension.at).toISOString() },
      ...{ rationale: withoutContacts(extension.reason), description: `揭榜截止时间改为 ${extension.to}` },
    })),
  });
}

/** 技术领域 and 产业集群 as the city's tables code them. */
function itemsOf({ content }: Call): readonly JsonObject[] {
  const { techField, cluster } = content;
  if (techField === null && cluster === null) return [];
  const classes = [
    ...(techField === null ? [] : [{ scheme: 'x_CN-TECH-FIELD', id: techField }]),
    ...(cluster === null ? [] : [{ scheme: 'x_CITY-CLUSTER', id: cluster }]),
  ];
  return [
    filled({
      ...{ id: '1', description: withoutContacts(content.title), classification: classes[0] },
      additionalClassifications: classes.slice(1),
    }),
  ];
}

const enquiryOf = ({ id, text, answer, createdAt, answeredAt }: Question): JsonObject =>
  filled({
    ...{ id, date: instant(createdAt), description: withoutContacts(text), answer: withoutContacts(answer) },
    dateAnswered: instant(answeredAt),
  });

/** Indicators as requirements that every bid is held against. */
function criteriaOf({ content }: Call): readonly JsonObject[] {
  const requirements = content.indicators.map(({ code, name, unit, operator, target, upper, method }) => {
    const value = Number(target);
    const bounds: Readonly<Record<typeof operator, Record<string, Json>>> = {
      AT_LEAST: { minValue: value },
      AT_MOST: { maxValue: value },
      BETWEEN: { minValue: value, maxValue: Number(upper ?? target) },
      EQUAL: { expectedValue: value },
    };
    return filled({
      ...{ id: code, title: unit === '' ? name : `${name}（${unit}）` },
      ...{ description: withoutContacts(method), dataType: 'number', ...bounds[operator] },
    });
  });
  if (requirements.length === 0) return [];
  const group = { id: 'indicators-1', requirements };
  return [{ id: 'indicators', title: '技术指标', source: 'tenderer', requirementGroups: [group] }];
}

/** Addresses are completed when they are given out: they are this platform's. */
function documentsOf({ id }: Call, opened: boolean): readonly JsonObject[] {
  const page = { id: 'page', documentType: 'tenderNotice', title: '榜单', url: `/calls/${id}` };
  const record = {
    ...{ id: 'opening', title: '开标记录（可用 jihui verify-bids 核验）', format: 'application/json' },
    url: `/files/challenges/openings/${id}`,
  };
  return [{ ...page, format: 'text/html', language: 'zh' }, ...(opened ? [record] : [])];
}

const BID_STATUS = { QUALIFIED: 'valid', DISQUALIFIED: 'disqualified' } as const;

function bidsOf({ bids }: ReleaseFacts): JsonObject | undefined {
  if (bids === null) return undefined;
  const valid = bids.filter(({ fault }) => fault === null).length;
  return {
    statistics: [
      { id: 'bids', measure: 'bids', value: bids.length },
      { id: 'validBids', measure: 'validBids', value: valid },
    ],
    details: bids.map(({ id, bidder, fault, verdict }) => ({
      ...{ id, tenderers: [reference(bidder)] },
      status: fault !== null ? 'disqualified' : verdict === null ? 'pending' : BID_STATUS[verdict],
    })),
  };
}

/** From the notice of the awards on, as the page shows them. */
const isOut = ({ state }: Call): boolean =>
  state === 'AWARD_NOTICED' || state === 'AWARDED' || state === 'FINISHED';

function awardsOf({ call, decision, projects, bids }: ReleaseFacts): readonly JsonObject[] {
  const begun = new Map(projects.map((project) => [project.bidId, project]));
  const decided = isOut(call) ? (decision?.awards ?? []) : [];
  const ids = [...new Set([...begun.keys(), ...decided])];
  return ids.flatMap((id) => {
    const bidder = bids?.find((bid) => bid.id === id)?.bidder;
    if (bidder === undefined) return [];
    const project = begun.get(id);
    const waits = call.state === 'AWARD_NOTICED' && project === undefined;
    return [
      filled({
        ...{ id, title: withoutContacts(call.content.title), suppliers: [reference(bidder)] },
        status: project?.state === 'LAPSED' ? 'cancelled' : waits ? 'pending' : 'active',
        date: project?.createdAt.toISOString(),
        value: project && cny(project.approved + project.ownerDue),
        relatedBids: [id],
      }),
    ];
  });
}
