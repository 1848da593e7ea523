import { buyerParty, sellerParty } from '../contract.fixture.js';
import { asks, flags, form, same, seller, type Change, type RuleCases } from './situation.js';

const abroad = {
  ...buyerParty,
  identifier: 'HRB 1',
  identifierKind: 'FOREIGN',
  country: '304',
  name: 'X GmbH',
} as const;
const withBroker = (fee: number | null): Change =>
  form({ brokers: [{ organisationId: null, name: '晋北技转', fee, payer: fee === null ? null : 'BUYER' }] });

export const partiesCases: RuleCases = {
  ...asks('sellers', form({ sellers: [] })),
  ...asks('buyers', form({ buyers: [] })),
  'parties.name': { fires: [{ change: seller({ name: '' }), at: 'sellers.0.name' }] },
  'parties.identifier': { fires: [{ change: seller({ identifier: null }), at: 'sellers.0.identifier' }] },
  'parties.nature': { fires: [{ change: seller({ nature: null }), at: 'sellers.0.nature' }] },
  'parties.division': {
    fires: [{ change: seller({ divisionCode: null }), at: 'sellers.0.divisionCode' }],
    silent: [{ change: form({ buyers: [{ ...abroad, divisionCode: null }] }) }],
  },
  'parties.legal-representative': {
    fires: [{ change: seller({ legalRepresentative: null }), at: 'sellers.0.legalRepresentative' }],
    silent: [{ change: seller({ legalRepresentative: null, nature: '500' }) }],
  },
  'parties.contact': {
    fires: [
      { change: seller({ contactName: null }), at: 'sellers.0.contactName' },
      { change: seller({ contactPhone: null }), at: 'sellers.0.contactPhone' },
    ],
    silent: [{ change: form({ buyers: [{ ...buyerParty, contactName: null, contactPhone: null }] }) }],
  },
  'parties.uscc': {
    fires: [{ change: seller({ identifier: '91330100799655058C' }), at: 'sellers.0.identifier' }],
    silent: [{ change: seller({ identifier: null }) }],
  },
  'parties.id-card': {
    fires: [
      {
        change: seller({ identifier: '11010519491231002Y', identifierKind: 'ID_CARD', nature: '500' }),
        at: 'sellers.0.identifier',
      },
    ],
    silent: [
      { change: seller({ identifier: '11010519491231002X', identifierKind: 'ID_CARD', nature: '500' }) },
    ],
  },
  'parties.home-identifier': {
    fires: [{ change: seller({ identifierKind: 'FOREIGN' }), at: 'sellers.0.identifierKind' }],
    silent: [{ change: form({ buyers: [abroad] }) }],
  },
  'parties.once': {
    fires: [{ change: form({ buyers: [sellerParty] }), at: 'buyers.0' }],
    silent: [{ change: form({ buyers: [{ ...buyerParty, name: '', identifier: null }] }) }],
  },
  'parties.broker-name': {
    fires: [{ change: form({ brokers: [{ organisationId: null, name: '', fee: 1, payer: 'BUYER' }] }) }],
  },
  'parties.broker-fee': {
    fires: [{ change: withBroker(null), at: 'brokers.0.fee' }],
    silent: [{ change: withBroker(1) }],
  },
  'parties.applicant-first': {
    fires: [
      { change: same, facts: { applicantUscc: '914403001922038216' }, at: 'sellers.0' },
      { change: flags({ foreign: 'IMPORT', foreignLicenceNumber: 'L1' }), at: 'buyers.0' },
    ],
    silent: [
      // Under the old rules the seller applied whatever crossed the border.
      { change: flags({ foreign: 'IMPORT', foreignLicenceNumber: 'L1' }), set: '2000/2001' },
      {
        change: flags({ foreign: 'IMPORT', foreignLicenceNumber: 'L1' }),
        facts: { applicantUscc: '914403001922038216' },
      },
    ],
  },
  'parties.border': {
    fires: [{ change: form({ buyers: [abroad] }) }],
    silent: [{ change: (old) => flags({ foreign: 'EXPORT' })(form({ buyers: [abroad] })(old)) }],
  },
};
