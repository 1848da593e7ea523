import { Injectable } from '@nestjs/common';
import { canonical } from '@jihui/kernel';
import { Config, LinkKey } from '@jihui/platform';
import { normaliseReceiptCode, receiptCode } from '../core/misconduct/form.js';

/**
 * 查询码 and what else must not be read from the database: computed with a key outside of it. Of a code only its keyed
 * hash is kept, so that whoever reads the database, a backup of it or a log can show none.
 */
@Injectable()
export class ReportReceipts {
  private readonly key: LinkKey;

  constructor(config: Config) {
    this.key = new LinkKey(config, 'misconduct');
  }

  codeOf(reportId: string): string {
    return receiptCode(this.key.mac(`report:${reportId}`));
  }

  /** By which a report is found; undefined for what can be no code. */
  hashOf(typed: string): string | undefined {
    const code = normaliseReceiptCode(typed);
    return code === '' ? undefined : this.key.mac(`receipt:${code}`).toString('hex');
  }

  /** What an upload answers with: only who sent the file can hand it in. */
  fileToken(fileId: string): string {
    return this.key.token(fileId);
  }

  fileOf(token: string): string | undefined {
    return this.key.idOf(token);
  }

  /** Stands for an input where it is remembered to recognise a repeat. */
  seal(input: object): string {
    return this.key.mac(`seal:${canonical(input)}`).toString('hex');
  }

  /** By which tries of an address are counted: addresses are few, so that a plain hash could be looked up. */
  place(address: string): string {
    return this.key.mac(`address:${address}`).toString('hex');
  }
}
