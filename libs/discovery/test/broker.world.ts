import { randomUUID } from 'node:crypto';
import type { CommissionSnapshot, ContractSnapshot, DealSnapshot } from '@jihui/events';
import type { Actor, PersonActor } from '@jihui/kernel';
import { aMember } from '@jihui/testing';
import { ProjectionService } from '../src/projection.service.js';
import { PLACE, projectOrganisation, type Entry, type World } from './discovery.world.js';
import { known } from './people.js';

/** An agency with its head, who is a registered broker. */
export interface Agency {
  readonly id: string;
  readonly head: PersonActor;
  readonly broker: Entry;
}

const CONTENT = {
  services: ['BROKERAGE'],
  techFields: ['05'],
  introduction: '从事工业固废领域的技术经纪工作八年，促成多项成果在本地落地转化。',
  phone: '0350-3059008',
};

export const mutate = <T>(world: World, who: Actor, mutation: string, input: object, selected: string) =>
  world.app
    .as(who)
    .mutate<{ it: T }>(
      `mutation ($input: ${TYPES[mutation] ?? 'RegisterActionInput'}!) { it: ${mutation}(input: $input) { ${selected} } }`,
      { input },
    );

/** A broker's entry that its agency's head handed in and the bureau admitted. */
export async function anAgency(world: World, name: string): Promise<Agency> {
  const id = randomUUID();
  await projectOrganisation(world.db, id, name, 'BROKER_AGENCY', PLACE);
  const head = aMember('BROKER_AGENCY', ['BROKER', 'ORG_ADMIN'], { organisationId: id, divisionCode: PLACE });
  await known(world.app, head, { displayName: `${name}负责人` });
  const step = async (who: Actor, mutation: string, input: object): Promise<Entry> =>
    (await mutate<{ broker: Entry }>(world, who, mutation, input, 'broker { id version state }')).it.broker;
  const at = ({ id: entry, version }: Entry) => ({ id: entry, expectedVersion: version });
  const begun = await step(head, 'saveBroker', { organisationId: id, content: CONTENT });
  const handed = await step(head, 'submitBrokerForAgency', at(begun));
  return { id, head, broker: await step(world.officer, 'admitBroker', at(handed)) };
}

/** What deals would tell of a deal that the agency introduced. */
export async function tellDeal(
  world: World,
  { id, head }: Agency,
  change: Partial<DealSnapshot> & Pick<DealSnapshot, 'sellerId' | 'buyerId'>,
  version = 1,
): Promise<string> {
  const deal: DealSnapshot = {
    ...{
      id: randomUUID(),
      version,
      code: 'DJ1',
      state: 'SIGNED',
      title: '陶粒许可',
      resultId: null,
      needId: null,
    },
    ...{ sellerName: '', buyerName: '', buyerHidden: false, sellerPersonIds: [], buyerPersonIds: [] },
    brokers: [
      {
        organisationId: id,
        organisationName: '',
        personId: head.personId,
        shareBasisPoints: 0,
        joined: true,
      },
    ],
    introductions: [
      {
        id: randomUUID(),
        kind: 'INTRODUCED',
        brokerId: id,
        personId: head.personId,
        at: '2026-03-01T02:00:00.000Z',
      },
    ],
    ...{ cooperationMode: 'TRANSFER', price: null, disclosure: null, message: null },
    signature: {
      ...{ signedOn: '2026-04-01', place: '忻州', effectiveFrom: '2026-04-01', effectiveTo: '2028-04-01' },
      ...{ fileSha256: '', fileName: '', fileSize: 0, confirmed: true, signatories: [] },
    },
    ...change,
  };
  await world.app.get(ProjectionService).deal(deal, version);
  return deal.id;
}

export async function tellContract(
  world: World,
  change: Partial<ContractSnapshot> & Pick<ContractSnapshot, 'dealId' | 'sellerOrganisationId'>,
  version = 1,
): Promise<string> {
  const id = change.id ?? randomUUID();
  const contract: ContractSnapshot = {
    ...{
      id,
      version,
      resultId: null,
      needId: null,
      state: 'REGISTERED',
      title: '陶粒许可合同',
      subclass: '21',
    },
    ...{
      acceptanceNumber: null,
      registrationNumber: '2026140900000001',
      registeredOn: '2026-05-01',
      dueOn: null,
    },
    ...{ registryDivision: '140900', applicantOrganisationId: '', applicantPersonId: '', sellerName: '' },
    ...{ buyerNames: [], buyerOrganisationIds: [], confirmedPartyIds: [], brokerNames: [], signedOn: null },
    ...{
      totalAmount: 100_000_000,
      technicalAmount: 80_000_000,
      returnReason: null,
      standing: true,
      proceeding: null,
    },
    ...change,
  };
  await world.app.get(ProjectionService).contract(contract, version);
  return id;
}

export const tellCommission = (
  world: World,
  fact: Pick<CommissionSnapshot, 'dealId' | 'state' | 'parts'>,
  id = randomUUID(),
  version = 1,
): Promise<void> =>
  world.app.get(ProjectionService).commission({ id, version, dueSince: '2026-05-02', ...fact }, version);

const TYPES: Readonly<Record<string, string>> = {
  recordAgencySupport: 'RecordAgencySupportInput',
  withdrawAgencySupport: 'WithdrawAgencySupportInput',
  saveAgency: 'SaveAgencyInput',
  admitAgency: 'RegisterDecisionInput',
  resumeAgency: 'RegisterDecisionInput',
  returnAgency: 'RegisterReasonInput',
  suspendAgency: 'RegisterReasonInput',
  exitAgency: 'RegisterReasonInput',
  removeAgency: 'RegisterReasonInput',
  designateAgency: 'DesignateInput',
  designateBroker: 'DesignateInput',
  withdrawAgencyDesignation: 'RegisterReasonInput',
  withdrawBrokerDesignation: 'RegisterReasonInput',
  saveBroker: 'SaveBrokerInput',
  admitBroker: 'RegisterDecisionInput',
  addBrokerCredential: 'AddBrokerCredentialInput',
  addBrokerTraining: 'AddBrokerTrainingInput',
  withdrawBrokerRecord: 'WithdrawBrokerRecordInput',
  checkBrokerRecord: 'CheckBrokerRecordInput',
  rateBroker: 'RateBrokerInput',
  answerBrokerRating: 'RatingTextInput',
  hideBrokerRating: 'RatingTextInput',
  showBrokerRating: 'RatingActionInput',
};
