import type { OrganisationFact } from '../facts.js';
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
