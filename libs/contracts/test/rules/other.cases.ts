import type { ContractForm } from '../../src/core/contract.js';
import type { CaseFacts, Twin } from '../../src/core/facts.js';
import { checklistFor, parameters, sellerParty } from '../contract.fixture.js';
import {
  all,
  asks,
  content,
  flags,
  form,
  licence,
  money,
  seller,
  type Change,
  type RuleCases,
} from './situation.js';

const coSeller =
  (organisationId: string | null): Change =>
  (old) => ({
    ...old,
    sellers: [
      sellerParty,
      { ...sellerParty, organisationId, name: '共同卖方', identifier: '91110108551385082Q' },
    ],
  });
const withBroker = form({ brokers: [{ organisationId: null, name: '晋北技转', fee: 1, payer: 'BUYER' }] });
const government = all(content({ planSource: '3', projectNumber: '2026-18' }), flags({ planProject: true }));
const entry =
  (change: Partial<ContractForm['checklist'][number]>): Change =>
  (old) => ({
    ...old,
    checklist: old.checklist.map((each, index) => (index === 0 ? { ...each, ...change } : each)),
  });
const fileKinds = ['CONTRACT_TEXT', 'IP_CERTIFICATE'] as const;

export const validityCases: RuleCases = {
  ...asks('signedOn', form({ signedOn: null })),
  ...asks('effectiveFrom', form({ effectiveFrom: null })),
  ...asks('effectiveTo', form({ effectiveTo: null })),
  'validity.order': {
    fires: [{ change: form({ effectiveFrom: '2026-11-02', effectiveTo: '2026-11-01' }) }],
    silent: [{ change: form({ effectiveFrom: '2026-11-23', effectiveTo: '2026-11-23' }) }],
  },
  'validity.signed': {
    fires: [{ change: form({ signedOn: '2026-11-24' }) }],
    silent: [{ change: form({ signedOn: '2026-11-23' }) }],
  },
  'validity.in-effect': {
    fires: [{ change: form({ effectiveFrom: '2026-11-24' }) }],
    silent: [{ change: form({ effectiveFrom: '2026-11-23' }) }],
  },
  'validity.not-over': {
    fires: [{ change: form({ effectiveTo: '2026-11-22' }) }],
    silent: [{ change: form({ effectiveTo: '2026-11-23' }) }],
  },
};

