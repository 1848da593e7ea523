import { CONTRACT_SUBCLASSES, isCode } from '@jihui/kernel';
import { disposesOfRight, type ContractForm } from '../contract.js';
import { statute } from '../rulesets/law.js';
import { block, hitIf, longEnough, missing, required, warning, type Rule } from '../rulesets/rule.js';

const USUAL_CLAUSES = statute('民法典第845条');
const FORM = statute('技术合同登记表（表号JJ-001）填写说明');
const TRADE = { cite: statute('技术进出口管理条例'), ground: 'R06' } as const;

export const crossesBorder = (form: ContractForm): boolean =>
  form.flags.foreign === 'IMPORT' || form.flags.foreign === 'EXPORT';
/** 国家科技计划, without its kind. */
const NATIONAL_PLAN = '1';
export const isPlanned = ({ content }: ContractForm): boolean =>
  content.planSource !== null && content.planSource !== '5';

const head: readonly Rule[] = [
  required('title', '项目名称', { cite: USUAL_CLAUSES }, (form) => form.title),
  required(
    'subclass',
    '合同类别',
    { cite: statute('民法典第843条'), ground: 'R02' },
    (form) => form.subclass,
  ),
  block('complete.known-subclass', 'UNKNOWN_CODE', { cite: FORM }, ({ form }) =>
    hitIf(
      form.subclass !== null && !isCode(CONTRACT_SUBCLASSES, form.subclass),
      'subclass',
      '请从列表中选择合同类别',
    ),
  ),
  required('signedAt', '签订地点', { cite: FORM }, (form) => form.signedAt),
  required('modelText', '是否采用示范文本', { cite: FORM }, (form) => form.modelText),
  required('electronic', '是否电子合同', { cite: FORM }, (form) => form.electronic),
  required('language', '合同语言', { cite: FORM }, (form) => form.language),
  warning(
    'complete.licence-mode',
    'CONTRACT.LICENCE_MODE_DEFAULT',
    { cite: statute('最高人民法院技术合同纠纷解释第25条') },
    ({ form }) =>
      hitIf(
        form.subclass?.startsWith('3') === true && form.licenceMode === null,
        'licenceMode',
        '未写明许可方式，按普通许可登记；如约定为独占或排他，请选择并核对合同条款',
      ),
  ),
  warning('complete.paper-text', 'CONTRACT.PAPER_TEXT', { cite: (law) => law.wholeText }, ({ form, set }) =>
    hitIf(
      !set.electronic && form.electronic === true,
      'electronic',
      '该合同适用的规则以纸质书面文本为准，请备好加盖印章的纸质文本供核对',
    ),
  ),
];

