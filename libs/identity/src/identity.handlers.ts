import { Injectable } from '@nestjs/common';
import type { JobMap } from '@jihui/events';
import { AuditHeads, BusinessClock, Config, Every, Mailer, OnJob, Throttle } from '@jihui/platform';
import { Secrets } from './auth/secrets.js';
import { SmsSender } from './auth/sms.js';
import { ExportMaker } from './exports/export-maker.js';
import * as texts from './mail-texts.js';
import { Correspondence } from './correspondence.js';

/** Mail, short messages, exports and the chores of the clock. */
@Injectable()
export class IdentityHandlers {
  constructor(
    private readonly correspondence: Correspondence,
    private readonly secrets: Secrets,
    private readonly mailer: Mailer,
    private readonly sms: SmsSender,
    private readonly heads: AuditHeads,
    private readonly throttle: Throttle,
    private readonly exports: ExportMaker,
    private readonly clock: BusinessClock,
    private readonly config: Config,
  ) {}

  @OnJob('identity.sendLink')
  async sendLink({ linkId }: JobMap['identity.sendLink']): Promise<void> {
    const link = await this.correspondence.link(linkId);
    if (link === undefined) return;
    const text = texts.linkText(link, `${this.config.publicUrl}/account/`, this.secrets.linkToken(linkId));
    if (text !== undefined) await this.mailer.send({ id: linkId, to: link.email, ...text });
  }

  @OnJob('identity.sendPhoneCode')
  async sendPhoneCode({ codeId }: JobMap['identity.sendPhoneCode']): Promise<void> {
    const phone = await this.correspondence.phoneOf(codeId);
    if (phone === undefined) return;
    await this.sms.send({ id: codeId, phone, text: texts.phoneCodeText(this.secrets.phoneCode(codeId)) });
  }

  @OnJob('identity.sendNotice')
  async sendNotice(job: JobMap['identity.sendNotice']): Promise<void> {
    const notice = await this.correspondence.notice(job);
    if (notice === undefined) return;
    await this.mailer.send({
      id: job.mailId,
      to: notice.email,
      ...texts.noticeText(job.notice, notice, this.config.publicUrl),
    });
  }

  @OnJob('identity.sweep')
  @Every('identity.sweep', '40 3 * * *')
  async sweep(): Promise<void> {
    await this.correspondence.sweep();
    await this.throttle.sweep();
  }

  @OnJob('identity.signAuditHeads', { transaction: false })
  @Every('identity.signAuditHeads', '7 * * * *')
  async signAuditHeads(): Promise<void> {
    await this.heads.sign(await this.clock.now());
  }

  @OnJob('identity.makeExports', { transaction: false })
  @Every('identity.makeExports', '*/2 * * * *')
  makeExports(): Promise<void> {
    return this.exports.makeAll();
  }
}
