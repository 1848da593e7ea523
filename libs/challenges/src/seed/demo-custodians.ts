import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import type { PersonActor } from '@jihui/kernel';
import { answerPossession, makeCustodianKey, openCustodianKey, type CustodianKeyFile } from '@jihui/proofs';
import { Config } from '@jihui/platform';
import { CustodianKeysService } from '../bids/custodian-keys.service.js';
import type { Call } from '../core/calls/call.js';

/** As all passwords of the demo city: known to everybody, so that anybody can play a custodian. */
const PASSPHRASE = 'Jihui-demo-2026';
/** A city that starts in a minute: a quarter of the cost that a page takes. */
const COST = { N: 2 ** 14, r: 8, p: 1 };

/** What custodians open shares with, by their accounts. */
export type PrivateKeys = ReadonlyMap<string, Uint8Array<ArrayBuffer>>;

/**
 * Custodians of the demo city. Their key files lie in `<dataDir>/demo-keys`, where a person who plays one finds them; in
 * a city that works each custodian makes the own key in the page, and no file lies here.
 */
@Injectable()
export class DemoCustodians {
  constructor(
    private readonly config: Config,
    private readonly keys: CustodianKeysService,
  ) {}

  /** @returns the keys that were entered now; those that stood before are not opened again */
  async enterKeys(
    call: Call,
    request: (step: string) => string,
    custodians: readonly PersonActor[],
  ): Promise<PrivateKeys> {
    const proved = await this.keys.proved(call);
    const entered = new Map<string, Uint8Array<ArrayBuffer>>();
    for (const [at, custodian] of custodians.entries()) {
      const { personId } = custodian;
      if (proved.some((key) => key.personId === personId)) continue;
      const file = await this.keyFile(call, personId, `${call.code}-${at + 1}.json`);
      const input = { callId: call.id, publicKey: file.publicKey };
      const { challenge } = await this.keys.propose(custodian, {
        ...input,
        clientMutationId: request(`propose${at}${file.publicKey}`),
      });
      const { privateKey } = await openCustodianKey(file, PASSPHRASE);
      const answer = await answerPossession(call.id, personId, challenge, privateKey);
      await this.keys.prove(custodian, {
        callId: call.id,
        answer,
        clientMutationId: request(`prove${at}${answer}`),
      });
      entered.set(personId, privateKey);
    }
    return entered;
  }

  /** A file that was made before a seed broke off is used again. */
  private async keyFile(call: Call, personId: string, name: string): Promise<CustodianKeyFile> {
    const folder = join(this.config.dataDir, 'demo-keys');
    const path = join(folder, name);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const known = await readFile(path, 'utf8').catch(() => undefined);
    const kept = known === undefined ? undefined : (JSON.parse(known) as CustodianKeyFile);
    if (kept?.call === call.id && kept.custodian === personId) return kept;
    const file = await makeCustodianKey(call.id, personId, PASSPHRASE, COST);
    await writeFile(path, JSON.stringify(file, null, 2), { mode: 0o600 });
    return file;
  }
}
