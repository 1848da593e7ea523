import { disposesOfRight, FILE_KINDS, type ContractForm, type FileKind } from '../contract.js';
import type { CaseFacts } from '../facts.js';
import { statute, type Citation } from '../rulesets/law.js';
import { block, hitIf, warning, type Rule } from '../rulesets/rule.js';
import { crossesBorder, isPlanned } from './completeness.js';

const registered = (form: ContractForm): boolean =>
  disposesOfRight(form.subclass) && form.content.ipRights.some(({ kind }) => kind !== 'KNOW_HOW');
const knowHow = (form: ContractForm): boolean =>
  disposesOfRight(form.subclass) &&
  (form.content.ipKind === 'KNOW_HOW' || form.content.ipRights.some(({ kind }) => kind === 'KNOW_HOW'));
/** A state-established seller that disposes of a result by agreement must have disclosed the price. */
const disclosureDue = (form: ContractForm, facts: CaseFacts): boolean =>
  facts.applicantStateEstablished && disposesOfRight(form.subclass) && form.flags.foreign !== 'IMPORT';

/** Products whose making the law ties to an approval or a licence. */
const LICENSED =
  /药品|新药|仿制药|疫苗|血液制品|医疗器械|兽药|农药|饲料添加剂|食品添加剂|保健食品|转基因|主要农作物(品种|种子)|危险化学品|民用爆炸|放射性|特种设备|压力容器|商用密码|人类遗传资源/;

/** A file that some contracts must carry. */
const file = (
  kind: FileKind,
  cite: Citation,
  when: (form: ContractForm, facts: CaseFacts) => boolean,
  ground: 'R06' | 'R09' = 'R09',
): Rule =>
  block(`file.${kind}`, 'CONTRACT.FILE_MISSING', { cite, ground }, ({ form, facts }) =>
    hitIf(when(form, facts) && !facts.fileKinds.includes(kind), `files.${kind}`, `请上传${FILE_KINDS[kind]}`),
  );

