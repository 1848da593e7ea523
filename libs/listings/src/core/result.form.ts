import {
  isCode,
  normalisePatentNumber,
  patentTermEnd,
  PLAN_SOURCES,
  toHalfWidth,
  type LegalDay,
  type Sent,
  type Violation,
} from '@jihui/kernel';
import { ListingCodes } from './errors.js';
import { FormReader, type Place } from './form.js';
import type { Award, Comparison, Contact, IpRight, MediaReport, ResultContent, TeamMember } from './types.js';
import {
  COOPERATION_MODES,
  isPatent,
  PRICE_MODES,
  VISIBILITY_TIERS,
  type CooperationMode,
  type PriceMode,
} from './vocabulary.js';

type SentRight = Sent<IpRight> & { readonly kind: IpRight['kind'] };
type SentComparison = Sent<Comparison>;
type SentAward = Sent<Award> & { readonly kind: Award['kind'] };

/** A result's form as it is sent. */
export type ResultForm = Sent<
  Omit<ResultContent, 'ipRights' | 'comparison' | 'awards' | 'media' | 'team' | 'contact'>
> & {
  readonly ipRights?: readonly SentRight[] | null;
  readonly comparison?: readonly SentComparison[] | null;
  readonly awards?: readonly SentAward[] | null;
  readonly media?: readonly Sent<MediaReport>[] | null;
  readonly team?: readonly Sent<TeamMember>[] | null;
  readonly contact?: Sent<Contact> | null;
};

/** The owner as the form's defaults need it. */
export interface FormOwner {
  readonly name: string;
  readonly divisionCode: string;
}

const numberFrom = (kind: IpRight['kind'], number: string): string =>
  isPatent(kind) ? normalisePatentNumber(number) : toHalfWidth(number).toUpperCase();

const termEnd = (kind: IpRight['kind'], filedOn: LegalDay | null): LegalDay | null =>
  isPatent(kind) && filedOn !== null ? patentTermEnd(kind, filedOn) : null;

function rightFrom(reader: FormReader, sent: SentRight, path: string, owner: FormOwner): IpRight {
  const filedOn = reader.day(sent.filedOn);
  const owners = reader.texts(`${path}.owners`, '权利人', sent.owners, { items: 20, max: 100 });
  return {
    kind: sent.kind,
    title: reader.text(`${path}.title`, '知识产权名称', sent.title, 200),
    number: numberFrom(sent.kind, reader.text(`${path}.number`, '知识产权号', sent.number, 50)),
    status: sent.status ?? 'GRANTED',
    filedOn,
    expiresOn: reader.day(sent.expiresOn) ?? termEnd(sent.kind, filedOn),
    owners: owners.length > 0 ? owners : [owner.name],
    coOwnersConsent: sent.coOwnersConsent ?? false,
    encumbrance: sent.encumbrance ?? 'NONE',
    encumbranceNote: reader.text(`${path}.encumbranceNote`, '权利负担说明', sent.encumbranceNote, 500),
  };
}

function trlFrom(reader: FormReader, trl: number | null | undefined): number | null {
  if (trl === null || trl === undefined) return null;
  reader.violations.when(
    !Number.isInteger(trl) || trl < 1 || trl > 13,
    'trl',
    ListingCodes.UNKNOWN_CODE,
    '技术就绪度应为 1 到 13 级',
  );
  return trl;
}

export const modesFrom = (sent: readonly CooperationMode[] | null | undefined): CooperationMode[] =>
  [...new Set(sent ?? [])].filter((mode) => Object.hasOwn(COOPERATION_MODES, mode));

const priceModeFrom = (sent: PriceMode | null | undefined): PriceMode | null =>
  sent != null && Object.hasOwn(PRICE_MODES, sent) ? sent : null;

