import { Violations, type Rule } from '@jihui/kernel';
import { isDesignated, isNotBarred, whileActive } from '../register/rules.js';
import type { Agency } from './agency.js';
import type { AgencyAction } from './lifecycle.js';

/** What the bureau needs to judge by, and whoever looks for an agency to choose by. */
const isComplete: Rule<Agency> = ({ content }) =>
  new Violations()
    .text('introduction', '机构简介', content.introduction, { min: 20, max: 3_000 })
    .text('address', '办公地址', content.address, { max: 200 })
    .text('contact', '联系人', content.contact, { max: 50 })
    .text('phone', '联系电话', content.phone, { max: 30 })
    .when(content.services.length === 0, 'services', 'REQUIRED', '请选择至少一项服务内容')
    .when(content.techFields.length === 0, 'techFields', 'REQUIRED', '请选择至少一个技术领域').found;

const none: readonly Rule<Agency>[] = [];

export const agencyRules: { readonly [action in AgencyAction]: readonly Rule<Agency>[] } = {
  edit: [whileActive(isComplete)],
  submit: [isComplete],
  recall: none,
  admit: [isComplete],
  return: none,
  suspend: none,
  resume: none,
  exit: none,
  remove: none,
  reapply: [isNotBarred],
  designate: none,
  withdrawDesignation: [isDesignated],
  recordSupport: none,
  withdrawSupport: none,
  close: none,
};
