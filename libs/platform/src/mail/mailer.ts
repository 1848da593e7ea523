import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable, Logger } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { Config } from '../config/config.js';

export interface Mail {
  /** Identifies the mail: sending it again replaces the same file, or repeats the same Message-ID. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Longest waits for a mail server, in milliseconds; SMTP_URL may name others (`?socketTimeout=…`). */
const WAITS = {
  dnsTimeout: 5_000,
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  socketTimeout: 20_000,
} as const;
/** A server that did not answer is asked again after so long: until then no worker waits for it. */
const REST_MS = 30_000;

/** What nodemailer throws. */
interface SmtpError {
  readonly message: string;
  readonly code?: string;
  /** Of the server's answer; none where there was no answer. */
  readonly responseCode?: number;
  readonly response?: string;
}

/** The mail is not sent yet, and a later try may do it: its job waits for days. */
export class MailWaits extends Error {}

/** The server gave no answer to this mail, or a moment ago to another one. */
export class MailServerAway extends MailWaits {
  override readonly name = 'MailServerAway';
}

/** What a server or its driver says, without the addresses that it repeats: this stands in logs. */
const withoutAddresses = (answer: string): string => answer.replace(/[^\s<>:"]+@[^\s<>:"]+/g, '…');

/** A defect of the mail itself: no later try would send it. */
export class MailUnsendable extends Error {
  override readonly name = 'MailUnsendable';

  constructor(reason: string) {
    super(withoutAddresses(reason));
  }
}

/** The server takes no such mail for now, or not from us: its settings, its space, its patience. */
export class MailRefused extends MailWaits {
  override readonly name = 'MailRefused';

  constructor(answer: string) {
    super(withoutAddresses(answer));
  }
}

/** Sends mail: to files under `<dataDir>/mail`, or by SMTP where it is set. */
@Injectable()
export class Mailer {
  private readonly log = new Logger('Mailer');
  private readonly transport: Transporter;
  /** Until when the mail server is left alone; 0 while it answers. */
  private restsUntil = 0;

  constructor(private readonly config: Config) {
    this.transport =
      config.smtpUrl === null
        ? createTransport({ streamTransport: true, buffer: true, newline: 'unix' })
        : createTransport({ ...WAITS, url: config.smtpUrl } as never);
  }

  /**
   * @throws Error while the mail cannot be sent; its job tries again. One whose address the server says there is not
   * is given up: no later try would find it.
   */
  async send(mail: Mail): Promise<void> {
    const message = {
      from: this.config.mailFrom,
      to: mail.to,
      subject: mail.subject,
      text: mail.text,
      messageId: `<${mail.id}@${new URL(this.config.publicUrl).hostname}>`,
    };
    if (this.config.smtpUrl !== null) return this.deliver(mail.id, message);
    const sent: unknown = await this.transport.sendMail(message);
    const directory = join(this.config.dataDir, 'mail');
    await mkdir(directory, { recursive: true });
    const file = join(directory, `${mail.id}.eml`);
    await writeFile(`${file}.part`, (sent as { message: Buffer }).message);
    await rename(`${file}.part`, file);
  }

  private async deliver(id: string, message: object): Promise<void> {
    if (performance.now() < this.restsUntil) throw new MailServerAway('the mail server does not answer');
    try {
      await this.transport.sendMail(message);
      this.answered();
    } catch (error) {
      const { code, responseCode, response = '', message: reason } = error as SmtpError;
      // An address that cannot even be sent is the mail's own fault: the server did answer.
      if (responseCode === undefined && code !== 'EENVELOPE') throw this.away(error, reason);
      this.answered();
      if (responseCode === undefined) throw new MailUnsendable(reason);
      if (!NO_SUCH_ADDRESS.test(response)) throw new MailRefused(response);
      this.log.warn(`邮件 ${id} 的地址不存在，不再发送 (given up: ${responseCode})`);
    }
  }

  /** Said once, however many mails wait. */
  private away(error: unknown, reason: string): MailServerAway {
    if (this.restsUntil === 0)
      this.log.warn(`邮件服务器没有应答（${reason}）：邮件留在队列中，恢复后自动发送 (mail waits)`);
    this.restsUntil = performance.now() + REST_MS;
    return new MailServerAway(reason, { cause: error });
  }

  private answered(): void {
    if (this.restsUntil !== 0) this.log.log('邮件服务器已恢复 (mail goes out again)');
    this.restsUntil = 0;
  }
}

/** RFC 3463: 5.1 bad address, 5.2 bad mailbox. Other permanent refusals (5.7, no relaying) are of settings, not of the mail. */
const NO_SUCH_ADDRESS = /^5\d\d[ -]5\.[12]\.\d/;