/** Attachments by class (reference A4); kinds that only some contracts carry are asked of those. */
export const attachments: readonly Rule[] = [
  file(
    'CONTRACT_TEXT',
    (law) => law.wholeText,
    ({ flags }) => (flags.documentBasis ?? 'CONTRACT') === 'CONTRACT',
  ),
  file(
    'TASK_BOOK',
    (law) => law.governmentProject,
    ({ flags }) => flags.documentBasis === 'TASK_BOOK',
  ),
  file(
    'BID_DOCUMENT',
    (law) => law.governmentProject,
    ({ flags }) => flags.documentBasis === 'BID_AND_AWARD',
  ),
  file(
    'AWARD_NOTICE',
    (law) => law.governmentProject,
    ({ flags }) => flags.documentBasis === 'BID_AND_AWARD',
  ),
  block(
    'file.basis',
    'CONTRACT.DOCUMENT_BASIS',
    { cite: (law) => law.governmentProject, ground: 'R09' },
    ({ form, set }) => {
      const basis = form.flags.documentBasis ?? 'CONTRACT';
      const path = 'flags.documentBasis';
      if (basis !== 'CONTRACT' && form.content.planSource !== null && !isPlanned(form))
        return [
          {
            path,
            message: '只有政府科技计划项目可以任务书或投标、中标文件代替合同申请登记',
            facts: { basis },
          },
        ];
      return hitIf(
        basis === 'BID_AND_AWARD' && !set.bidAndAward,
        path,
        '该合同适用的规则不接受以投标文件和中标通知书代替合同，请提交合同或任务书',
        { basis },
      );
    },
  ),
  block(
    'complete.translation',
    'CONTRACT.TRANSLATION_UNDERTAKING',
    { cite: (law) => law.foreignLanguage, ground: 'R09' },
    ({ form }) =>
      hitIf(
        form.language !== null && form.language !== 'zh' && form.flags.translationFaithful !== true,
        'flags.translationFaithful',
        '外文合同须附中文副本，并承诺中文副本与原文一致',
        { language: form.language },
      ),
  ),
  file('IP_CERTIFICATE', (law) => law.titleProof, registered),
  file('KNOW_HOW_STATEMENT', (law) => law.knowHow, knowHow),
  file('PROJECT_CONSENT', statute('技术合同登记材料：政府项目须主管部门同意'), isPlanned),
  file(
    'CHINESE_COPY',
    (law) => law.foreignLanguage,
    ({ language }) => language !== null && language !== 'zh',
  ),
  file('TRADE_LICENCE', statute('技术进出口管理条例'), crossesBorder, 'R06'),
  file(
    'PRICE_DISCLOSURE',
    statute('促进科技成果转化法第18条'),
    (form, facts) => disclosureDue(form, facts) && facts.deal?.disclosureCompleted !== true,
  ),
  block(
    'required.flags.pricingMethod',
    'REQUIRED',
    { cite: statute('促进科技成果转化法第18条') },
    ({ form, facts }) =>
      hitIf(
        disclosureDue(form, facts) && form.flags.pricingMethod === null,
        'flags.pricingMethod',
        '请选择价格确定方式（协议定价、挂牌交易或拍卖）',
      ),
  ),
  warning(
    'file.LEGAL_APPROVAL',
    'CONTRACT.APPROVAL_MISSING',
    { cite: statute('技术合同登记材料：依法须经批准或取得生产许可的，须提交批准或许可文件'), ground: 'R06' },
    ({ form, facts }) => {
      const word = LICENSED.exec(`${form.title}\n${form.content.summary ?? ''}`)?.[0] ?? null;
      return hitIf(
        disposesOfRight(form.subclass) && word !== null && !facts.fileKinds.includes('LEGAL_APPROVAL'),
        'files.LEGAL_APPROVAL',
        `标的涉及“${word ?? ''}”：依法须经批准或取得生产许可的，请上传批准或许可文件；不需要的，请说明`,
        { word },
      );
    },
  ),
  warning(
    'file.POWER_OF_ATTORNEY',
    'CONTRACT.POWER_OF_ATTORNEY_MISSING',
    { cite: statute('民法典第165条'), ground: 'R09' },
    ({ facts }) =>
      hitIf(
        facts.atCounter === true && !facts.fileKinds.includes('POWER_OF_ATTORNEY'),
        'files.POWER_OF_ATTORNEY',
        '窗口办理：请上传经办人的授权委托书；法定代表人本人到场的，请说明',
      ),
  ),
  warning(
    'file.BROKER_CONTRACT',
    'CONTRACT.BROKER_CONTRACT_MISSING',
    { cite: (law) => law.broker },
    ({ form, facts }) =>
      hitIf(
        form.brokers.length > 0 && !facts.fileKinds.includes('BROKER_CONTRACT'),
        'files.BROKER_CONTRACT',
        '有中介方：如另订中介合同，请一并上传；三方合同中已含中介条款的不必',
      ),
  ),
  warning(
    'file.FIRST_SELLER_IDENTITY',
    'CONTRACT.SELLER_IDENTITY_MISSING',
    { cite: statute('技术合同登记材料：首次登记的卖方须提交主体证明') },
    ({ facts }) =>
      hitIf(
        facts.firstTimeSeller === true && !facts.fileKinds.includes('SELLER_IDENTITY'),
        'files.SELLER_IDENTITY',
        '贵单位首次申请登记，请上传营业执照或法人证书等主体证明；平台已核验的，请说明',
      ),
  ),
  warning(
    'file.SELLER_IDENTITY',
    'CONTRACT.SELLER_IDENTITY_MISSING',
    { cite: statute('技术合同登记材料：首次登记的卖方须提交主体证明') },
    ({ form, facts }) =>
      hitIf(
        form.sellers.slice(1).some(({ organisationId }) => organisationId === null) &&
          !facts.fileKinds.includes('SELLER_IDENTITY'),
        'files.SELLER_IDENTITY',
        '共同卖方未在平台核验，首次登记的请上传主体证明',
      ),
  ),
];
