export const IDENTIFIER_KINDS = [
    'USCC',
    'ID_CARD',
    'FOREIGN'
];
/** 附件类别 (reference A4, Attachments). */ export const FILE_KINDS = {
    CONTRACT_TEXT: '合同文本及附件',
    SELLER_IDENTITY: '卖方主体证明',
    UNIT_AUTHORISATION: '法人授权书',
    PROJECT_CONSENT: '政府项目主管部门同意文件',
    LEGAL_APPROVAL: '生产许可或批准文件',
    IP_CERTIFICATE: '知识产权证明',
    KNOW_HOW_STATEMENT: '技术秘密四要件说明',
    CHINESE_COPY: '中文副本及一致性承诺',
    TRADE_LICENCE: '技术进出口许可或登记',
    POWER_OF_ATTORNEY: '代理人授权委托书',
    BROKER_CONTRACT: '中介合同',
    PRICE_DISCLOSURE: '定价公示或进场交易证明',
    EXPERT_OPINION: '专家评审意见',
    OTHER: '其他'
};
export const CHINA = '142';
export const classOf = (subclass)=>subclass?.slice(0, 1) ?? null;
/** 转让或许可: the classes that dispose of a right (民法典第862条). */ export const disposesOfRight = (subclass)=>[
        '2',
        '3'
    ].includes(classOf(subclass) ?? '');
/** Every organisation of the platform on either side or between them. */ export const organisationIdsOf = (form)=>[
        ...new Set([
            ...form.sellers,
            ...form.buyers,
            ...form.brokers
        ].flatMap(({ organisationId })=>organisationId === null ? [] : [
                organisationId
            ]))
    ];
export const EMPTY_FORM = {
    title: '',
    subclass: null,
    licenceMode: null,
    sellers: [],
    buyers: [],
    brokers: [],
    signedOn: null,
    signedAt: null,
    effectiveFrom: null,
    effectiveTo: null,
    modelText: null,
    electronic: null,
    language: 'zh',
    content: {
        summary: null,
        techField: null,
        ipKind: null,
        ipRights: [],
        planSource: null,
        projectNumber: null,
        industry: null,
        socioEconomicGoal: null,
        trl: null,
        ownershipClause: null,
        confidentialityClause: null,
        acceptanceClause: null
    },
    money: {
        total: null,
        technical: null,
        deductions: [],
        carriers: [],
        paymentMode: null,
        royalty: null,
        expectedInvestment: null,
        expectedOutput: null,
        lowRatioReason: null
    },
    flags: {
        foreign: null,
        foreignLicenceNumber: null,
        secret: null,
        relatedParties: null,
        taxBenefits: [],
        planProject: null,
        challengeCall: null,
        resultRegistrationNumber: null,
        pricingMethod: null
    },
    declaration: null
};

//# sourceMappingURL=contract.js.map
