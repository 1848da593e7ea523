import { Injectable } from '@nestjs/common';
import type { Actor, Violation } from '@jihui/kernel';
import { ContractChanges, type Change, type Target } from '../contract-changes.js';
import { aboutOf, answered, findingsFor } from '../core/answers.js';
import { said } from '../core/decisions.js';
import { ContractCodes } from '../core/errors.js';
import type { ContractCase } from '../core/facts.js';
import { cleanJudgements, failedIn, judged, judgementViolations } from '../core/judgements.js';
import { findingsOf } from '../core/rulesets/sets.js';
import type { AnswerFindingInput, JudgeChecklistInput } from '../contracts.types.gen.js';

const MAX_ANSWER = 1_000;

/** No such warning of that rule, or none at that place. */
function nothingToAnswer(
  subject: ContractCase,
  { rule, path }: Pick<AnswerFindingInput, 'rule' | 'path'>,
): readonly Violation[] {
  const ofRule = findingsOf(subject).filter((finding) => finding.rule === rule);
  const problem = (at: string): Violation => ({
    path: at,
    code: ContractCodes.NOTHING_TO_ANSWER,
    message: '没有这条核查提示，或内容已变化；请刷新后对照最新的提示说明',
  });
  const isThere = ofRule.some((finding) => finding.path === path);
  return [
    ...(ofRule.length === 0 || isThere ? [problem('rule')] : []),
    ...(isThere ? [] : [problem('path')]),
  ];
}

/** What applicant and reviewer say to the checks. */
@Injectable()
export class ChecksService {
  constructor(private readonly changes: ContractChanges) {}

  /**
   * 说明: the applicant explains a warning; the reviewer reads it as long as the fact stays the same.
   * @throws DomainError CONTRACT.NOTHING_TO_ANSWER for what is not found, is to be put right, or is not told yet.
   */
  async answer(actor: Actor, input: AnswerFindingInput): Promise<{ id: string }> {
    const { text, wrong: unsaid } = said('text', '说明', input.text, MAX_ANSWER);
    const asked = (subject: ContractCase) => {
      const finding = findingsOf(subject).find(
        ({ rule, path, level }) => level === 'WARNING' && rule === input.rule && path === input.path,
      );
      const told = finding && findingsFor('APPLICANT', subject.contract, [finding]).length > 0;
      return told ? finding : undefined;
    };
    const wrong = ({ subject }: Change): readonly Violation[] =>
      asked(subject) === undefined ? [...unsaid, ...nothingToAnswer(subject, input)] : unsaid;
    return this.changes.perform(
      actor,
      'answerFinding',
      'answer',
      input,
      ({ tx, subject, personId }) => {
        const { contract } = subject;
        const finding = asked(subject);
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
      },
      wrong,
    );
  }

  /** 核对: a reviewer's word on conditions of recognition; whoever judges holds the review. */
  async judge(actor: Actor, input: JudgeChecklistInput & Target): Promise<{ id: string }> {
    const forms = cleanJudgements(input.judgements);
    const wrong = ({ subject: { contract } }: Change): readonly Violation[] =>
      judgementViolations(forms, contract.form.subclass);
    return this.changes.perform(
      actor,
      'judgeChecklist',
      'judge',
      input,
      ({ subject, personId }) => {
        const { contract } = subject;
        const stage = contract.state === 'SECOND_REVIEW' ? 'SECOND' : 'FIRST';
        const failed = failedIn(forms, contract.form.subclass);
        return {
          patch: {
            judgements: judged(contract.judgements, forms, stage, personId),
            ...(stage === 'SECOND' ? { secondReviewerId: personId } : { firstReviewerId: personId }),
          },
          reason:
            failed.length === 0
              ? `核对 ${forms.length} 项认定条件，均符合`
              : `核对 ${forms.length} 项认定条件，不符合：${failed.join('；')}`,
        };
      },
      wrong,
    );
  }
}
