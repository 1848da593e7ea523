import { anonymous } from '@jihui/kernel';
import { demoOrganisation } from './city.js';
import { odd, oddly, verbsOn, type Cast, type Verb } from './trial-cast.js';
import type { Subject } from './walk.js';

const contentOf = (more: object = {}) => ({
  position: oddly('项目经理'),
  partTime: true,
  services: ['BROKERAGE'],
  techFields: ['03'],
  clusters: ['8-4'],
  divisions: ['140902'],
  introduction: odd('从事装备制造领域的技术经纪工作八年，促成多项成果在本地落地转化。'),
  phone: '0350-3039007',
  email: 'broker@example.org',
  ...more,
});
const NOTE = odd('依据材料');
const UNIVERSITY = demoOrganisation('university').id;
const ENTERPRISE = demoOrganisation('flangeMaker').id;

/** Every verb of the register of brokers: a researcher enters it, whose office confirms and the bureau decides. */
export async function tryBrokers(cast: Cast): Promise<void> {
  const { city, trials, researcher, office, officer } = cast;
  const verb = verbsOn(cast, 'broker', (mutation) => ACTIONS[mutation] ?? mutation.replace('Broker', ''));
  const begun = await trials.run({
    mutation: 'saveBroker',
    who: researcher,
    others: [city.as(anonymous)],
    input: { organisationId: UNIVERSITY, content: contentOf() },
  });
  const edited = await verb(researcher, 'saveBroker', begun, {
    input: { organisationId: UNIVERSITY, content: contentOf({ services: ['DIAGNOSIS'] }) },
    repeatable: true,
  });
  const handed = await verb(researcher, 'submitBroker', edited);
  const recalled = await verb(researcher, 'recallBroker', handed);
  const anew = await verb(researcher, 'submitBroker', recalled);
  const declined = await verb(office, 'declineBroker', anew, {
    input: { reason: 'AGENCY_DISAGREES', note: NOTE },
  });
  const again = await verb(researcher, 'submitBroker', declined);
  const confirmed = await verb(office, 'confirmBroker', again, { input: { note: NOTE } });
  const returned = await verb(officer, 'returnBroker', confirmed, {
    input: { reason: 'INCOMPLETE', note: NOTE },
  });
  const third = await verb(researcher, 'submitBroker', returned);
  const agreed = await verb(office, 'confirmBroker', third, { input: { note: NOTE } });
  const admitted = await verb(officer, 'admitBroker', agreed, { input: { note: NOTE } });
  const recorded = await tryRecords(verb, researcher, officer, admitted);
  const designated = await verb(officer, 'designateBroker', recorded, {
    input: { document: odd('忻科发〔2026〕12号'), exception: odd('平台外业绩经核实') },
    repeatable: true,
  });
  const withdrawn = await verb(officer, 'withdrawBrokerDesignation', designated, {
    input: { reason: 'OWN_REQUEST', note: NOTE },
  });
  const suspended = await verb(officer, 'suspendBroker', withdrawn, {
    input: { reason: 'INACTIVE', note: NOTE },
  });
  const resumed = await verb(officer, 'resumeBroker', suspended, { input: { note: NOTE } });
  const removed = await verb(officer, 'removeBroker', resumed, {
    input: { reason: 'LEFT_AGENCY', note: NOTE },
  });
  const reapplied = await verb(researcher, 'reapplyBroker', removed);
  await verb(researcher, 'exitBroker', reapplied, { input: { reason: 'OWN_REQUEST', note: NOTE } });

  const head = await trials.run({
    mutation: 'saveBroker',
    who: cast.enterprise,
    others: [],
    input: { organisationId: ENTERPRISE, content: contentOf() },
  });
  await verb(cast.enterprise, 'submitBrokerForAgency', head);
}

/** Certificates and courses: stated, taken back, checked. */
async function tryRecords(
  verb: Verb,
  broker: Cast['researcher'],
  officer: Cast['officer'],
  admitted: Subject,
): Promise<Subject> {
  type Recorded = Subject & Readonly<Record<'credentials' | 'trainings', readonly { readonly id: string }[]>>;
  const more = 'credentials { id } trainings { id }';
  const stated = (await verb(broker, 'addBrokerCredential', admitted, {
    input: {
      level: 'INTERMEDIATE',
      number: oddly('JS-2025-0001'),
      issuer: odd('山西省技术市场协会'),
      issuedOn: '2020-06-01',
      validTo: '2040-05-31',
    },
    more,
  })) as Recorded;
  const trained = (await verb(broker, 'addBrokerTraining', stated, {
    input: {
      course: odd('技术合同认定登记实务'),
      provider: odd('省技术市场'),
      hours: 24,
      endedOn: '2020-05-20',
      certificate: oddly('XS-1'),
    },
    more,
  })) as Recorded;
  const checked = await verb(officer, 'checkBrokerRecord', trained, {
    input: { recordId: trained.credentials[0]?.id, accepted: true, note: NOTE },
  });
  return verb(broker, 'withdrawBrokerRecord', checked, {
    input: { recordId: trained.trainings[0]?.id },
  });
}

/** Verbs whose action is not the mutation's name without the thing's. */
const ACTIONS: Readonly<Record<string, string>> = {
  saveBroker: 'edit',
  submitBrokerForAgency: 'submitForAgency',
  withdrawBrokerDesignation: 'withdrawDesignation',
};
