import { all, asks, content, form, licence, right, type RuleCases } from './situation.js';

const at = 'content.ipRights.0';
const pendingTransfer = form({ subclass: '22' });
const knowHow = all(form({ subclass: '23' }), content({ ipKind: 'KNOW_HOW' }));

export const rightsCases: RuleCases = {
  ...asks('content.ipRights', content({ ipRights: [] })),
  'rights.kind': {
    fires: [{ change: content({ ipKind: 'SOFTWARE_COPYRIGHT' }) }],
    silent: [{ change: all(form({ subclass: '28' }), content({ ipKind: 'SOFTWARE_COPYRIGHT' })) }],
  },
  'rights.open-licence': {
    fires: [{ change: form({ subclass: '32', licenceMode: 'OPEN' }) }],
    silent: [{ change: licence({ licenceMode: 'OPEN' }) }],
  },
  'rights.named': {
    fires: [
      { change: right({ title: '' }), at: `${at}.title` },
      { change: right({ number: null }), at: `${at}.number` },
    ],
    silent: [{ change: all(knowHow, right({ kind: 'KNOW_HOW', number: null })) }],
  },
  'rights.patent-clauses': {
    fires: [
      { change: right({ filedOn: null }), at: `${at}.filedOn` },
      { change: right({ owners: [] }), at: `${at}.owners` },
    ],
    silent: [{ change: all(knowHow, right({ kind: 'KNOW_HOW', filedOn: null, owners: [] })) }],
  },
  'rights.patent-number': {
    fires: [{ change: right({ number: '2003101000021' }), at: `${at}.number` }],
    silent: [{ change: right({ number: null }) }],
  },
  'rights.patent-kind': {
    fires: [{ change: right({ kind: 'UTILITY_MODEL' }), at: `${at}.kind` }],
    silent: [{ change: right({ number: '1' }) }],
  },
  'rights.owner': {
    fires: [{ change: right({ owners: ['他人'] }), at: `${at}.owners` }],
    silent: [{ change: right({ owners: ['他人', '忻州示范大学'] }) }],
  },
  'rights.dead': {
    fires: [
      { change: right({ status: 'ABANDONED' }), at: `${at}.status` },
      { change: right({ status: 'EXPIRED' }), at: `${at}.status` },
      { change: right({ status: 'INVALIDATED' }), at: `${at}.status` },
    ],
    silent: [{ change: all(form({ subclass: '51' }), right({ status: 'ABANDONED' })) }],
  },
  'rights.expired': {
    fires: [{ change: right({ expiresOn: '2026-11-01' }), at: `${at}.expiresOn` }],
    silent: [{ change: right({ expiresOn: '2026-11-02' }) }],
  },
  'rights.licence-granted': {
    fires: [{ change: all(licence(), right({ status: 'PENDING' })), at: `${at}.status` }],
    silent: [{ change: licence() }],
  },
  'rights.licence-within-term': {
    fires: [
      { change: all(licence(), right({ expiresOn: '2028-10-31' })), at: `${at}.expiresOn` },
      // The term's default counts from the filing when its end is not entered.
      { change: all(licence(), right({ expiresOn: null, filedOn: '2008-10-31' })), at: `${at}.expiresOn` },
      // On the anniversary of the filing the right has ended.
      { change: all(licence(), right({ expiresOn: null, filedOn: '2008-11-01' })), at: `${at}.expiresOn` },
    ],
    silent: [
      { change: all(licence(), right({ expiresOn: '2028-11-01' })) },
      { change: all(licence(), right({ expiresOn: null, filedOn: '2008-11-02' })) },
      { change: right({ expiresOn: '2028-10-31' }) },
    ],
  },
  'rights.transfer-granted': {
    fires: [{ change: right({ status: 'PENDING' }), at: `${at}.status` }],
    silent: [{ change: all(pendingTransfer, right({ status: 'PENDING' })) }],
  },
  'rights.application-pending': {
    fires: [{ change: pendingTransfer, at: `${at}.status` }],
    silent: [{ change: all(pendingTransfer, right({ status: 'PENDING' })) }],
  },
};
