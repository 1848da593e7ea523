import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Config } from '@jihui/platform';

export interface ShortMessage {
  /** Identifies the message: sending it again replaces it. */
  readonly id: string;
  readonly phone: string;
  readonly text: string;
}

/** Sends short messages; a deployment binds its provider's in place of the files. */
export abstract class SmsSender {
  abstract send(message: ShortMessage): Promise<void>;
}

/** Each message is a file under `<dataDir>/sms`. */
@Injectable()
export class SmsFiles extends SmsSender {
  constructor(private readonly config: Config) {
    super();
  }

  async send(message: ShortMessage): Promise<void> {
    const directory = join(this.config.dataDir, 'sms');
    await mkdir(directory, { recursive: true });
    const file = join(directory, `${message.id}.json`);
    await writeFile(`${file}.part`, `${JSON.stringify(message, null, 2)}\n`, { mode: 0o600 });
    await rename(`${file}.part`, file);
  }
}
