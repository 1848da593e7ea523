import { organisationOf } from '@jihui/testing';
import type { World } from './contracts.world.js';

/** Tells that the state founded the seller, so that the law's minimum binds it. */
export async function foundedByTheState({ events, seller }: World): Promise<void> {
  const payload = {
    id: organisationOf(seller),
    name: '忻州示范大学',
    kind: 'UNIVERSITY',
    uscc: '91330100799655058B',
    divisionCode: '140902',
    partyNature: '022',
    stateEstablished: true,
    status: 'ACTIVE',
    legalRepresentative: '',
    contactName: '',
    contactPhone: '',
    address: '',
  };
  await events.organisation({ payload, version: 2 } as never);
}
