import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Config } from '../config/config.js';
import { isUuid } from '../db/identifiers.js';
import { keyFile } from './key-file.js';

const MAC_BYTES = 20;

/**
 * A key outside the database, with which tokens of mailed links are computed from a row's id: whoever reads the
 * database can use none of them. Processes that share a database share the key file `<dataDir>/keys/<name>.key`.
 */
export class LinkKey {
  private readonly key: Buffer;

  constructor(config: Pick<Config, 'dataDir'>, name: string) {
    this.key = keyFile(config, name);
  }

  /** The row's id and proof that we made it. */
  token(id: string): string {
    const bytes = Buffer.from(id.replaceAll('-', ''), 'hex');
    return Buffer.concat([bytes, this.mac(`link:${id}`)]).toString('base64url');
  }

  /** The row that a token names; nothing for a token that we did not make. */
  idOf(token: string): string | undefined {
    if (!/^[A-Za-z0-9_-]{48}$/.test(token)) return undefined;
    const bytes = Buffer.from(token, 'base64url');
    const hex = bytes.subarray(0, 16).toString('hex');
    const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
    return isUuid(id) && timingSafeEqual(bytes.subarray(16), this.mac(`link:${id}`)) ? id : undefined;
  }

  mac(text: string): Buffer {
    return createHmac('sha256', this.key).update(text).digest().subarray(0, MAC_BYTES);
  }
}
