import type { RegisteredPatent } from '../../src/core/facts.js';
import { form, right, type RuleCases, type Situation } from './situation.js';

/** The patent of the complete application as the register holds it. */
const entry: RegisteredPatent = {
  number: '200310100002X',
  state: 'GRANTED',
  open: true,
  ownerId: '00000000-0000-7000-8000-0000000000a1',
  applicants: ['忻州示范大学'],
  expiresOn: '2036-03-01',
  exclusiveUntil: null,
  pledged: false,
};
const known = (change: Partial<RegisteredPatent> = {}): Situation => ({
  facts: { patents: [{ ...entry, ...change }] },
});
const service = form({ subclass: '51' });

export const registerCases: RuleCases = {
  'register.status': {
    fires: [
      { ...known({ state: 'LAPSED' }), at: 'content.ipRights.0.status' },
      {
        ...known({ state: 'LAPSED' }),
        change: right({ number: 'zl200310100002.x' }),
        at: 'content.ipRights.0.status',
      },
      { ...known({ state: 'EXAMINATION' }), at: 'content.ipRights.0.status' },
    ],
    silent: [
      known(),
      {},
      { ...known({ state: 'LAPSED' }), change: service },
      known({ number: '2023100000018' }),
    ],
  },
  'register.term': {
    fires: [{ ...known({ expiresOn: '2030-03-01' }), at: 'content.ipRights.0.expiresOn' }],
    silent: [known(), known({ expiresOn: '2040-03-01' })],
  },
  'register.owner': {
    fires: [{ ...known({ applicants: ['晋北理工学院'] }), at: 'content.ipRights.0.owners' }],
    silent: [
      known(),
      known({ applicants: ['晋北理工学院', '忻州示范大学'] }),
      { ...known({ applicants: ['晋北理工学院'] }), change: right({ owners: [] }) },
    ],
  },
  'register.exclusive': {
    fires: [{ ...known({ exclusiveUntil: '2027-01-01' }), at: 'content.ipRights.0.number' }],
    silent: [known(), known({ exclusiveUntil: '2026-11-01' })],
  },
  'register.pledged': {
    fires: [{ ...known({ pledged: true }), at: 'content.ipRights.0.number' }],
    silent: [known()],
  },
};
