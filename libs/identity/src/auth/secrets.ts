import { timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Config, LinkKey } from '@jihui/platform';

/**
 * Tokens and codes that are computed from an id and a key outside the database, so that whoever
 * reads the database can use none of them.
 */
@Injectable()
export class Secrets {
  private readonly key: LinkKey;

  constructor(config: Config) {
    this.key = new LinkKey(config, 'identity');
  }

  /** The token of a mailed link: the link's id and proof that we made it. */
  linkToken(linkId: string): string {
    return this.key.token(linkId);
  }

  /** The link that a token names; nothing for a token that we did not make. */
  linkOf(token: string): string | undefined {
    return this.key.idOf(token);
  }

  /** The six digits of a phone code. */
  phoneCode(codeId: string): string {
    return String(this.key.mac(`phone:${codeId}`).readUIntBE(0, 6) % 1_000_000).padStart(6, '0');
  }

  isPhoneCode(codeId: string, digits: string): boolean {
    const given = Buffer.from(digits);
    const right = Buffer.from(this.phoneCode(codeId));
    return given.length === right.length && timingSafeEqual(given, right);
  }

  /** Proof that we gave this person an address of this export, good until then (milliseconds). */
  exportKey(exportId: string, personId: string, until: number): string {
    return this.key.mac(`export:${exportId}:${personId}:${until}`).toString('base64url');
  }

  isExportKey(given: string, exportId: string, personId: string, until: number): boolean {
    const [one, right] = [Buffer.from(given), Buffer.from(this.exportKey(exportId, personId, until))];
    return one.length === right.length && timingSafeEqual(one, right);
  }

  /** What is stored of a secret that is made here and shown once, and is looked up by it. */
  hash(secret: string): Buffer {
    return this.key.mac(`hash:${secret}`);
  }

  /** Stands for a password where an input is remembered to recognise a repeat. */
  seal(secret: string): string {
    return this.key.mac(`seal:${secret}`).toString('base64url');
  }
}
