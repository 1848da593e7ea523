import { all, asks, content, flags, form, licence, type RuleCases } from './situation.js';

export const completenessCases: RuleCases = {
  ...asks('title', form({ title: '' })),
  ...asks('subclass', form({ subclass: null })),
  ...asks('signedAt', form({ signedAt: null })),
  ...asks('modelText', form({ modelText: null })),
  ...asks('electronic', form({ electronic: null })),
  ...asks('language', form({ language: null })),
  ...asks('content.techField', content({ techField: null })),
  ...asks('content.ipKind', content({ ipKind: null })),
  ...asks('content.planSource', content({ planSource: null })),
  ...asks('content.industry', content({ industry: null })),
  ...asks('content.socioEconomicGoal', content({ socioEconomicGoal: null })),
  ...asks('content.confidentialityClause', content({ confidentialityClause: null })),
  ...asks('content.acceptanceClause', content({ acceptanceClause: '' })),
  ...asks('flags.foreign', flags({ foreign: null })),
  ...asks('flags.secret', flags({ secret: null })),
  ...asks('flags.relatedParties', flags({ relatedParties: null })),
  ...asks('flags.planProject', flags({ planProject: null })),
  ...asks('flags.challengeCall', flags({ challengeCall: null })),
  ...asks('flags.foreignLicenceNumber', flags({ foreign: 'EXPORT' })),
  ...asks('content.projectNumber', all(content({ planSource: '1' }), flags({ planProject: true }))),
  ...asks('declaration.signatory', form({ declaration: null })),
  ...asks('flags.challengeNumber', flags({ challengeCall: true })),
  'complete.industry-division': {
    fires: [{ change: content({ industryDivision: null }) }],
    silent: [{ change: content({ industry: null, industryDivision: null }) }],
  },
  'complete.plan-detail': {
    fires: [{ change: content({ planSource: '1' }), at: 'content.planSource' }],
    silent: [{ change: content({ planSource: '12' }) }, { change: content({ planSource: '3' }) }],
  },
  'complete.known-subclass': {
    fires: [{ change: form({ subclass: '99' }) }],
    silent: [{ change: form({ subclass: null }) }],
  },
  'complete.licence-mode': {
    fires: [
      { change: licence({ licenceMode: null }) },
      { change: licence({ licenceMode: null }), set: '2000/2001' },
    ],
    silent: [{ change: licence() }],
  },
  'complete.paper-text': {
    fires: [{ change: form({ electronic: true }), set: '2000/2001' }],
    silent: [{ change: form({ electronic: true }) }, { set: '2000/2001' }],
  },
  'complete.summary': { fires: [{ change: content({ summary: null }) }] },
  'complete.summary-length': {
    fires: [{ change: content({ summary: '字'.repeat(49) }) }],
    silent: [{ change: content({ summary: '字'.repeat(50) }) }, { change: content({ summary: null }) }],
  },
  'complete.ownership-of-right': {
    fires: [{ change: content({ ownershipClause: null }) }],
    silent: [{ change: all(form({ subclass: '51' }), content({ ownershipClause: null })) }],
  },
  'complete.ownership-of-result': {
    fires: [{ change: all(form({ subclass: '51' }), content({ ownershipClause: null })) }],
    silent: [{ change: content({ ownershipClause: null }) }],
  },
  'complete.plan-agrees': {
    fires: [
      { change: content({ planSource: '1', projectNumber: 'P1' }) },
      { change: flags({ planProject: true }) },
    ],
    silent: [
      { change: all(content({ planSource: '1', projectNumber: 'P1' }), flags({ planProject: true })) },
    ],
  },
  'complete.secret': { fires: [{ change: flags({ secret: true }) }] },
  'complete.declaration': {
    fires: [
      { change: form({ declaration: null }) },
      { change: form({ declaration: { truthful: false, signatory: '刘转移', signedOn: null } }) },
    ],
  },
};
