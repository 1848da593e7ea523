import { canonical } from '@jihui/kernel';
import type { Contract, FindingAnswer } from './contract.js';
import type { Facts, Finding } from './findings.js';
import { RULES_BY_ID } from './rulesets/sets.js';
import type { Sight } from './sight.js';

/** What a finding says and looked at: an answer is one to this, and to nothing else. */
export const aboutOf = ({ message, facts }: Finding): string => canonical({ message, facts });

/** The applicant's answer to the finding as it stands; none once the fact has changed. */
export const answerTo = (contract: Contract, finding: Finding): FindingAnswer | null =>
  contract.answers.find(
    ({ rule, path, about }) => rule === finding.rule && path === finding.path && about === aboutOf(finding),
  ) ?? null;

/** The answers after one more; a later word on the same finding takes the earlier one's place. */
export const answered = (
  before: readonly FindingAnswer[],
  answer: FindingAnswer,
): readonly FindingAnswer[] => [
  ...before.filter(({ rule, path }) => rule !== answer.rule || path !== answer.path),
  answer,
];

/**
 * Findings as the viewer may see them. What speaks of others' contracts is the registry's to look at;
 * and what a draft could be used to try out is told to the applicant once the application is made.
 */
export const findingsFor = (
  sight: Sight,
  contract: Contract,
  findings: readonly Finding[],
): readonly (Omit<Finding, 'facts'> & {
  readonly facts: Facts | null;
  readonly answer: FindingAnswer | null;
})[] =>
  findings
    .filter(
      ({ rule }) =>
        sight === 'REGISTRY' ||
        contract.submittedAt !== null ||
        RULES_BY_ID.get(rule)?.discreet !== 'UNTIL_SUBMITTED',
    )
    .map((finding) => ({
      ...finding,
      facts:
        sight !== 'REGISTRY' && RULES_BY_ID.get(finding.rule)?.discreet !== undefined ? null : finding.facts,
      answer: answerTo(contract, finding),
    }));
