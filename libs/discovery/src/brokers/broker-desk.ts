import { Injectable } from '@nestjs/common';
import { system } from '@jihui/kernel';
import { Work, type Tx } from '@jihui/platform';
import { BLANK_BROKER, type Broker } from '../core/brokers/broker.js';
import type { BrokerAction } from '../core/brokers/lifecycle.js';
import { brokerMachine } from '../core/brokers/perform.js';
import type { RegisterState } from '../core/register/register.js';
import { RegisterDesk } from '../register/register-desk.js';
import { BrokersStore } from '../store/brokers.store.js';
import { FactsStore } from '../store/facts.store.js';
import { PeopleStore } from '../store/people.store.js';
import { ScansStore } from '../store/scans.store.js';
import { BrokerSearch } from './broker-search.js';
import { brokerSnapshot } from './broker-snapshot.js';

/** Where brokers' entries are changed. */
@Injectable()
export class BrokerDesk extends RegisterDesk<Broker, RegisterState, BrokerAction> {
  constructor(
    work: Work,
    private readonly brokers: BrokersStore,
    private readonly facts: FactsStore,
    private readonly people: PeopleStore,
    private readonly scans: ScansStore,
    private readonly search: BrokerSearch,
  ) {
    super(work, brokers, search, brokerMachine, { what: '技术经纪人', stream: 'Broker' });
  }

  async tell(broker: Broker, action: string, tx: Tx): Promise<void> {
    const name = (await this.people.name(broker.personId)) ?? '';
    const agency = await this.facts.organisation(broker.organisationId);
    await tx.emit('discovery.broker', {
      aggregateId: broker.id,
      version: broker.version,
      action,
      payload: brokerSnapshot(broker, name, agency?.name ?? ''),
    });
  }

  /** Leaves of an erased account nothing but that there was one. */
  async erase(before: Broker, tx: Tx): Promise<void> {
    const change = {
      ...{ content: BLANK_BROKER, stateReason: null, stateNote: '' },
      ...{ credentials: [], trainings: [], level: null, levelUntil: null, designation: null },
    } as const;
    await this.scans.forget(before.id);
    await this.write(before, 'erase', system('erase'), tx, { change });
  }

  /** Whose membership of the agency ended is no longer shown as working there. */
  async leave(before: Broker, tx: Tx): Promise<void> {
    const change = before.state === 'ACTIVE' ? ({ stateReason: 'LEFT_AGENCY', stateNote: '' } as const) : {};
    await this.write(before, 'leave', system('leave'), tx, { change });
  }

  /** What identity told of a person: a new name is told on, a membership that ended, an account that was erased. */
  async learn(personId: string, erased: boolean, tx: Tx): Promise<void> {
    const id = await this.brokers.idOf(personId);
    const broker = id === undefined ? undefined : await this.brokers.lock(id);
    if (broker === undefined) return;
    if (erased) return this.erase(broker, tx);
    const left = !(await this.people.worksAt(personId, broker.organisationId));
    if (left && LEAVES.includes(broker.state)) return this.leave(broker, tx);
    await this.search.refresh([broker.id]);
    return this.tell(broker, 'learn', tx);
  }
}

/** States in which an entry says that one works at the agency, or is about to. */
const LEAVES: readonly Broker['state'][] = ['CONSENT', 'REVIEW', 'ACTIVE'];
