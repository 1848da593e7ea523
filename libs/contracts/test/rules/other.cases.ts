import type { Twin } from '../../src/core/facts.js';
import { sellerParty } from '../contract.fixture.js';
import {
  all,
  asks,
  content,
  flags,
  form,
  licence,
  right,
  same,
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
const twin = (likeness: Twin['likeness']): Twin => ({
  likeness,
  registered: true,
  contractId: 'other',
  similarity: 9_300,
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
  'file.CONTRACT_TEXT': { fires: [{ facts: { fileKinds: ['IP_CERTIFICATE'] }, at: 'files.CONTRACT_TEXT' }] },
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
  'grounds.same-text': {
    fires: [{ facts: { twins: [twin('SAME_TEXT')] } }],
    silent: [{ facts: { twins: [twin('SAME_TERMS')] } }],
  },
  'grounds.same-terms': {
    fires: [{ facts: { twins: [twin('SAME_TERMS')] } }],
    silent: [{ change: all(same, right({})) }],
  },
  'grounds.similar-text': {
    fires: [{ facts: { twins: [twin('SIMILAR_TEXT')] }, at: 'files.CONTRACT_TEXT' }],
    silent: [{ facts: { twins: [twin('SAME_TEXT')] } }],
  },
};
