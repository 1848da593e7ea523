import type {
  CallCommitment,
  CallContentInput,
  CallEnterpriseKind,
  CallIndicatorOperator,
  CallIpTerms,
  CallMode,
  CallSecrecy,
  CallType,
} from '../gql/graphql.js';
import type { StoredDraft } from '../design/draft.js';
import type { Call } from './terms.js';

export interface IndicatorLine {
  readonly name: string;
  readonly unit: string;
  readonly operator: CallIndicatorOperator;
  readonly target: string;
  readonly upper: string;
  readonly method: string;
  readonly core: boolean;
}

/** The demand as it is typed: an amount may still be missing. */
export interface CallForm {
  readonly mode: CallMode;
  readonly title: string;
  readonly type: CallType | '';
  readonly cluster: string;
  readonly techField: string;
  readonly background: string;
  readonly work: string;
  readonly indicators: readonly IndicatorLine[];
  readonly deliverables: string;
  readonly acceptance: string;
  readonly ipTerms: CallIpTerms | '';
  readonly ipNote: string;
  readonly months: string;
  readonly payment: string;
  readonly requirements: string;
  readonly secrecy: CallSecrecy;
  readonly bottleneck: boolean;
  readonly consortium: boolean;
  readonly contact: string;
  readonly phone: string;
  readonly enterpriseKinds: readonly CallEnterpriseKind[];
  readonly revenue: number | null;
  readonly rdCost: number | null;
  readonly rdCostBefore: number | null;
  readonly commitments: readonly CallCommitment[];
  readonly total: number | null;
  readonly owner: number | null;
  readonly city: number | null;
  readonly county: number | null;
}

export const blankIndicator = (): IndicatorLine => ({
  ...{ name: '', unit: '', operator: 'AT_LEAST', target: '', upper: '', method: '', core: true },
});

/** Nothing typed and nothing given are the same amount. */
const typed = (fen: number): number | null => (fen === 0 ? null : fen);

export const formOf = (call: Call): CallForm => ({
  mode: call.mode,
  title: call.title,
  type: call.type ?? '',
  cluster: call.cluster ?? '',
  techField: call.techField ?? '',
  background: call.background ?? '',
  work: call.work ?? '',
  indicators: call.indicators.map(({ code: _, upper, ...one }) => ({ ...one, upper: upper ?? '' })),
  deliverables: call.deliverables ?? '',
  acceptance: call.acceptance ?? '',
  ipTerms: call.ipTerms ?? '',
  ipNote: call.ipNote ?? '',
  months: call.months == null ? '' : String(call.months),
  payment: call.payment ?? '',
  requirements: call.requirements ?? '',
  secrecy: call.secrecy,
  bottleneck: call.bottleneck,
  consortium: call.consortium,
  contact: call.contact ?? '',
  phone: call.phone ?? '',
  enterpriseKinds: call.standing?.enterpriseKinds ?? [],
  revenue: call.standing?.revenue ?? null,
  rdCost: call.standing?.rdCost ?? null,
  rdCostBefore: call.standing?.rdCostBefore ?? null,
  commitments: call.standing?.commitments ?? [],
  total: typed(call.funding.total),
  owner: typed(call.funding.owner),
  city: typed(call.funding.city),
  county: typed(call.funding.county),
});

export const contentOf = (form: CallForm): CallContentInput => {
  const { mode: _, total, owner, city, county, months, type, ipTerms, cluster, techField, ...rest } = form;
  return {
    ...rest,
    type: type || null,
    ipTerms: ipTerms || null,
    cluster: cluster || null,
    techField: techField || null,
    months: /^\d{1,3}$/.test(months) ? Number(months) : null,
    indicators: form.indicators.map((one) => ({
      ...one,
      upper: one.operator === 'BETWEEN' ? one.upper : null,
    })),
    enterpriseKinds: [...form.enterpriseKinds],
    commitments: [...form.commitments],
    funding: { total: total ?? 0, owner: owner ?? 0, city: city ?? 0, county: county ?? 0 },
  };
};

export const storedOf = (call: Call): StoredDraft<CallForm> => ({
  id: call.id,
  version: call.version,
  content: formOf(call),
  missing: call.missing,
});
