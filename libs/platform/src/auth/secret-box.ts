import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Config } from '../config/config.js';
import { keyFile } from './key-file.js';

const [IV_BYTES, TAG_BYTES] = [12, 16];

/**
 * Keeps small secrets in the database that must be read again, encrypted (AES-256-GCM) with a key outside of it: the key
 * file `<dataDir>/keys/<name>.key`, which processes that share a database share.
 */
export class SecretBox {
  private readonly key: Buffer;

  constructor(config: Pick<Config, 'dataDir'>, name: string) {
    this.key = keyFile(config, name);
  }

  /** @param place whose secret it is: moved to another's row it does not open */
  seal(secret: Buffer, place: string): Buffer {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.key, iv).setAAD(Buffer.from(place));
    const sealed = Buffer.concat([cipher.update(secret), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), sealed]);
  }

  /** @throws Error for what was not sealed with this key for this place: it was changed, or the key was lost. */
  open(sealed: Buffer, place: string): Buffer {
    const iv = sealed.subarray(0, IV_BYTES);
    const decipher = createDecipheriv('aes-256-gcm', this.key, iv, { authTagLength: TAG_BYTES });
    decipher.setAAD(Buffer.from(place)).setAuthTag(sealed.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
    return Buffer.concat([decipher.update(sealed.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]);
  }
}
