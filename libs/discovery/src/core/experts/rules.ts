import { legalDayOf, say, Violations, type Rule } from '@jihui/kernel';
import { ExpertCodes } from '../errors.js';
import type { Expert } from './expert.js';
import type { ExpertAction } from './lifecycle.js';

/** What the bureau needs to judge by and a panel to be drawn by. */
const isComplete: Rule<Expert> = ({ content, organisationId }) =>
  new Violations()
    .text('title', '职称', content.title, { max: 50 })
    .text('introduction', '个人简介', content.introduction, { min: 30, max: 3_000 })
    .text('phone', '联系电话', content.phone, { max: 30 })
    .when(
      organisationId === null && content.unitName === '',
      'unitName',
      'REQUIRED',
      '请选择所在单位，或填写工作单位名称',
    )
    .when(content.disciplines.length === 0, 'disciplines', 'REQUIRED', '请选择至少一个学科')
    .when(content.techFields.length === 0, 'techFields', 'REQUIRED', '请选择至少一个技术领域').found;

/** Whoever may be drawn stays complete; a draft may be anything. */
const staysComplete: Rule<Expert> = (expert, context) =>
  expert.state === 'ACTIVE' ? isComplete(expert, context) : [];

/** 违规清退后的限制期 (科学技术进步法第101条: accountability of review experts). */
const isNotBarred: Rule<Expert> = ({ barredUntil }, { now }) =>
  new Violations().when(
    barredUntil !== null && legalDayOf(now) < barredUntil,
    '',
    ExpertCodes.BARRED,
    say`因违规被清退，${barredUntil ?? ''} 起方可重新申报`,
    '科学技术进步法第101条',
  ).found;

const none: readonly Rule<Expert>[] = [];

export const expertRules: { readonly [action in ExpertAction]: readonly Rule<Expert>[] } = {
  edit: [staysComplete],
  submit: [isComplete],
  submitDirectly: [isComplete],
  recall: none,
  consent: none,
  decline: none,
  admit: [isComplete],
  return: none,
  suspend: none,
  resume: none,
  exit: none,
  remove: none,
  reapply: [isNotBarred],
  declareRelation: none,
  endRelation: none,
  erase: none,
};
