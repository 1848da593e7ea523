import { Violations, type Rule } from '@jihui/kernel';
import { isDesignated, isNotBarred, whileActive } from '../register/rules.js';
import type { Broker } from './broker.js';
import type { BrokerAction } from './lifecycle.js';

/** What agency and bureau need to judge by, and whoever looks for a broker to choose by. */
const isComplete: Rule<Broker> = ({ content }) =>
  new Violations()
    .text('introduction', '个人简介', content.introduction, { min: 20, max: 2_000 })
    .text('phone', '联系电话', content.phone, { max: 30 })
    .when(content.services.length === 0, 'services', 'REQUIRED', '请选择至少一项服务内容')
    .when(content.techFields.length === 0, 'techFields', 'REQUIRED', '请选择至少一个技术领域').found;

const none: readonly Rule<Broker>[] = [];

export const brokerRules: { readonly [action in BrokerAction]: readonly Rule<Broker>[] } = {
  edit: [whileActive(isComplete)],
  submit: [isComplete],
  submitForAgency: [isComplete],
  recall: none,
  confirm: none,
  decline: none,
  admit: [isComplete],
  return: none,
  suspend: none,
  resume: none,
  exit: none,
  remove: none,
  reapply: [isNotBarred],
  addCredential: none,
  addTraining: none,
  withdrawRecord: none,
  checkRecord: none,
  designate: none,
  withdrawDesignation: [isDesignated],
  lapse: none,
  leave: none,
  erase: none,
};
