import { Injectable } from '@nestjs/common';
import { addDays, DomainError, legalDayOf, say } from '@jihui/kernel';
import { BusinessClock, type Task } from '@jihui/platform';
import { ContractCodes } from '../core/errors.js';
import { CertificateKeys } from './certificate-keys.js';

/** `jihui rotate-certificate-key [--from DATE]`. */
@Injectable()
export class KeyRotation implements Task {
  constructor(
    private readonly keys: CertificateKeys,
    private readonly clock: BusinessClock,
  ) {}

  /** @throws DomainError CONTRACT.KEY_TOO_SOON for a day before tomorrow: a key is published before it signs. */
  async run({ from }: Readonly<Record<string, string>>): Promise<readonly string[]> {
    const today = legalDayOf(await this.clock.now());
    const first = from ?? addDays(today, 1);
    if (!/^\d{4}-\d{2}-\d{2}$/.test(first) || first <= today)
      throw new DomainError(
        ContractCodes.KEY_TOO_SOON,
        say`新密钥最早从明天（${addDays(today, 1)}）起使用，以便核验方先取得公钥`,
      );
    const keys = await this.keys.rotate(first, today);
    return keys.map(
      ({ kid, crv, validFrom, validTo }) =>
        `${kid}  ${crv.padEnd(8)}${validFrom} 至 ${validTo ?? '（未定）'}`,
    );
  }
}
