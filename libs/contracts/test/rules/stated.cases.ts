import type { StatedTerms } from '../../src/core/facts.js';
import { all, form, money, right, type RuleCases, type Situation } from './situation.js';
import { says, text } from './texts.cases.js';

const SELLER = { side: 'sellers', name: '忻州示范大学', identifier: null } as const;
const BUYER = { side: 'buyers', name: '原平光电科技有限公司', identifier: null } as const;
/** What the text of the complete application states. */
const whole: StatedTerms = {
  parties: [SELLER, BUYER],
  signedOn: '2026-11-02',
  effectiveTo: '2028-11-01',
  deductions: [{ name: '层压试验台', amount: 20_000_000 }],
  rights: ['200310100002X'],
  restrictions: [],
};
const stating = (change: Partial<StatedTerms>): Situation => says({ stated: { ...whole, ...change } });
const restriction = { kind: 'IMPROVEMENT', clause: '第七条', page: 2, quote: '乙方不得自行改进' } as const;
/** The complete application as a licence of service work, which disposes of no right. */
const service = form({ subclass: '51' });

export const statedCases: RuleCases = {
  'texts.parties': {
    fires: [
      { ...stating({ parties: [SELLER, { ...BUYER, name: '原平光电集团有限公司' }] }), at: 'buyers' },
      { ...stating({ parties: [{ ...SELLER, name: '忻州示范大学科技园有限公司' }, BUYER] }), at: 'sellers' },
      {
        ...stating({
          parties: [
            { ...SELLER, side: 'buyers' },
            { ...BUYER, side: 'sellers' },
          ],
        }),
        at: 'sellers.0.name',
      },
    ],
    silent: [
      stating({}),
      says({}),
      stating({ parties: [] }),
      stating({ parties: [SELLER, { ...BUYER, name: '光电公司', identifier: '914403001922038216' }] }),
      stating({ parties: [{ ...SELLER, name: '忻州示范大学 ' }, BUYER] }),
      stating({ parties: [{ ...SELLER, name: '忻州示范大学机械工程学院' }, BUYER] }),
      {
        ...stating({ parties: [SELLER, BUYER, { ...SELLER, name: '晋北技转' }] }),
        change: form({ brokers: [{ organisationId: null, name: '晋北技转', fee: 1, payer: 'BUYER' }] }),
      },
    ],
  },
  'file.UNIT_AUTHORISATION': {
    fires: [
      {
        ...stating({ parties: [{ ...SELLER, name: '忻州示范大学机械工程学院' }, BUYER] }),
        at: 'files.UNIT_AUTHORISATION',
      },
    ],
    silent: [
      stating({}),
      stating({ parties: [{ ...SELLER, name: '忻州示范大学附属医院' }, BUYER] }),
      {
        facts: {
          ...stating({ parties: [{ ...SELLER, name: '忻州示范大学光伏课题组' }, BUYER] }).facts,
          fileKinds: ['CONTRACT_TEXT', 'IP_CERTIFICATE', 'UNIT_AUTHORISATION'],
        },
      },
    ],
  },
  'texts.signed-on': {
    fires: [{ ...stating({ signedOn: '2026-10-02' }), at: 'signedOn' }],
    silent: [
      stating({}),
      stating({ signedOn: null }),
      { facts: { texts: [text({ stated: { ...whole, signedOn: '2026-10-02' } }), text({ stated: whole })] } },
      { ...stating({ signedOn: '2026-10-02' }), change: form({ signedOn: null }) },
    ],
  },
  'texts.effective-to': {
    fires: [{ ...stating({ effectiveTo: '2027-11-01' }), at: 'effectiveTo' }],
    silent: [stating({}), stating({ effectiveTo: null })],
  },
  'texts.deductions': {
    fires: [
      {
        ...stating({ deductions: [{ name: '成套设备', amount: 60_000_000 }] }),
        at: 'money.deductions',
      },
      { ...stating({}), change: money({ deductions: [], carriers: [], technical: 100_000_000 }) },
    ],
    silent: [
      stating({}),
      stating({ deductions: [] }),
      // Two items of the text gathered in one of the form, and a carrier that stays inside.
      stating({
        deductions: [
          { name: '试验台', amount: 15_000_000 },
          { name: '夹具', amount: 5_000_000 },
        ],
      }),
      stating({ deductions: [{ name: '样件', amount: 3_000_000 }] }),
    ],
  },
  'texts.rights': {
    fires: [{ ...stating({ rights: ['200310100002X', '202310000001X'] }), at: 'content.ipRights' }],
    silent: [
      stating({}),
      { ...stating({}), change: right({ number: 'ZL 200310100002.X' }) },
      { ...stating({ rights: ['202310000001X'] }), change: all(service) },
    ],
  },
  'texts.restrictive': {
    fires: [{ ...stating({ restrictions: [restriction] }), at: 'files.CONTRACT_TEXT' }],
    silent: [stating({})],
  },
};
