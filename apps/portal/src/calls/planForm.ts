import type { CallDocumentKind, CallMode, CustodianOffice, PlanCallInput } from '../gql/graphql.js';
import type { StoredFile } from '../design/upload.js';
import type { Call } from './terms.js';

export interface CriterionLine {
  readonly name: string;
  /** Points, as they are typed. */
  readonly points: string;
}
export interface CustodianLine {
  readonly personId: string;
  readonly office: CustodianOffice;
}
export interface DocumentLine {
  /** Of this form alone: a file that has come finds its document by it, whatever became of the lines above. */
  readonly key: string;
  readonly kind: CallDocumentKind;
  readonly title: string;
  readonly number: string;
  readonly day: string | null;
  readonly summary: string;
  readonly files: readonly StoredFile[];
}

export interface PlanForm {
  readonly mode: CallMode;
  readonly total: number | null;
  readonly owner: number | null;
  readonly city: number | null;
  readonly county: number | null;
  readonly undertakerId: string;
  readonly undertakerName: string;
  readonly winners: string;
  readonly biddingDays: string;
  readonly criteria: readonly CriterionLine[];
  readonly custodians: readonly CustodianLine[];
  readonly threshold: string;
  readonly documents: readonly DocumentLine[];
  readonly key: boolean;
  /** As typed; empty where the least is enough. */
  readonly judges: string;
  readonly panelTimes: string;
  /** 两阶段评审: what follows counts where it is ticked. */
  readonly twoStages: boolean;
  readonly advance: string;
  /** Points, as typed; empty where the pass line is enough. */
  readonly line: string;
  readonly defenceWeight: string;
  readonly office: string;
  readonly responsibleId: string;
  readonly supervisorId: string;
}

/** What a call brings along, or a plan begins with. */
export function planFormOf({ mode, funding, plan }: Call): PlanForm {
  return {
    mode,
    ...funding,
    undertakerId: plan?.undertaker?.id ?? '',
    undertakerName: plan?.undertakerName ?? '',
    winners: String(plan?.winners ?? 1),
    biddingDays: String(plan?.biddingDays ?? ''),
    criteria: (plan?.criteria ?? []).map(({ name, weight }) => ({ name, points: String(weight / 100) })),
    custodians: (plan?.custodians ?? []).map(({ personId, office }) => ({ personId, office })),
    threshold: String(plan?.threshold ?? 2),
    documents: (plan?.documents ?? []).map(({ kind, title, number, day, summary, files }) => ({
      ...{ key: crypto.randomUUID(), kind, title, number, day: day ?? null, summary, files },
    })),
    key: plan?.key ?? false,
    judges: plan?.judges == null ? '' : String(plan.judges),
    panelTimes: String(plan?.panelTimes ?? 1),
    twoStages: plan?.secondStage != null,
    advance: String(plan?.secondStage?.advance ?? 5),
    line: plan?.secondStage?.line == null ? '' : String(plan.secondStage.line / 100),
    defenceWeight: String(plan?.secondStage?.weight ?? 50),
    office: plan?.office ?? '',
    responsibleId: plan?.responsibleId ?? '',
    supervisorId: plan?.supervisorId ?? '',
  };
}

/** A whole number as typed, or nothing that any rule takes. */
const whole = (text: string): number => (/^\d{1,4}$/.test(text.trim()) ? Number(text) : 0);
/** Points to hundredths. */
const points = (text: string): number =>
  /^\d{1,3}(\.\d{1,2})?$/.test(text.trim()) ? Math.round(Number(text) * 100) : 0;

export const planInputOf = (
  form: PlanForm,
): Omit<PlanCallInput, 'clientMutationId' | 'id' | 'expectedVersion'> => ({
  mode: form.mode,
  funding: {
    ...{ total: form.total ?? 0, owner: form.owner ?? 0, city: form.city ?? 0, county: form.county ?? 0 },
  },
  undertakerId: form.undertakerId || null,
  winners: whole(form.winners),
  biddingDays: whole(form.biddingDays),
  criteria: form.criteria.map(({ name, points: typed }) => ({ name, weight: points(typed) })),
  custodians: form.custodians.filter(({ personId }) => personId !== ''),
  threshold: whole(form.threshold),
  documents: form.documents.map(({ key: _, files, ...line }) => ({
    ...line,
    files: files.map(({ id }) => id),
  })),
  key: form.key,
  judges: form.judges.trim() === '' ? null : whole(form.judges),
  panelTimes: whole(form.panelTimes),
  secondStage: form.twoStages
    ? {
        ...{ advance: whole(form.advance), weight: whole(form.defenceWeight) },
        line: form.line.trim() === '' ? null : points(form.line),
      }
    : null,
  office: form.office,
  responsibleId: form.responsibleId || null,
  supervisorId: form.supervisorId || null,
});

export const pointsSum = (criteria: readonly CriterionLine[]): number =>
  criteria.reduce((sum, one) => sum + points(one.points), 0) / 100;
