import { anonymous } from '@jihui/kernel';
import { demoOrganisation } from './city.js';
import { odd, oddly, verbsOn, type Cast } from './trial-cast.js';

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
  const suspended = await verb(officer, 'suspendBroker', admitted, {
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

/** Verbs whose action is not the mutation's name without the thing's. */
const ACTIONS: Readonly<Record<string, string>> = {
  saveBroker: 'edit',
  submitBrokerForAgency: 'submitForAgency',
};