export const attachmentCases: RuleCases = {
  ...asks('flags.pricingMethod', flags({ pricingMethod: null })),
  'file.CONTRACT_TEXT': {
    fires: [{ facts: { fileKinds: ['IP_CERTIFICATE'] }, at: 'files.CONTRACT_TEXT' }],
    silent: [{ change: flags({ documentBasis: 'TASK_BOOK' }), facts: { fileKinds: ['TASK_BOOK'] } }],
  },
  'file.TASK_BOOK': {
    fires: [{ change: flags({ documentBasis: 'TASK_BOOK' }), at: 'files.TASK_BOOK' }],
    silent: [{ change: flags({ documentBasis: 'TASK_BOOK' }), facts: { fileKinds: ['TASK_BOOK'] } }],
  },
  'file.BID_DOCUMENT': {
    fires: [{ change: flags({ documentBasis: 'BID_AND_AWARD' }) }],
    silent: [{ change: flags({ documentBasis: 'BID_AND_AWARD' }), facts: { fileKinds: ['BID_DOCUMENT'] } }],
  },
  'file.AWARD_NOTICE': {
    fires: [{ change: flags({ documentBasis: 'BID_AND_AWARD' }) }],
    silent: [{ change: flags({ documentBasis: 'BID_AND_AWARD' }), facts: { fileKinds: ['AWARD_NOTICE'] } }],
  },
  'file.basis': {
    fires: [
      { change: flags({ documentBasis: 'TASK_BOOK' }), at: 'flags.documentBasis' },
      { change: all(government, flags({ documentBasis: 'BID_AND_AWARD' })), set: '2000/2001' },
    ],
    silent: [
      { change: all(government, flags({ documentBasis: 'BID_AND_AWARD' })) },
      { change: all(government, flags({ documentBasis: 'TASK_BOOK' })), set: '2000/2001' },
      { change: all(content({ planSource: null }), flags({ documentBasis: 'TASK_BOOK' })) },
    ],
  },
  'complete.translation': {
    fires: [{ change: form({ language: 'en' }), at: 'flags.translationFaithful' }],
    silent: [{ change: all(form({ language: 'en' }), flags({ translationFaithful: true })) }],
  },
  'file.IP_CERTIFICATE': {
    fires: [{ facts: { fileKinds: ['CONTRACT_TEXT'] } }],
    silent: [{ change: form({ subclass: '51' }), facts: { fileKinds: ['CONTRACT_TEXT'] } }],
  },
  'file.KNOW_HOW_STATEMENT': {
    fires: [{ change: all(form({ subclass: '23' }), content({ ipKind: 'KNOW_HOW' })) }],
    silent: [
      {
        change: all(form({ subclass: '23' }), content({ ipKind: 'KNOW_HOW' })),
        facts: { fileKinds: [...fileKinds, 'KNOW_HOW_STATEMENT'] },
      },
    ],
  },
  'file.PROJECT_CONSENT': {
    fires: [{ change: content({ planSource: '3' }) }],
    silent: [{ change: content({ planSource: '5' }) }],
  },
  'file.CHINESE_COPY': {
    fires: [{ change: form({ language: 'en' }) }],
    silent: [{ change: form({ language: 'en' }), facts: { fileKinds: [...fileKinds, 'CHINESE_COPY'] } }],
  },
  'file.TRADE_LICENCE': {
    fires: [{ change: flags({ foreign: 'EXPORT' }) }],
    silent: [{ change: flags({ foreign: 'EXPORT' }), facts: { fileKinds: [...fileKinds, 'TRADE_LICENCE'] } }],
  },
  'file.LEGAL_APPROVAL': {
    fires: [{ change: form({ title: '杂粮保健食品配方专利权转让' }), at: 'files.LEGAL_APPROVAL' }],
    silent: [
      {
        change: form({ title: '杂粮保健食品配方专利权转让' }),
        facts: { fileKinds: [...fileKinds, 'LEGAL_APPROVAL'] },
      },
      { change: form({ title: '杂粮保健食品配方开发', subclass: '11' }) },
    ],
  },
  'file.POWER_OF_ATTORNEY': {
    fires: [{ facts: { atCounter: true }, at: 'files.POWER_OF_ATTORNEY' }],
    silent: [
      { facts: { atCounter: true, fileKinds: [...fileKinds, 'POWER_OF_ATTORNEY'] } },
      { facts: { atCounter: false } },
    ],
  },
  'file.PRICE_DISCLOSURE': {
    fires: [
      { facts: { deal: null } },
      { facts: { deal: { pricingMethod: 'AGREEMENT', disclosureCompleted: false } } },
    ],
    silent: [
      { facts: { deal: null, applicantStateEstablished: false } },
      { facts: { deal: null, fileKinds: [...fileKinds, 'PRICE_DISCLOSURE'] } },
    ],
  },
  'file.BROKER_CONTRACT': {
    fires: [{ change: withBroker }],
    silent: [{ change: withBroker, facts: { fileKinds: [...fileKinds, 'BROKER_CONTRACT'] } }],
  },
  'file.FIRST_SELLER_IDENTITY': {
    fires: [{ facts: { firstTimeSeller: true } }],
    silent: [
      { facts: { firstTimeSeller: true, fileKinds: [...fileKinds, 'SELLER_IDENTITY'] } },
      { facts: { firstTimeSeller: false } },
    ],
  },
  'file.SELLER_IDENTITY': {
    fires: [{ change: coSeller(null) }],
    silent: [{ change: coSeller(sellerParty.organisationId) }, { change: seller({ organisationId: null }) }],
  },
};

