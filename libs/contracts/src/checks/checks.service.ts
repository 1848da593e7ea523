import { Injectable } from '@nestjs/common';
import { cleanText, refuseIf, Violations, type Actor } from '@jihui/kernel';
import { ContractChanges, type Target } from '../contract-changes.js';
import { aboutOf, answered, findingsFor } from '../core/answers.js';
import { ContractCodes } from '../core/errors.js';
import { cleanJudgements, judged, judgementViolations } from '../core/judgements.js';
import { findingsOf } from '../core/rulesets/sets.js';
import type { AnswerFindingInput, JudgeChecklistInput } from '../contracts.types.gen.js';

const ANSWER = { max: 1_000 } as const;

/** What applicant and reviewer say to the checks. */
@Injectable()
export class ChecksService {
  constructor(private readonly changes: ContractChanges) {}

  /**
   * 说明: the applicant explains a warning; the reviewer reads it as long as the fact stays the same.
   * @throws DomainError CONTRACT.NOTHING_TO_ANSWER for what is not found, is to be put right, or is not told yet.
   */
  async answer(actor: Actor, input: AnswerFindingInput): Promise<{ id: string }> {
    const text = cleanText(input.text);
    refuseIf(new Violations().text('text', '说明', text, ANSWER).found);
    return this.changes.perform(actor, 'answerFinding', 'answer', input, ({ tx, subject, personId }) => {
      const { contract } = subject;
      const finding = findingsOf(subject).find(
        ({ rule, path, level }) => level === 'WARNING' && rule === input.rule && path === input.path,
      );
      const told = finding && findingsFor('APPLICANT', contract, [finding]).length > 0;
      refuseIf(
        new Violations().when(
          !told,
          '',
          ContractCodes.NOTHING_TO_ANSWER,
          '没有这条核查提示，或内容已变化；请刷新后对照最新的提示说明',
        ).found,
      );
      if (finding === undefined) return {};
      const answer = {
        rule: finding.rule,
        path: finding.path,
        about: aboutOf(finding),
        text,
        by: personId,
        at: tx.now.toISOString(),
      };
      return { patch: { answers: answered(contract.answers, answer) }, reason: text };
    });
  }

  /** 核对: a reviewer's word on conditions of recognition; whoever judges holds the review. */
  async judge(actor: Actor, input: JudgeChecklistInput & Target): Promise<{ id: string }> {
    const forms = cleanJudgements(input.judgements);
    return this.changes.perform(actor, 'judgeChecklist', 'judge', input, ({ subject, personId }) => {
      const { contract } = subject;
      refuseIf(judgementViolations(forms, contract.form.subclass));
      const stage = contract.state === 'SECOND_REVIEW' ? 'SECOND' : 'FIRST';
      return {
        patch: {
          judgements: judged(contract.judgements, forms, stage, personId),
          ...(stage === 'SECOND' ? { secondReviewerId: personId } : { firstReviewerId: personId }),
        },
        reason: forms.map(({ item, met }) => `${item}${met ? '' : ' ✗'}`).join('，'),
      };
    });
  }
}
