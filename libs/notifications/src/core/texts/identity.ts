import type { ExportFact, OrganisationFact } from '../facts.js';
import type { Text, Texts } from './text.js';

export const ORGANISATION_TEXTS = {
  waitsForReview: ({ id, name }: OrganisationFact): Text => ({
    title: `单位“${name}”待审核`,
    body: '请核对统一社会信用代码和单位信息后通过或退回。',
    link: `/organisations/${id}`,
  }),
  approved: ({ id, name }: OrganisationFact): Text => ({
    title: `单位“${name}”已通过审核`,
    body: '现在可以发布成果、需求并参与对接。',
    link: `/organisations/${id}`,
  }),
  rejected: ({ id, name }: OrganisationFact): Text => ({
    title: `单位“${name}”未通过审核`,
    body: '请查看原因，更正单位信息后重新提交。',
    link: `/organisations/${id}`,
  }),
  suspended: ({ id, name }: OrganisationFact): Text => ({
    title: `单位“${name}”已被停用`,
    body: '停用期间不能办理业务，请查看原因并与科技部门联系。',
    link: `/organisations/${id}`,
  }),
  reinstated: ({ id, name }: OrganisationFact): Text => ({
    title: `单位“${name}”已恢复使用`,
    body: '现在可以继续办理业务。',
    link: `/organisations/${id}`,
  }),
} satisfies Texts<OrganisationFact>;

export const EXPORT_TEXTS = {
  ready: ({ organisationId, organisationName, expiresOn }: ExportFact): Text => ({
    title: `单位“${organisationName}”的资料已导出`,
    body: `请在${expiresOn ?? ''}前下载并妥善保管，过期后需要重新导出。不是本单位要导出的，请检查管理员账号的安全。`,
    link: `/organisations/${organisationId}`,
  }),
  failed: ({ organisationId, organisationName }: ExportFact): Text => ({
    title: `单位“${organisationName}”的资料未能导出`,
    body: '请在单位页面查看原因后重新导出。',
    link: `/organisations/${organisationId}`,
  }),
} satisfies Texts<ExportFact>;
