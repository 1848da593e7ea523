import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { verifyingKey } from '@jihui/proofs';
import { Config } from '@jihui/platform';

/**
 * The platform's key under receipts and heads (Ed25519), in `<dataDir>/keys/bid-log.key`: whoever reads the database
 * alone can sign neither. Processes that share a database share the file.
 */
@Injectable()
export class BidLogKey {
  readonly secretKey: Uint8Array<ArrayBuffer>;
  /** Hexadecimal. */
  readonly publicKey: string;

  constructor(config: Config) {
    const folder = join(config.dataDir, 'keys');
    const file = join(folder, 'bid-log.key');
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    try {
      // 'wx' lets exactly one of several starting processes make the key.
      writeFileSync(file, randomBytes(32), { mode: 0o600, flag: 'wx' });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    this.secretKey = new Uint8Array(readFileSync(file));
    if (this.secretKey.length !== 32) throw new Error(`${file} 不是有效的密钥（应为32字节），请从备份恢复`);
    this.publicKey = verifyingKey(this.secretKey);
  }
}