export const groundsCases: RuleCases = {
  'grounds.non-technical': {
    fires: [{ change: form({ title: '常规检测专利权转让' }) }],
    silent: [{ change: form({ title: '非常检测专利权转让' }) }],
  },
  'grounds.restrictive-clause': {
    fires: [
      {
        change: content({ ownershipClause: '买方不得对技术作任何改进。' }),
        at: 'content.ownershipClause',
      },
    ],
    silent: [{ change: content({ ownershipClause: '买方不得泄露技术。双方均可改进。' }) }],
  },
  'grounds.title-class': {
    fires: [
      { change: form({ title: '光伏组件技术服务合同' }) },
      { change: form({ title: '光伏组件许可合同' }) },
    ],
    silent: [
      { change: form({ title: '光伏组件转让合同' }) },
      // Under the old rules a licence stands under 技术转让.
      { change: form({ title: '光伏组件许可合同' }), set: '2000/2001' },
      { change: all(licence(), form({ title: '光伏组件转让合同' })), set: '2000/2001' },
    ],
  },
  'grounds.not-of-class': {
    fires: [
      { change: all(form({ subclass: '11' }), content({ summary: '对现有产品进行仿制，并给出图纸。' })) },
      { change: all(form({ subclass: '40' }), content({ summary: '提供设备询价信息和经济分析。' })) },
      { change: all(form({ subclass: '51' }), content({ summary: '完成全厂仪表的计量检定。' })) },
      { change: all(form({ subclass: '53' }), content({ summary: '开展新进人员的职工培训。' })) },
    ],
    silent: [{ change: content({ summary: '对现有产品进行仿制。' }) }],
  },
  'grounds.consulting-implements': {
    fires: [
      { change: all(form({ subclass: '40' }), content({ acceptanceClause: '负责组织实施并现场调试。' })) },
    ],
    silent: [
      { change: all(form({ subclass: '40' }), content({ acceptanceClause: '提交咨询报告。' })) },
      { change: all(form({ subclass: '51' }), content({ acceptanceClause: '负责组织实施并现场调试。' })) },
    ],
  },
  'grounds.mixed-never': {
    fires: [{ change: flags({ mixed: true }), set: '2000/2001' }],
    silent: [{ change: flags({ mixed: true }) }, { change: flags({ mixed: false }), set: '2000/2001' }],
  },
  'grounds.mixed-amount': {
    fires: [{ change: all(flags({ mixed: true }), money({ technical: 100_000_000, deductions: [] })) }],
    silent: [
      { change: flags({ mixed: true }) },
      { change: money({ technical: 100_000_000, deductions: [] }) },
      { change: all(flags({ mixed: true }), money({ deductions: [] })), set: '2000/2001' },
    ],
  },
};

const twins = (likeness: Twin['likeness'], similarity = 10_000): Partial<CaseFacts> => ({
  twins: [{ likeness, registered: true, contractId: 'other', similarity }],
});

export const duplicateCases: RuleCases = {
  'duplicates.same-text': {
    fires: [{ facts: twins('SAME_TEXT'), at: 'files.CONTRACT_TEXT' }],
    silent: [{ facts: twins('SAME_TERMS') }],
  },
  'duplicates.same-number': {
    fires: [{ facts: twins('SAME_NUMBER'), at: 'contractNumber' }],
    silent: [{ facts: twins('SAME_TERMS') }],
  },
  'duplicates.same-terms': {
    fires: [{ facts: twins('SAME_TERMS'), at: '' }],
    silent: [{ facts: twins('SAME_TEXT') }],
  },
  'duplicates.same-title': {
    fires: [{ facts: twins('SAME_TITLE'), at: 'title' }],
    silent: [
      { facts: twins('SAME_TERMS') },
      // Told by what else is alike.
      { facts: { twins: [...(twins('SAME_TITLE').twins ?? []), ...(twins('SAME_NUMBER').twins ?? [])] } },
    ],
  },
  'duplicates.same-right': {
    fires: [{ facts: twins('SAME_RIGHT'), at: 'content.ipRights' }],
    silent: [{ facts: twins('SAME_NUMBER') }],
  },
  'duplicates.similar-text': {
    fires: [{ facts: twins('SIMILAR_TEXT', 9_137), at: 'files.CONTRACT_TEXT' }],
    silent: [{ facts: twins('SAME_TEXT') }],
  },
};

