import { CONTRACT_SUBCLASSES, isCode } from '@jihui/kernel';
import { classOf, disposesOfRight, type ContractForm } from '../contract.js';
import type { CaseFacts, FormCheck } from '../facts.js';
import { Findings } from '../findings.js';

const USUAL_CLAUSES = '民法典第845条';
const FORM = '技术合同登记表（表号JJ-001）填写说明';

function head(form: ContractForm, found: Findings): void {
  found
    .required('title', '项目名称', form.title, { article: USUAL_CLAUSES })
    .required('subclass', '合同类别', form.subclass, { article: '民法典第843条', ground: 'R02' })
    .required('signedAt', '签订地点', form.signedAt, { article: FORM })
    .required('modelText', '是否采用示范文本', form.modelText, { article: FORM })
    .required('electronic', '是否电子合同', form.electronic, { article: FORM })
    .required('language', '合同语言', form.language, { article: FORM });
  if (classOf(form.subclass) === '3')
    found.warnIf(
      form.licenceMode === null,
      'licenceMode',
      'CONTRACT.LICENCE_MODE_DEFAULT',
      '未写明许可方式，按普通许可登记；如约定为独占或排他，请选择并核对合同条款',
      { article: '最高人民法院技术合同纠纷解释第25条' },
    );
}

function content(form: ContractForm, facts: CaseFacts, found: Findings): void {
  const { content } = form;
  const subject = { article: USUAL_CLAUSES, ground: 'R04' } as const;
  found
    .text('content.summary', '标的技术内容摘要', content.summary, facts.parameters.summaryMinChars, subject)
    .required('content.techField', '技术领域', content.techField, { article: FORM })
    .required('content.ipKind', '知识产权类型', content.ipKind, { article: FORM })
    .required('content.planSource', '计划来源', content.planSource, { article: FORM })
    .required('content.industry', '服务的国民经济行业', content.industry, { article: FORM })
    .required('content.socioEconomicGoal', '社会经济目标', content.socioEconomicGoal, { article: FORM })
    .required('content.ownershipClause', '成果归属约定', content.ownershipClause, {
      article: disposesOfRight(form.subclass)
        ? '技术合同认定登记规则（修订稿）第9条'
        : '民法典第859至861条、第885条',
    })
    .required('content.confidentialityClause', '保密约定', content.confidentialityClause, {
      article: USUAL_CLAUSES,
    })
    .required('content.acceptanceClause', '验收标准与方式', content.acceptanceClause, {
      article: USUAL_CLAUSES,
    });
  const planned = content.planSource !== null && content.planSource !== '5';
  if (planned) found.required('content.projectNumber', '项目编号', content.projectNumber, { article: FORM });
  found.blockIf(
    content.planSource !== null && form.flags.planProject !== null && form.flags.planProject !== planned,
    'flags.planProject',
    'CONTRACT.PLAN_MISMATCH',
    '“是否科技计划项目”与计划来源不一致，请核对后改成一致',
    { article: FORM },
  );
}

function flags(form: ContractForm, found: Findings): void {
  const { flags, declaration } = form;
  found
    .required('flags.foreign', '是否涉外', flags.foreign, { article: FORM })
    .required('flags.secret', '是否涉密', flags.secret, { article: FORM })
    .required('flags.relatedParties', '是否关联交易', flags.relatedParties, { article: FORM })
    .required('flags.planProject', '是否科技计划项目', flags.planProject, { article: FORM })
    .required('flags.challengeCall', '是否揭榜挂帅项目', flags.challengeCall, { article: FORM })
    .blockIf(
      flags.secret === true,
      'flags.secret',
      'CONTRACT.SECRET',
      '涉密合同不得在线申报，请删除已上传的材料，携带纸质材料到登记机构的涉密窗口办理',
      { article: '保守国家秘密法' },
    );
  if (flags.foreign === 'IMPORT' || flags.foreign === 'EXPORT')
    found.required('flags.foreignLicenceNumber', '技术进出口许可或登记号', flags.foreignLicenceNumber, {
      article: '技术进出口管理条例',
      ground: 'R06',
    });
  found.blockIf(
    declaration?.truthful !== true,
    'declaration.truthful',
    'CONTRACT.DECLARATION_MISSING',
    '请阅读并确认真实性承诺',
    { article: FORM },
  );
  found.required('declaration.signatory', '承诺人姓名', declaration?.signatory, { article: FORM });
}

/** Whether everything that the form asks for is there (reference A4). */
export const completeness: FormCheck = (form, facts) => {
  const found = new Findings();
  head(form, found);
  content(form, facts, found);
  flags(form, found);
  found.blockIf(
    form.subclass !== null && !isCode(CONTRACT_SUBCLASSES, form.subclass),
    'subclass',
    'UNKNOWN_CODE',
    '请从列表中选择合同类别',
  );
  return found.found;
};
