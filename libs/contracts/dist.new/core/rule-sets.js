import { attachments } from './checks/attachments.js';
import { completeness } from './checks/completeness.js';
import { grounds } from './checks/grounds.js';
import { moneyChecks } from './checks/money.js';
import { parties } from './checks/parties.js';
import { rights } from './checks/rights.js';
import { validity } from './checks/validity.js';
/**
 * The order of 23 January 2026. Its final article numbers are still to be verified, so what is known
 * from the consultation text is cited as that text (reference, headline warning 1 and J1).
 */ const RULES_2026 = {
    id: '2026',
    name: '《技术合同认定登记管理办法》及《技术合同认定登记规则》（2026年1月23日公布）',
    clock: 'WORKING_DAYS',
    correction: 'RESTARTS',
    articles: {
        expertReview: '《技术合同认定登记管理办法》2024年征求意见稿：大额或有争议的合同由专家评审',
        timeLimit: '《技术合同认定登记管理办法》2024年征求意见稿：自受理之日起15个工作日',
        correction: '《技术合同认定登记管理办法》2024年征求意见稿：补正材料提交之日为受理日'
    },
    checks: [
        completeness,
        parties,
        validity,
        moneyChecks,
        rights,
        attachments,
        grounds
    ]
};
export const RULE_SETS = {
    [RULES_2026.id]: RULES_2026
};
/** The set that an application accepted now is pinned to. */ export const CURRENT_RULE_SET = RULES_2026.id;
/** The set an application is pinned to, or the one in force while it is pinned to none. */ export const ruleSetOf = (contract)=>RULE_SETS[contract.ruleSet ?? CURRENT_RULE_SET] ?? RULES_2026;
/** Everything that the application's rule set says of it. */ export const findingsOf = ({ contract, facts })=>ruleSetOf(contract).checks.flatMap((check)=>[
            ...check(contract.form, facts)
        ]);

//# sourceMappingURL=rule-sets.js.map