const content: readonly Rule[] = [
  block('complete.summary', 'REQUIRED', { cite: USUAL_CLAUSES, ground: 'R04' }, ({ form }) =>
    missing('content.summary', '标的技术内容摘要', form.content.summary),
  ),
  block('complete.summary-length', 'TOO_SHORT', { cite: USUAL_CLAUSES, ground: 'R04' }, ({ form, facts }) =>
    longEnough('content.summary', '标的技术内容摘要', form.content.summary, facts.parameters.summaryMinChars),
  ),
  required('content.techField', '技术领域', { cite: FORM }, ({ content }) => content.techField),
  required('content.ipKind', '知识产权类型', { cite: FORM }, ({ content }) => content.ipKind),
  required('content.planSource', '计划来源', { cite: FORM }, ({ content }) => content.planSource),
  warning('complete.plan-detail', 'CONTRACT.PLAN_DETAIL', { cite: FORM }, ({ form: { content } }) =>
    hitIf(
      content.planSource === NATIONAL_PLAN,
      'content.planSource',
      '请选择国家科技计划的具体类别（如国家重点研发计划）：统计按具体类别报送',
    ),
  ),
  required('content.industry', '服务的国民经济行业', { cite: FORM }, ({ content }) => content.industry),
  warning(
    'complete.industry-division',
    'CONTRACT.INDUSTRY_DIVISION',
    { cite: FORM },
    ({ form: { content } }) =>
      hitIf(
        content.industry !== null && content.industryDivision === null,
        'content.industry',
        '请选择服务的国民经济行业大类（GB/T 4754）：登记表按大类填写',
        { section: content.industry },
      ),
  ),
  required(
    'content.socioEconomicGoal',
    '社会经济目标',
    { cite: FORM },
    ({ content }) => content.socioEconomicGoal,
  ),
  block('complete.ownership-of-right', 'REQUIRED', { cite: (law) => law.disposal }, ({ form }) =>
    disposesOfRight(form.subclass)
      ? missing('content.ownershipClause', '成果归属约定', form.content.ownershipClause)
      : [],
  ),
  block(
    'complete.ownership-of-result',
    'REQUIRED',
    { cite: statute('民法典第859至861条、第885条') },
    ({ form }) =>
      disposesOfRight(form.subclass)
        ? []
        : missing('content.ownershipClause', '成果归属约定', form.content.ownershipClause),
  ),
  required(
    'content.confidentialityClause',
    '保密约定',
    { cite: USUAL_CLAUSES },
    ({ content }) => content.confidentialityClause,
  ),
  required(
    'content.acceptanceClause',
    '验收标准与方式',
    { cite: USUAL_CLAUSES },
    ({ content }) => content.acceptanceClause,
  ),
  required(
    'content.projectNumber',
    '项目编号',
    { cite: FORM },
    ({ content }) => content.projectNumber,
    ({ form }) => isPlanned(form),
  ),
  block('complete.plan-agrees', 'CONTRACT.PLAN_MISMATCH', { cite: FORM }, ({ form }) =>
    hitIf(
      form.content.planSource !== null &&
        form.flags.planProject !== null &&
        form.flags.planProject !== isPlanned(form),
      'flags.planProject',
      '“是否科技计划项目”与计划来源不一致，请核对后改成一致',
      { planSource: form.content.planSource, planProject: form.flags.planProject },
    ),
  ),
];

const flags: readonly Rule[] = [
  required('flags.foreign', '是否涉外', { cite: FORM }, ({ flags }) => flags.foreign),
  required('flags.secret', '是否涉密', { cite: FORM }, ({ flags }) => flags.secret),
  required('flags.relatedParties', '是否关联交易', { cite: FORM }, ({ flags }) => flags.relatedParties),
  required('flags.planProject', '是否科技计划项目', { cite: FORM }, ({ flags }) => flags.planProject),
  required('flags.challengeCall', '是否揭榜挂帅项目', { cite: FORM }, ({ flags }) => flags.challengeCall),
  required(
    'flags.challengeNumber',
    '揭榜挂帅榜单编号',
    { cite: FORM },
    ({ flags }) => flags.challengeNumber,
    ({ form }) => form.flags.challengeCall === true,
  ),
  block('complete.secret', 'CONTRACT.SECRET', { cite: statute('保守国家秘密法') }, ({ form }) =>
    hitIf(
      form.flags.secret === true,
      'flags.secret',
      '涉密合同不得在线申报，请删除已上传的材料，携带纸质材料到登记机构的涉密窗口办理',
    ),
  ),
  required(
    'flags.foreignLicenceNumber',
    '技术进出口许可或登记号',
    TRADE,
    ({ flags }) => flags.foreignLicenceNumber,
    ({ form }) => crossesBorder(form),
  ),
  block('complete.declaration', 'CONTRACT.DECLARATION_MISSING', { cite: FORM }, ({ form }) =>
    hitIf(form.declaration?.truthful !== true, 'declaration.truthful', '请阅读并确认真实性承诺'),
  ),
  required(
    'declaration.signatory',
    '承诺人姓名',
    { cite: FORM },
    ({ declaration }) => declaration?.signatory,
  ),
];

/** Whether everything that the form asks for is there (reference A4). */
export const completeness: readonly Rule[] = [...head, ...content, ...flags];
