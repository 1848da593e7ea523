import type {
  AwardInput,
  ComparisonInput,
  IndicatorInput,
  IpRightInput,
  ListingContactInput,
  MediaReportInput,
  NeedContentInput,
  NeedPageFragment,
  ResultContentInput,
  ResultPageFragment,
} from '../../gql/graphql.js';
import type { StoredFile } from '../../design/upload.js';
import type { TeamRow } from '../TeamRows.js';

/** The form of a result: what the server stores, with the attachments by name so that they can be shown. */
export type ResultForm = Omit<
  ResultContentInput,
  | 'attachmentIds'
  | 'ipRights'
  | 'comparison'
  | 'awards'
  | 'media'
  | 'team'
  | 'contact'
  | 'keywords'
  | 'cooperationModes'
  | 'applicationFields'
  | 'ipc'
> & {
  readonly keywords: readonly string[];
  readonly applicationFields: readonly string[];
  readonly ipc: readonly string[];
  readonly cooperationModes: NonNullable<ResultPageFragment['cooperationModes']>;
  readonly comparison: readonly ComparisonInput[];
  readonly ipRights: readonly IpRightInput[];
  readonly awards: readonly AwardInput[];
  readonly media: readonly MediaReportInput[];
  readonly team: readonly TeamRow[];
  readonly contact: ListingContactInput;
  readonly attachments: readonly StoredFile[];
};

export type NeedForm = Omit<
  NeedContentInput,
  'attachmentIds' | 'indicators' | 'contact' | 'keywords' | 'cooperationModes' | 'ipc'
> & {
  readonly keywords: readonly string[];
  readonly ipc: readonly string[];
  readonly cooperationModes: NeedPageFragment['cooperationModes'];
  readonly indicators: readonly IndicatorInput[];
  readonly contact: ListingContactInput;
  readonly attachments: readonly StoredFile[];
};

export const blankResult: ResultForm = {
  title: '',
  summary: '',
  keywords: [],
  applicationFields: [],
  ipc: [],
  cooperationModes: [],
  comparison: [],
  ipRights: [],
  awards: [],
  media: [],
  team: [],
  contact: { name: '', phone: '', email: '' },
  attachments: [],
  visibility: 'PUBLIC',
};

export const blankNeed: NeedForm = {
  title: '',
  description: '',
  keywords: [],
  ipc: [],
  cooperationModes: [],
  indicators: [],
  contact: { name: '', phone: '', email: '' },
  attachments: [],
  visibility: 'PUBLIC',
  urgency: 'NORMAL',
};

const contactOf = (contact: ResultPageFragment['contact']): ListingContactInput => ({
  name: contact?.name ?? '',
  phone: contact?.phone ?? '',
  email: contact?.email ?? '',
});

/** The form as the server holds it. */
export function resultForm(result: ResultPageFragment): ResultForm {
  return {
    title: result.title,
    summary: result.summary,
    keywords: result.keywords,
    keyPoints: result.keyPoints,
    problem: result.problem,
    innovation: result.innovation,
    comparison: (result.comparison ?? []).map(({ indicator, ours, peers, basis }) => ({
      indicator,
      ours,
      peers,
      basis,
    })),
    applicationFields: result.applicationFields,
    scenes: result.scenes,
    cluster: result.cluster,
    techField: result.techField,
    ipc: result.ipc,
    industry: result.industry,
    trl: result.trl,
    trlEvidence: result.trlEvidence,
    ipRights: (result.ipRights ?? []).map(
      ({
        kind,
        title,
        number,
        status,
        filedOn,
        expiresOn,
        owners,
        coOwnersConsent,
        encumbrance,
        encumbranceNote,
      }) => ({
        kind,
        title,
        number,
        status,
        filedOn,
        expiresOn,
        owners,
        coOwnersConsent,
        encumbrance,
        encumbranceNote,
      }),
    ),
    awards: (result.awards ?? []).map(({ kind, name, issuer, issuedOn }) => ({
      kind,
      name,
      issuer,
      issuedOn,
    })),
    planSource: result.planSource,
    planName: result.planName,
    serviceInvention: result.serviceInvention,
    stateFunded: result.stateFunded,
    stateOwned: result.stateOwned,
    unitApprovalDocument: result.unitApprovalDocument,
    cooperationModes: result.cooperationModes,
    priceMode: result.priceMode,
    priceMin: result.priceMin,
    priceMax: result.priceMax,
    conditions: result.conditions,
    investment: result.investment,
    expectedBenefit: result.expectedBenefit,
    cases: result.cases,
    media: (result.media ?? []).map(({ title, outlet, url, publishedOn }) => ({
      title,
      outlet,
      url,
      publishedOn,
    })),
    team: (result.team ?? []).map(({ name, title, role }) => ({ name, title, role })),
    contact: contactOf(result.contact),
    attachments: result.attachments ?? [],
    visibility: result.visibility,
    validUntil: result.validUntil,
    divisionCode: result.divisionCode,
  };
}

export function needForm(need: NeedPageFragment): NeedForm {
  return {
    title: need.title,
    description: need.description,
    keywords: need.keywords,
    needType: need.needType,
    indicators: (need.indicators ?? []).map(({ name, operator, target, unit, testMethod }) => ({
      name,
      operator,
      target,
      unit,
      testMethod,
    })),
    foundation: need.foundation,
    cooperationModes: need.cooperationModes,
    budgetNegotiable: need.budgetNegotiable,
    budgetMin: need.budgetMin,
    budgetMax: need.budgetMax,
    payment: need.payment,
    neededBy: need.neededBy,
    urgency: need.urgency,
    cluster: need.cluster,
    techField: need.techField,
    ipc: need.ipc,
    industry: need.industry,
    ownerScale: need.ownerScale,
    anonymous: need.anonymous,
    wantsChallenge: need.wantsChallenge,
    contact: contactOf(need.contact),
    attachments: need.attachments ?? [],
    visibility: need.visibility,
    validUntil: need.validUntil,
    divisionCode: need.divisionCode,
  };
}

const ids = (files: readonly StoredFile[]): string[] => files.map((file) => file.id);

/** A row counts once its name is there: an empty row that was just added is not sent. */
const named = <R>(rows: readonly R[], name: (row: R) => string | null | undefined): R[] =>
  rows.filter((row) => (name(row) ?? '').trim() !== '');

/** What is sent to be stored. */
export function resultContent({ attachments, ...form }: ResultForm): ResultContentInput {
  return {
    ...form,
    keywords: [...form.keywords],
    applicationFields: [...form.applicationFields],
    ipc: [...form.ipc],
    cooperationModes: [...form.cooperationModes],
    comparison: named(form.comparison, (row) => row.indicator),
    ipRights: [...form.ipRights],
    awards: named(form.awards, (row) => row.name),
    media: named(form.media, (row) => row.title),
    team: named(form.team, (row) => row.name),
    attachmentIds: ids(attachments),
  };
}

export function needContent({ attachments, ...form }: NeedForm): NeedContentInput {
  return {
    ...form,
    keywords: [...form.keywords],
    ipc: [...form.ipc],
    cooperationModes: [...form.cooperationModes],
    indicators: named(form.indicators, (row) => row.name),
    attachmentIds: ids(attachments),
  };
}
