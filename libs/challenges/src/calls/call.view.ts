import type { Actor } from '@jihui/kernel';
import { biddingIsOpen, approvalsLeft, type Call } from '../core/calls/call.js';
import { callSightOf, type CallSight } from '../core/calls/perform.js';
import { recordRoute } from '../core/open-data/packages.js';
import { isOpenData, processOf } from '../core/open-data/release.js';
import type { CallCase } from '../core/calls/rules.js';

/** Who works on a call and reads all of it. */
const INSIDE: readonly CallSight[] = ['OWNER', 'COUNTY', 'CITY'];

/** A call as one viewer may see it: what the sight does not cover is null or empty. */
export function callView(actor: Actor, subject: CallCase, now: Date) {
  const { call } = subject;
  const { content, plan } = call;
  const sight = callSightOf(actor, call);
  const inside = INSIDE.includes(sight);
  const named = inside || content.secrecy !== 'MASKED';
  const reads = inside || content.secrecy !== 'PARTIAL' || sight === 'SIGNED_IN';
  const text = (value: string): string | null => (reads && value !== '' ? value : null);
  const known = inside || sight === 'SIGNED_IN';
  return {
    __typename: 'Call' as const,
    /** The whole, for the fields that are resolved apart. */
    subject,
    inside,
    named,
    id: call.id,
    version: call.version,
    code: call.code,
    state: call.state,
    mode: call.mode,
    round: call.round,
    type: content.type,
    sight,
    title: content.title,
    divisionCode: call.divisionCode,
    cluster: content.cluster,
    techField: content.techField,
    secrecy: content.secrecy,
    bottleneck: content.bottleneck,
    consortium: content.consortium,
    background: text(content.background),
    work: text(content.work),
    indicators: reads ? content.indicators : [],
    deliverables: text(content.deliverables),
    acceptance: text(content.acceptance),
    ipTerms: content.ipTerms,
    ipNote: text(content.ipNote),
    months: content.months,
    payment: text(content.payment),
    requirements: text(content.requirements),
    funding: call.funding,
    contact: known && named && content.contact !== '' ? content.contact : null,
    phone: known && named && content.phone !== '' ? content.phone : null,
    standing: inside
      ? {
          enterpriseKinds: content.enterpriseKinds,
          revenue: content.revenue,
          rdCost: content.rdCost,
          rdCostBefore: content.rdCostBefore,
          commitments: content.commitments,
        }
      : null,
    plan: planSeen(call, sight) ? { ...plan, call, inside } : null,
    argument: inside ? call.argument : null,
    approvals: inside ? call.approvals : [],
    approvalsLeft: inside && call.state === 'CANDIDATE' ? approvalsLeft(call) : [],
    note: call.note === '' ? null : call.note,
    noticeFrom: call.noticeFrom,
    noticeUntil: call.noticeUntil,
    publishedAt: call.publishedAt,
    opensAt: call.opensAt,
    closesAt: call.closesAt,
    biddingOpen: biddingIsOpen(call, now),
    stageFrom: call.stageFrom,
    stageUntil: call.stageUntil,
    suspendedAt: call.suspendedAt,
    openDataUrl: isOpenData(call) ? recordRoute(processOf(call)) : null,
    extensions: call.extensions.map(({ from, to, at, ...rest }) => ({
      ...rest,
      from: new Date(from),
      to: new Date(to),
      at: new Date(at),
    })),
    createdAt: call.createdAt,
    updatedAt: call.updatedAt,
  };
}
export type CallView = ReturnType<typeof callView>;
export type PlanView = NonNullable<CallView['plan']>;

/** 方式要求的材料 and their files: for who works on the call, as far as they read the plan. */
export const readsPlanDocuments = (actor: Actor, call: Call): boolean => {
  const sight = callSightOf(actor, call);
  return INSIDE.includes(sight) && planSeen(call, sight);
};

/** The bureaus read the plan from the beginning, owner and public what was approved. */
const planSeen = ({ fixed, state }: Call, sight: CallSight): boolean =>
  sight === 'CITY' || sight === 'COUNTY' || fixed !== null || (sight === 'OWNER' && state !== 'CANDIDATE');