/** The content of a result's form, with everything that is wrong (not: missing) in it. */
export function resultContentFrom(
  form: ResultForm,
  owner: FormOwner,
  place: Place,
): { readonly content: ResultContent; readonly violations: readonly Violation[] } {
  const reader = new FormReader(place);
  const long = (path: string, label: string, value: string | null | undefined, max = 2_000): string =>
    reader.text(path, label, value, max);
  const content: ResultContent = {
    title: long('title', '成果名称', form.title, 100),
    summary: long('summary', '摘要', form.summary),
    keywords: reader.texts('keywords', '关键词', form.keywords, { items: 10, max: 30 }),
    keyPoints: long('keyPoints', '技术要点', form.keyPoints, 5_000),
    problem: long('problem', '解决的问题', form.problem),
    innovation: long('innovation', '创新点', form.innovation),
    comparison: reader.items('comparison', '指标对比', form.comparison, 20, (row, path) => ({
      indicator: reader.text(`${path}.indicator`, '指标', row.indicator, 100),
      ours: reader.text(`${path}.ours`, '本成果', row.ours, 200),
      peers: reader.text(`${path}.peers`, '同类技术', row.peers, 200),
      basis: reader.text(`${path}.basis`, '依据', row.basis, 200),
    })),
    applicationFields: reader.texts('applicationFields', '应用领域', form.applicationFields, {
      items: 10,
      max: 50,
    }),
    scenes: long('scenes', '应用场景', form.scenes),
    ...reader.classification(form, owner.divisionCode),
    trl: trlFrom(reader, form.trl),
    trlEvidence: long('trlEvidence', '就绪度证明', form.trlEvidence),
    ipRights: reader.items('ipRights', '知识产权', form.ipRights, 50, (right, path) =>
      rightFrom(reader, right, path, owner),
    ),
    awards: reader.items('awards', '获奖与检测', form.awards, 30, (award, path) => ({
      kind: award.kind,
      name: reader.text(`${path}.name`, '名称', award.name, 200),
      issuer: reader.text(`${path}.issuer`, '授予单位', award.issuer, 100),
      issuedOn: reader.day(award.issuedOn),
    })),
    planSource: reader.codeOf('planSource', '计划来源', form.planSource, (code) =>
      isCode(PLAN_SOURCES, code),
    ),
    planName: long('planName', '计划名称', form.planName, 200),
    serviceInvention: form.serviceInvention ?? null,
    stateFunded: form.stateFunded ?? null,
    stateOwned: form.stateOwned ?? null,
    unitApprovalDocument: long('unitApprovalDocument', '单位审批文号', form.unitApprovalDocument, 100),
    cooperationModes: modesFrom(form.cooperationModes),
    priceMode: priceModeFrom(form.priceMode),
    priceMin: reader.fen('priceMin', '价格', form.priceMin),
    priceMax: reader.fen('priceMax', '价格上限', form.priceMax),
    conditions: long('conditions', '转化条件', form.conditions),
    investment: reader.fen('investment', '预计投资额', form.investment),
    expectedBenefit: long('expectedBenefit', '预期效益', form.expectedBenefit),
    cases: long('cases', '应用案例', form.cases),
    media: reader.items('media', '媒体报道', form.media, 20, (report, path) => ({
      title: reader.text(`${path}.title`, '报道标题', report.title, 200),
      outlet: reader.text(`${path}.outlet`, '媒体名称', report.outlet, 100),
      url: reader.link(`${path}.url`, '网址', report.url),
      publishedOn: reader.day(report.publishedOn),
    })),
    team: reader.items('team', '团队', form.team, 50, (member, path) => teamMemberFrom(reader, member, path)),
    contact: reader.contact(form.contact),
    attachmentIds: attachmentsFrom(reader, form.attachmentIds),
    visibility: VISIBILITY_TIERS.find((tier) => tier === form.visibility) ?? 'PUBLIC',
    validUntil: reader.day(form.validUntil),
  };
  return { content, violations: reader.violations.found };
}

export const teamMemberFrom = (reader: FormReader, sent: Sent<TeamMember>, path: string): TeamMember => ({
  name: reader.text(`${path}.name`, '姓名', sent.name, 50),
  title: reader.text(`${path}.title`, '职称', sent.title, 50),
  role: reader.text(`${path}.role`, '分工', sent.role, 100),
});

export const attachmentsFrom = (reader: FormReader, sent: readonly string[] | null | undefined): string[] =>
  reader.texts('attachmentIds', '附件', sent, { items: 20, max: 36 });
