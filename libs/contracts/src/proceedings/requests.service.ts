import { Injectable } from '@nestjs/common';
import { addWorkingDays, legalDayOf, type Actor } from '@jihui/kernel';
import { HolidayCalendars } from '@jihui/platform';
import type { Target } from '../contract-changes.js';
import type { Action } from '../core/lifecycle.js';
import { articlesOf } from '../core/proceedings/articles.js';
import { said } from '../core/decisions.js';
import { moved } from '../core/proceedings/perform.js';
import type { Proceeding } from '../core/proceedings/proceeding.js';
import { ProceedingsStore } from '../store/proceedings.store.js';
import { BenefitsService } from './benefits.service.js';
import { ProceedingChanges, type Step } from './proceeding-changes.js';

/** What opens a proceeding, takes it back, or answers it. */
@Injectable()
export class RequestsService {
  constructor(
    private readonly papers: ProceedingChanges,
    private readonly proceedings: ProceedingsStore,
    private readonly benefits: BenefitsService,
    private readonly calendars: HolidayCalendars,
  ) {}

  /** 申请变更登记. */
  async requestChange(actor: Actor, input: Target): Promise<{ id: string }> {
    return this.request(actor, 'requestContractChange', 'requestChange', input);
  }

  /** 申请提成补充登记. */
  async requestSupplement(actor: Actor, input: Target): Promise<{ id: string }> {
    return this.request(actor, 'requestRoyaltySupplement', 'requestSupplement', input);
  }

  /** 申请注销登记. */
  async requestCancellation(actor: Actor, input: Target): Promise<{ id: string }> {
    return this.request(actor, 'requestContractCancellation', 'requestCancellation', input);
  }

  /** 提出异议, or the record of a tax or finance body's. */
  async object(actor: Actor, input: Target): Promise<{ id: string }> {
    return this.papers.perform(actor, 'lodgeObjection', 'object', input, async (step) => {
      return this.opened(step, await this.due(step, step.parameters.objectionWorkingDays));
    });
  }

  /**
   * 告知拟撤销登记: grounds and evidence, and how long the seller is heard. Where an objection led to it,
   * the objection is thereby granted.
   */
  async noticeRevocation(actor: Actor, input: Target): Promise<{ id: string }> {
    return this.papers.perform(actor, 'giveRevocationNotice', 'noticeRevocation', input, async (step) => {
      const { tx, subject, personId, parameters } = step;
      const { pending } = subject.facts;
      const calendar = await this.calendars.calendar();
      const defendUntil = addWorkingDays(legalDayOf(tx.now), parameters.defenceWorkingDays, calendar);
      if (pending !== null) await this.answered(step, pending);
      return this.opened(step, {
        personId,
        defendUntil,
        dueOn: addWorkingDays(defendUntil, parameters.revocationWorkingDays, calendar),
      });
    });
  }

  /** 撤回, by the side that opened it. */
  withdraw(actor: Actor, input: Target & { readonly reason: string }): Promise<{ id: string }> {
    const { text: reason, wrong } = said('reason', '撤回原因', input.reason, 500);
    return this.papers.perform(
      actor,
      'withdrawProceeding',
      'withdrawProceeding',
      input,
      () => ({
        move: 'takeBack',
        reason,
      }),
      wrong,
    );
  }

  /** 陈述申辩; with `final` the seller says that there is no more to come. */
  async defend(
    actor: Actor,
    input: Target & { readonly statement: string; readonly final: boolean },
  ): Promise<{ id: string }> {
    const { text: statement, wrong } = said('statement', '陈述申辩', input.statement, 5_000);
    return this.papers.perform(
      actor,
      'submitDefence',
      'defend',
      input,
      ({ tx, proceeding, personId }) => ({
        move: 'record',
        paper: {
          defences: [...proceeding.defences, { statement, final: input.final, personId, at: tx.now }],
        },
        reason: input.final ? '陈述申辩完毕' : null,
      }),
      wrong,
    );
  }

  private request(
    actor: Actor,
    name: string,
    action: Extract<Action, 'requestChange' | 'requestSupplement' | 'requestCancellation'>,
    input: Target,
  ): Promise<{ id: string }> {
    return this.papers.perform(actor, name, action, input, async (step) => {
      const { tx, subject, proceeding, personId } = step;
      await this.benefits.keep(tx, subject.contract.id, proceeding.benefits, personId);
      return this.opened(step, await this.due(step, step.parameters.changeWorkingDays));
    });
  }

  private async due({ tx }: Step, days: number): Promise<Pick<Proceeding, 'dueOn'>> {
    return { dueOn: addWorkingDays(legalDayOf(tx.now), days, await this.calendars.calendar()) };
  }

  private opened({ tx, subject, proceeding }: Step, paper: Partial<Proceeding>) {
    const { contract } = subject;
    return {
      move: 'open' as const,
      paper: {
        openedOn: legalDayOf(tx.now),
        against: { ...proceeding.against, certificateVersion: contract.certificateVersion },
        deficiencies: [],
        examination: null,
        ...paper,
      },
      reason: proceeding.reason,
    };
  }

  private async answered({ tx, personId, proceeding }: Step, objection: Proceeding): Promise<void> {
    await this.proceedings.save(
      objection,
      moved(objection, 'grant', {
        // Who gives the notice may have examined it: the revocation itself is another's to decide.
        examination: null,
        decision: {
          deciderId: personId,
          opinion: `异议成立，已告知拟撤销登记：${proceeding.reason}`,
          articles: articlesOf(objection),
          at: tx.now,
        },
        decidedOn: legalDayOf(tx.now),
      }),
    );
  }
}
