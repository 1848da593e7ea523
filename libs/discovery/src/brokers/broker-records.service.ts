import { Injectable } from '@nestjs/common';
import { legalDayOf, system, type Actor, type LegalDay, type Violations } from '@jihui/kernel';
import { checkIds, Work } from '@jihui/platform';
import type { Broker } from '../core/brokers/broker.js';
import { RegisterCodes } from '../core/errors.js';
import {
  checked,
  credentialFrom,
  levelOn,
  trainingFrom,
  withdrawn,
  type Records,
} from '../core/brokers/records.js';
import type {
  AddBrokerCredentialInput,
  AddBrokerTrainingInput,
  CheckBrokerRecordInput,
  WithdrawBrokerRecordInput,
} from '../discovery.types.gen.js';
import type { Changed, Step } from '../steps.js';
import { BrokersStore } from '../store/brokers.store.js';
import { ScansStore } from '../store/scans.store.js';
import { BrokerDesk } from './broker-desk.js';

/** 证书与学时: stated by the broker, checked by the bureau; the level follows. */
@Injectable()
export class BrokerRecordsService {
  constructor(
    private readonly work: Work,
    private readonly desk: BrokerDesk,
    private readonly brokers: BrokersStore,
    private readonly scans: ScansStore,
  ) {}

  addCredential(actor: Actor, input: AddBrokerCredentialInput): Promise<Changed> {
    const { scanId } = input;
    if (scanId != null) checkIds(scanId);
    return this.desk.act('addBrokerCredential', 'addCredential', actor, input, async (before, { now }) => {
      const today = legalDayOf(now);
      const { credential, violations } = credentialFrom(this.brokers.newId(), input, before, today);
      const attached = scanId == null || (await this.scans.attach(actor, scanId, before.id));
      violations.when(
        !attached,
        'scanId',
        RegisterCodes.SCAN_UNKNOWN,
        '扫描件不存在或不是您上传的，请重新上传',
      );
      const credentials = [...before.credentials, credential];
      return stepTo({ credentials, trainings: before.trainings }, today, violations);
    });
  }

  addTraining(actor: Actor, input: AddBrokerTrainingInput): Promise<Changed> {
    return this.desk.act('addBrokerTraining', 'addTraining', actor, input, (before, { now }) => {
      const today = legalDayOf(now);
      const { training, violations } = trainingFrom(this.brokers.newId(), input, before, today);
      const trainings = [...before.trainings, training];
      return stepTo({ credentials: before.credentials, trainings }, today, violations);
    });
  }

  withdrawRecord(actor: Actor, input: WithdrawBrokerRecordInput): Promise<Changed> {
    checkIds(input.recordId);
    return this.desk.act('withdrawBrokerRecord', 'withdrawRecord', actor, input, (before, { now }) => {
      const { records, violations } = withdrawn(before, input.recordId);
      return stepTo(records, legalDayOf(now), violations);
    });
  }

  checkRecord(actor: Actor, input: CheckBrokerRecordInput): Promise<Changed> {
    checkIds(input.recordId);
    return this.desk.act('checkBrokerRecord', 'checkRecord', actor, input, (before, { now }) => {
      const today = legalDayOf(now);
      const { records, note, violations } = checked(before, input, today);
      return { ...stepTo(records, today, violations), reason: note === '' ? null : note };
    });
  }

  /** Levels whose certificate is over, each in a transaction of its own. */
  async lapse(now: Date): Promise<void> {
    const today = legalDayOf(now);
    const actor = system('watchBrokers');
    for (const id of await this.brokers.lapsedBy(today))
      await this.work.run({ domain: 'discovery', name: 'watchBrokers', actor }, async (tx) => {
        const broker = await this.brokers.lock(id);
        if (broker?.levelUntil != null && broker.levelUntil < today)
          await this.desk.write(broker, 'lapse', actor, tx, stepTo(broker, today));
      });
  }
}

/** The records as they will stand, with the level that follows from them. */
function stepTo({ credentials, trainings }: Records, today: LegalDay, violations?: Violations): Step<Broker> {
  const level = levelOn(credentials, today);
  return {
    change: { credentials, trainings, level: level?.level ?? null, levelUntil: level?.until ?? null },
    wrong: violations?.found ?? [],
  };
}
