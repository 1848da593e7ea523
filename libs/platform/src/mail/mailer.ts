import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { Config } from '../config/config.js';

export interface Mail {
  /** Identifies the mail: sending it again replaces the same file, or repeats the same Message-ID. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Sends mail: to files under `<dataDir>/mail`, or by SMTP where it is set. */
@Injectable()
export class Mailer {
  private readonly transport: Transporter;

  constructor(private readonly config: Config) {
    this.transport =
      config.smtpUrl === null
        ? createTransport({ streamTransport: true, buffer: true, newline: 'unix' })
        : createTransport(config.smtpUrl, { connectionTimeout: 10_000, socketTimeout: 20_000 } as never);
  }

  async send(mail: Mail): Promise<void> {
    const sent: unknown = await this.transport.sendMail({
      from: this.config.mailFrom,
      to: mail.to,
      subject: mail.subject,
      text: mail.text,
      messageId: `<${mail.id}@${new URL(this.config.publicUrl).hostname}>`,
    });
    if (this.config.smtpUrl !== null) return;
    const directory = join(this.config.dataDir, 'mail');
    await mkdir(directory, { recursive: true });
    const file = join(directory, `${mail.id}.eml`);
    await writeFile(`${file}.part`, (sent as { message: Buffer }).message);
    await rename(`${file}.part`, file);
  }
}
