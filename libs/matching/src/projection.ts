import type { ExpertSnapshot, NeedSnapshot, PatentSnapshot, ResultSnapshot } from '@jihui/events';
import type { ProjectedExpert } from './store/experts.store.js';
import type { ProjectedListing } from './store/listings.store.js';
import type { ProjectedPatent } from './store/patents.store.js';

/** Characters of a need's description that are open to everybody under an NDA. */
const TEASER = 100;

/** What matching keeps of a result. Key points under an NDA stay out: shared words would show them. */
export const projectResult = (result: ResultSnapshot): ProjectedListing => ({
  id: result.id,
  kind: 'RESULT',
  version: result.version,
  code: result.code,
  title: result.title,
  keywords: result.keywords,
  body: result.visibility === 'NDA' ? result.summary : `${result.summary}\n${result.keyPoints}`,
  ownerId: result.ownerId,
  divisionCode: result.divisionCode,
  anonymous: false,
  visibility: result.visibility,
  state: result.state,
  online: result.online,
  createdBy: result.createdBy,
  facts: {
    cluster: result.cluster,
    techField: result.techField,
    cooperationModes: result.cooperationModes,
    expiresOn: result.expiresOn,
    trl: result.trl,
    priceMode: result.priceMode,
    priceMin: result.priceMin,
    priceMax: result.priceMax,
    rights: result.ipRights.map(({ status, expiresOn }) => ({ status, expiresOn })),
  },
});

/** What matching keeps of a need. */
export const projectNeed = (need: NeedSnapshot): ProjectedListing => ({
  id: need.id,
  kind: 'NEED',
  version: need.version,
  code: need.code,
  title: need.title,
  keywords: need.keywords,
  body:
    need.visibility === 'NDA'
      ? [...need.description].slice(0, TEASER).join('')
      : [need.description, ...need.indicators.map((indicator) => indicator.name)].join('\n'),
  ownerId: need.ownerId,
  divisionCode: need.divisionCode,
  anonymous: need.anonymous,
  visibility: need.visibility,
  state: need.state,
  online: need.online,
  createdBy: need.createdBy,
  facts: {
    cluster: need.cluster,
    techField: need.techField,
    cooperationModes: need.cooperationModes,
    expiresOn: need.expiresOn,
    needType: need.needType,
    budgetMin: need.budgetMin,
    budgetMax: need.budgetMax,
    neededBy: need.neededBy,
  },
});

/** What matching keeps of an expert: what whoever signed in may read. */
export const projectExpert = (expert: ExpertSnapshot): ProjectedExpert => ({
  id: expert.id,
  version: expert.version,
  personId: expert.personId,
  name: expert.name,
  employerIds: [...new Set(expert.employments.map(({ organisationId }) => organisationId))],
  organisationIds: [
    ...new Set([
      ...(expert.organisationId === null ? [] : [expert.organisationId]),
      ...expert.employments.flatMap(({ organisationId, endedOn }) =>
        endedOn === null ? [organisationId] : [],
      ),
    ]),
  ],
  divisionCode: expert.scopeCode,
  title: expert.title,
  keywords: expert.keywords,
  introduction: expert.introduction,
  worksOpen: expert.worksOpen,
  techFields: expert.techFields,
  clusters: expert.clusters,
  modes: expert.modes,
  availability: expert.availability,
  listed: expert.state === 'ACTIVE' && expert.visibility !== 'OFFICERS',
  state: expert.state,
  visibility: expert.visibility,
  recusals: expert.relations
    .filter(({ to }) => to === null)
    .map(({ organisationId, organisationName }) => ({ id: organisationId, name: organisationName })),
});

/** What matching keeps of a patent. Where an event of before does not say what binds it, it is not recommended. */
export const projectPatent = (patent: PatentSnapshot): ProjectedPatent => ({
  id: patent.id,
  version: patent.version,
  title: patent.title,
  keywords: patent.keywords,
  summary: patent.summary,
  inventors: patent.inventors,
  ownerId: patent.ownerId,
  divisionCode: patent.divisionCode,
  cluster: patent.cluster,
  techField: patent.techField,
  state: patent.state,
  expiresOn: patent.expiresOn,
  open: patent.open,
  openLicenceUntil: patent.openLicenceUntil ?? null,
  exclusiveUntil: patent.exclusiveUntil ?? null,
  pledged: patent.pledged ?? true,
});
