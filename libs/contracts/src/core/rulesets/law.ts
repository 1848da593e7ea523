/** What a rule may rest on in the order and its rules; where each stands differs between their versions. */
export interface Law {
  /** 办法: who applies, where and how often, when, time limits, correction, experts, objection. */
  readonly applicant: string;
  readonly once: string;
  readonly withinTerm: string;
  readonly wholeText: string;
  readonly timeLimit: string;
  readonly correction: string;
  readonly expertReview: string;
  /** 规则: what is recognised, class by class, and how amounts are fixed. */
  readonly development: string;
  readonly disposal: string;
  readonly titleProof: string;
  readonly knowHow: string;
  readonly publicDomain: string;
  readonly consulting: string;
  readonly service: string;
  readonly training: string;
  readonly broker: string;
  readonly foreignLanguage: string;
  readonly mixed: string;
  readonly governmentProject: string;
  readonly grounds: string;
  readonly amounts: string;
  readonly carriers: string;
  readonly royalty: string;
}

/** Names the basis under the law of the set that judges. */
export type Citation = (law: Law) => string;
export const statute =
  (article: string): Citation =>
  () =>
    article;

const ORDER_2000 = '《技术合同认定登记管理办法》（国科发政字〔2000〕063号）';
const RULES_2001 = '《技术合同认定登记规则》（国科发政字〔2001〕253号）';

/** In force until 2026; article numbers only where the text was read. */
export const LAW_2001: Law = {
  applicant: `${ORDER_2000}：研究开发人、让与人、受托人等卖方申请`,
  once: `${ORDER_2000}：按地域一次登记`,
  withinTerm: `${ORDER_2000}：合同成立生效后、有效期内申请`,
  wholeText: `${ORDER_2000}：书面合同文本`,
  timeLimit: `${ORDER_2000}：自受理之日起30日`,
  correction: `${ORDER_2000}：书面一次告知限期补正`,
  expertReview: `${ORDER_2000}：未设专家评审`,
  development: `${RULES_2001}：技术开发合同认定条件`,
  disposal: `${RULES_2001}：技术转让合同（含专利实施许可）认定条件`,
  titleProof: `${RULES_2001}：技术转让合同的权利证明`,
  knowHow: `${RULES_2001}：技术秘密的认定条件`,
  publicDomain: `${RULES_2001}：公有技术不得作为转让标的`,
  consulting: `${RULES_2001}第34至38条`,
  service: `${RULES_2001}：技术服务合同认定条件`,
  training: `${RULES_2001}：技术培训合同认定条件`,
  broker: `${RULES_2001}：技术中介合同认定条件`,
  foreignLanguage: `${RULES_2001}：外文合同附中文文本`,
  mixed: `${RULES_2001}：其他有名合同不予登记，技术内容应单独订立合同`,
  governmentProject: `${RULES_2001}：政府计划项目合同`,
  grounds: `${RULES_2001}：不予登记的情形`,
  amounts: `${RULES_2001}：合同交易总额、技术交易额的核定`,
  carriers: `${RULES_2001}：合理数量标的物的直接成本`,
  royalty: `${RULES_2001}第51条`,
};

const ORDER_2024 = '《技术合同认定登记管理办法》2024年12月征求意见稿';
const RULES_DRAFT = '《技术合同认定登记规则》修订征求意见稿';

/** The consultation text; its rules are cited by the numbers of that text. */
export const LAW_2024: Law = {
  applicant: `${ORDER_2024}：登记主体为卖方，技术进口合同由境内买方申请`,
  once: `${ORDER_2024}：按地域一次登记`,
  withinTerm: `${ORDER_2024}：合同生效后、有效期内申请登记`,
  wholeText: `${ORDER_2024}：完整合同文本（含电子合同）`,
  timeLimit: `${ORDER_2024}：自受理之日起15个工作日`,
  correction: `${ORDER_2024}：补正材料提交之日为受理日`,
  expertReview: `${ORDER_2024}：大额或有争议的合同由专家评审，30个工作日`,
  development: `${RULES_DRAFT}：技术开发合同认定条件`,
  disposal: `${RULES_DRAFT}第9条`,
  titleProof: `${RULES_DRAFT}第10条`,
  knowHow: `${RULES_DRAFT}第11条`,
  publicDomain: `${RULES_DRAFT}第12条`,
  consulting: `${RULES_DRAFT}：技术咨询合同认定条件`,
  service: `${RULES_DRAFT}：技术服务合同认定条件`,
  training: `${RULES_DRAFT}第25至27条`,
  broker: `${RULES_DRAFT}第28至31条`,
  foreignLanguage: `${RULES_DRAFT}第36条`,
  mixed: `${RULES_DRAFT}第37条`,
  governmentProject: `${RULES_DRAFT}第38条`,
  grounds: `${RULES_DRAFT}第39条`,
  amounts: `${RULES_DRAFT}：合同成交额、技术交易额的核定`,
  carriers: `${RULES_DRAFT}：合理数量标的物的直接成本`,
  royalty: `${RULES_DRAFT}：金额不能确定的合同`,
};

/**
 * The order of 23 January 2026. Its text was not found, only what was written about it: each basis is
 * cited as the consultation text, and says that the number in the final text is to be verified.
 */
export const LAW_2026 = Object.fromEntries(
  Object.entries(LAW_2024).map(([topic, article]: [string, string]) => [
    topic,
    `${article}（2026年正式文本条号待核）`,
  ]),
) as unknown as Law;
