import { anonymous } from '@jihui/kernel';
import { demoOrganisation } from './city.js';
import { odd, oddly, verbsOn, type Cast } from './trial-cast.js';

const contentOf = (more: object = {}) => ({
  services: ['BROKERAGE'],
  techFields: ['03'],
  clusters: ['8-4'],
  divisions: ['140902'],
  introduction: odd('面向装备制造企业开展需求诊断、成果评价和技术经纪的服务机构。'),
  qualifications: odd('省级技术转移示范机构'),
  address: odd('忻州市忻府区和平西街10号'),
  website: 'https://agency.example.org/%E6%9C%8D%E5%8A%A1',
  contact: oddly('王晓岚'),
  phone: '0350-3048000',
  email: 'agency@example.org',
  ...more,
});
const NOTE = odd('依据材料');
const UNIVERSITY = demoOrganisation('university').id;

/** Every verb of the register of agencies: the office enters its organisation, the bureau decides. */
export async function tryAgencies(cast: Cast): Promise<void> {
  const { city, trials, office, officer } = cast;
  const verb = verbsOn(cast, 'agency', (mutation) => ACTIONS[mutation] ?? mutation.replace('Agency', ''));
  const begun = await trials.run({
    mutation: 'saveAgency',
    who: office,
    others: [city.as(anonymous)],
    input: { organisationId: UNIVERSITY, content: contentOf() },
  });
  const edited = await verb(office, 'saveAgency', begun, {
    input: { organisationId: UNIVERSITY, content: contentOf({ services: ['DIAGNOSIS'] }) },
    repeatable: true,
  });
  const handed = await verb(office, 'submitAgency', edited);
  const recalled = await verb(office, 'recallAgency', handed);
  const again = await verb(office, 'submitAgency', recalled);
  const returned = await verb(officer, 'returnAgency', again, {
    input: { reason: 'INCOMPLETE', note: NOTE },
  });
  const third = await verb(office, 'submitAgency', returned);
  const admitted = await verb(officer, 'admitAgency', third, { input: { note: NOTE } });
  const designated = await verb(officer, 'designateAgency', admitted, {
    input: { document: odd('忻科发〔2026〕12号'), exception: odd('平台外业绩经核实') },
    repeatable: true,
  });
  const withdrawn = await verb(officer, 'withdrawAgencyDesignation', designated, {
    input: { reason: 'OWN_REQUEST', note: NOTE },
  });
  const supported = await verb(officer, 'recordAgencySupport', withdrawn, {
    input: {
      kind: 'PREMISES',
      title: odd('办公用房免租'),
      provider: oddly('经济开发区'),
      amount: 1_000_000,
      area: 80,
      from: '2026-01-01',
      until: '2027-12-31',
      document: odd('忻开管〔2026〕3号'),
    },
    more: 'supports { id }',
  });
  const { supports } = supported as unknown as { supports: readonly { id: string }[] };
  const corrected = await verb(officer, 'withdrawAgencySupport', supported, {
    input: { supportId: supports[0]?.id, reason: odd('登记有误') },
  });
  const suspended = await verb(officer, 'suspendAgency', corrected, {
    input: { reason: 'INACTIVE', note: NOTE },
  });
  const resumed = await verb(officer, 'resumeAgency', suspended, { input: { note: NOTE } });
  const removed = await verb(officer, 'removeAgency', resumed, { input: { reason: 'CLOSED', note: NOTE } });
  const reapplied = await verb(office, 'reapplyAgency', removed);
  await verb(office, 'exitAgency', reapplied, { input: { reason: 'OWN_REQUEST', note: NOTE } });
}

/** Verbs whose action is not the mutation's name without the thing's. */
const ACTIONS: Readonly<Record<string, string>> = {
  saveAgency: 'edit',
  withdrawAgencyDesignation: 'withdrawDesignation',
  recordAgencySupport: 'recordSupport',
  withdrawAgencySupport: 'withdrawSupport',
};
