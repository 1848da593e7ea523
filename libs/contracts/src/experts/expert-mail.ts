import { Injectable } from '@nestjs/common';
import type { JobMap } from '@jihui/events';
import { legalDayOf } from '@jihui/kernel';
import { Config, HolidayCalendars, Mailer, uuidv7, type Tx } from '@jihui/platform';
import { ContractFacts } from '../contract-facts.js';
import { colourBounds } from '../core/deadline.js';
import { isAsked, seatStateOf } from '../core/expert-seat.js';
import { ExpertSeatsStore } from '../store/expert-seats.store.js';
import { ExpertReviewsService } from './expert-reviews.service.js';

/** Letters to experts: the invitation, and the reminder before the opinion's last day. */
@Injectable()
export class ExpertMail {
  constructor(
    private readonly seats: ExpertSeatsStore,
    private readonly reviews: ExpertReviewsService,
    private readonly facts: ContractFacts,
    private readonly calendars: HolidayCalendars,
    private readonly mailer: Mailer,
    private readonly config: Config,
  ) {}

  /** Nothing where the expert has answered or the panel has concluded meanwhile. */
  async send({ mailId, seatId }: JobMap['contracts.mailExpert']): Promise<void> {
    const contract = await this.seats.bySeat(seatId);
    const expert = contract?.experts.find(({ id }) => id === seatId);
    if (contract === undefined || expert === undefined || expert.email === null || !isAsked(contract)) return;
    const state = seatStateOf(expert);
    if (state === 'HEARD' || state === 'RECUSED') return;
    const registry = contract.registry?.name ?? '登记机构';
    const joined = state !== 'INVITED' && state !== 'NAMED';
    const link = joined
      ? `${this.config.publicUrl}/expert-reviews/${expert.id}`
      : `${this.config.publicUrl}/account/expert-invitation?token=${this.reviews.tokenOf(expert.id)}`;
    await this.mailer.send({
      id: mailId,
      to: expert.email,
      subject: `【技汇】${registry}${joined ? '提醒您出具评审意见' : '邀请您评审一份技术合同'}`,
      text: [
        `${expert.name}，您好：`,
        joined
          ? `${registry}请您就一份技术合同出具评审意见，尚未收到。`
          : `${registry}在技术合同认定登记中邀请您担任评审专家。请用本人实名的账号登录后打开下面的链接；链接只能使用一次。`,
        link,
        ...(expert.answerBy === null ? [] : [`意见截止日：${expert.answerBy}`]),
        '合同材料在签署保密与回避承诺后开放，仅供本次评审。与合同各方有利害关系的，请在页面上申请回避。',
        '—— 技汇 科技成果转化平台\n本邮件由系统发出，请勿直接回复。\n',
      ].join('\n\n'),
    });
  }

  /** Every morning: who has not answered and is asked to soon (`contracts.amber_working_days`), once a day of answer. */
  async remind(tx: Tx): Promise<void> {
    const { values } = await this.facts.parameters(tx.now);
    const { amberUntil } = colourBounds(
      legalDayOf(tx.now),
      values.amberWorkingDays,
      await this.calendars.calendar(),
    );
    for (const seat of await this.seats.remind(amberUntil))
      await tx.addJob('contracts.mailExpert', { mailId: uuidv7(), ...seat });
  }
}