export const checklistCases: RuleCases = {
  'checklist.answered': {
    fires: [
      { change: form({ checklist: [] }), at: 'checklist.disposal.mastered' },
      // Another class has other conditions.
      { change: form({ subclass: '11' }), at: 'checklist.development.goal' },
      { change: form({ subclass: '23' }), at: 'checklist.know-how.secret' },
      { change: form({ subclass: '53' }), at: 'checklist.training.people' },
      { change: form({ subclass: '52' }), at: 'checklist.broker.aim' },
    ],
    silent: [{ change: form({ subclass: '40', checklist: checklistFor('40') }) }],
  },
  'checklist.met': {
    fires: [{ change: entry({ met: false }), at: 'checklist.disposal.mastered' }],
    silent: [{ change: entry({ met: null }) }],
  },
  'checklist.evidence': {
    fires: [{ change: entry({ page: null, clause: null }), at: 'checklist.disposal.mastered' }],
    silent: [
      { change: entry({ page: null }) },
      { change: entry({ clause: null }) },
      { change: entry({ met: false, page: null, clause: null }) },
    ],
  },
};

const sibling = (technical: number): CaseFacts['siblings'][number] => ({
  contractId: 'other',
  registered: true,
  signedOn: '2026-10-01',
  total: technical,
  technical,
});
const CAP = parameters.countyCap;
/** The threshold is 500,000,000; what is own, and what stands beside it. */
const beside = (own: number, ...others: readonly number[]) => ({
  change: money({ total: own, technical: own, deductions: [], carriers: [] }),
  facts: { siblings: others.map(sibling) },
});
const relation = { kind: 'LEGAL_REPRESENTATIVE', name: '张三', contractId: null } as const;

export const integrityCases: RuleCases = {
  'integrity.split': {
    fires: [
      beside(450_000_000, 100_000_000),
      beside(400_000_000, 100_000_000),
      beside(100_000_000, 499_999_999),
      // None near the threshold, but three of them.
      beside(200_000_000, 200_000_000, 100_000_000),
    ],
    silent: [
      beside(450_000_000),
      beside(450_000_000, 49_999_999),
      beside(300_000_000, 300_000_000),
      beside(500_000_000, 100_000_000),
      beside(450_000_000, 500_000_000),
      // The old rules knew no such threshold.
      { ...beside(450_000_000, 100_000_000), set: '2000/2001' },
    ],
  },
  'integrity.split-cap': {
    fires: [beside(CAP - 1, 1), beside(CAP - 1, CAP - 1)],
    silent: [beside(CAP, 1), beside(1, CAP - 2), beside(CAP - 1)],
  },
  'integrity.related-undeclared': {
    fires: [
      { facts: { relations: [relation] }, at: 'flags.relatedParties' },
      { facts: { relations: [{ kind: 'DECLARED', name: null, contractId: 'other' }] } },
    ],
    silent: [
      { facts: { relations: [relation] }, change: flags({ relatedParties: true }) },
      { facts: { relations: [relation] }, change: flags({ relatedParties: null }) },
    ],
  },
  'integrity.mutual': {
    fires: [{ facts: { circle: ['a'] }, at: 'buyers' }],
    silent: [{ facts: { circle: ['a', 'b'] } }],
  },
  'integrity.circle': {
    fires: [{ facts: { circle: ['a', 'b'] }, at: 'buyers' }],
    silent: [{ facts: { circle: ['a'] } }, { facts: { circle: null } }],
  },
};
