import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Config, isUuid } from '@jihui/platform';

const MAC_BYTES = 20;

/**
 * Tokens and codes that are computed from an id and a key outside the database, so that whoever
 * reads the database can use none of them. Processes that share a database share the key file.
 */
@Injectable()
export class Secrets {
  private readonly key: Buffer;

  constructor(config: Config) {
    const directory = join(config.dataDir, 'keys');
    const file = join(directory, 'identity.key');
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    try {
      // 'wx' lets exactly one of several starting processes make the key.
      writeFileSync(file, randomBytes(32), { mode: 0o600, flag: 'wx' });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    this.key = readFileSync(file);
    if (this.key.length !== 32) throw new Error(`${file} 不是有效的密钥（应为32字节），请从备份恢复`);
  }

  /** The token of a mailed link: the link's id and proof that we made it. */
  linkToken(linkId: string): string {
    const id = Buffer.from(linkId.replaceAll('-', ''), 'hex');
    return Buffer.concat([id, this.mac(`link:${linkId}`)]).toString('base64url');
  }

  /** The link that a token names; nothing for a token that we did not make. */
  linkOf(token: string): string | undefined {
    if (!/^[A-Za-z0-9_-]{48}$/.test(token)) return undefined;
    const bytes = Buffer.from(token, 'base64url');
    const hex = bytes.subarray(0, 16).toString('hex');
    const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
    return isUuid(id) && timingSafeEqual(bytes.subarray(16), this.mac(`link:${id}`)) ? id : undefined;
  }

  /** The six digits of a phone code. */
  phoneCode(codeId: string): string {
    return String(this.mac(`phone:${codeId}`).readUIntBE(0, 6) % 1_000_000).padStart(6, '0');
  }

  isPhoneCode(codeId: string, digits: string): boolean {
    const given = Buffer.from(digits);
    const right = Buffer.from(this.phoneCode(codeId));
    return given.length === right.length && timingSafeEqual(given, right);
  }

  /** Stands for a password where an input is remembered to recognise a repeat. */
  seal(secret: string): string {
    return this.mac(`seal:${secret}`).toString('base64url');
  }

  private mac(text: string): Buffer {
    return createHmac('sha256', this.key).update(text).digest().subarray(0, MAC_BYTES);
  }
}
