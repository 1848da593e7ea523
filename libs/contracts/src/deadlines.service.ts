import { Injectable } from '@nestjs/common';
import { addWorkingDays, type HolidayCalendar, type LegalDay } from '@jihui/kernel';
import { HolidayCalendars, type Tx } from '@jihui/platform';
import { streamOf } from './contract-changes.js';
import { ContractFacts } from './contract-facts.js';
import { dueDay } from './core/deadline.js';
import type { ContractParameters } from './core/parameters.js';
import { ruleSetNamed } from './core/rulesets/sets.js';
import {
  DeadlinesStore,
  type RunningClock,
  type RunningNotice,
  type RunningPaper,
} from './store/deadlines.store.js';

/**
 * 期限按新的放假安排重算 (民法典第203条): the State Council's notice comes months after the clock of a long case was
 * started, and what is a working day is what the calendar says when the day comes.
 */
@Injectable()
export class DeadlinesService {
  constructor(
    private readonly store: DeadlinesStore,
    private readonly facts: ContractFacts,
    private readonly calendars: HolidayCalendars,
  ) {}

  /** Counts every running deadline anew, by the law of the day from which it runs; writes down each that moved. */
  async recount(tx: Tx): Promise<number> {
    const calendar = await this.calendars.calendar();
    const law = new Map<LegalDay, ContractParameters>();
    const lawOn = async (day: LegalDay): Promise<ContractParameters> => {
      const known = law.get(day) ?? (await this.facts.lawOn(day)).parameters;
      law.set(day, known);
      return known;
    };
    let moved = 0;
    const note = async (contractId: string, before: LegalDay, after: LegalDay): Promise<void> => {
      moved += 1;
      await tx.audit({
        stream: streamOf(contractId),
        action: 'recountDeadline',
        before: { dueOn: before },
        after: { dueOn: after },
        reason: `${before} → ${after}`,
      });
    };
    for (const clock of await this.store.contracts()) {
      const dueOn = clockDue(clock, await lawOn(clock.acceptedOn), calendar);
      if (dueOn === clock.dueOn) continue;
      await this.store.moveContract(clock.id, dueOn);
      await note(clock.id, clock.dueOn, dueOn);
    }
    for (const paper of await this.store.papers()) {
      const { dueOn, defendUntil } = paperDue(paper, await lawOn(paper.openedOn), calendar);
      if (dueOn === paper.dueOn && defendUntil === paper.defendUntil) continue;
      await this.store.movePaper(paper.id, dueOn, defendUntil);
      await note(paper.contractId, paper.dueOn, dueOn);
    }
    for (const notice of await this.store.notices()) {
      const dueOn = noticeDue(notice, await lawOn(notice.decidedOn), calendar);
      if (dueOn === notice.dueOn) continue;
      await this.store.moveNotice(notice.id, dueOn);
      await note(notice.contractId, notice.dueOn, dueOn);
    }
    return moved;
  }
}

function clockDue(clock: RunningClock, parameters: ContractParameters, calendar: HolidayCalendar): LegalDay {
  const ruleSet = ruleSetNamed(clock.ruleSet);
  const limit = clock.expert ? (ruleSet.expertTimeLimit ?? ruleSet.timeLimit) : ruleSet.timeLimit;
  return dueDay(ruleSet, clock.acceptedOn, parameters[limit] + clock.pausedDays, calendar);
}

function paperDue(
  { kind, openedOn, defendUntil: told }: RunningPaper,
  parameters: ContractParameters,
  calendar: HolidayCalendar,
): { readonly dueOn: LegalDay; readonly defendUntil: LegalDay | null } {
  if (kind !== 'REVOCATION') {
    const days = kind === 'OBJECTION' ? parameters.objectionWorkingDays : parameters.changeWorkingDays;
    return { dueOn: addWorkingDays(openedOn, days, calendar), defendUntil: told };
  }
  const counted = addWorkingDays(openedOn, parameters.defenceWorkingDays, calendar);
  // The seller was told until when it is heard: that is never cut short.
  const defendUntil = told !== null && told > counted ? told : counted;
  return { dueOn: addWorkingDays(defendUntil, parameters.revocationWorkingDays, calendar), defendUntil };
}

const noticeDue = (
  { decidedOn }: RunningNotice,
  { taxNoticeWorkingDays }: ContractParameters,
  calendar: HolidayCalendar,
): LegalDay => addWorkingDays(decidedOn, taxNoticeWorkingDays, calendar);
