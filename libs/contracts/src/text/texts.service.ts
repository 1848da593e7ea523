import { Injectable } from '@nestjs/common';
import { legalDayOf, notFound, type Actor } from '@jihui/kernel';
import { checkIds } from '@jihui/platform';
import { ApplicationsService } from '../applications.service.js';
import { ContractChanges, type Target } from '../contract-changes.js';
import type { Clause } from '../core/text/place.js';
import { patchOf } from '../core/text/proposals.js';
import { TextsStore, type KeptProposal } from '../store/texts.store.js';

export interface OpenedText {
  readonly fileId: string;
  readonly contractId: string;
  readonly name: string;
  readonly pages: readonly string[];
  readonly clauses: readonly Clause[];
}

/** What people do with a contract's text. */
@Injectable()
export class TextsService {
  constructor(
    private readonly changes: ContractChanges,
    private readonly applications: ApplicationsService,
    private readonly texts: TextsStore,
  ) {}

  /** Takes a proposed value over into the form. @throws DomainError NOT_FOUND for a proposal of another contract. */
  async accept(actor: Actor, input: Target & { readonly proposalId: string }): Promise<{ id: string }> {
    checkIds(input.proposalId);
    return this.changes.perform(
      actor,
      'acceptTextProposal',
      'edit',
      input,
      async ({ tx, subject, personId }) => {
        const proposal = await this.proposal(input);
        const { form } = subject.contract;
        const next = await this.applications.formAfter(form, patchOf(proposal, form), legalDayOf(tx.now));
        await this.texts.decide(proposal.id, 'ACCEPTED', personId, tx.now);
        return { patch: { form: next }, reason: reasonOf('采纳合同文本的内容', proposal) };
      },
    );
  }

  /** Sets a proposed value aside; it may still be accepted later. */
  async dismiss(actor: Actor, input: Target & { readonly proposalId: string }): Promise<{ id: string }> {
    checkIds(input.proposalId);
    return this.changes.perform(actor, 'dismissTextProposal', 'edit', input, async ({ tx, personId }) => {
      const proposal = await this.proposal(input);
      await this.texts.decide(proposal.id, 'DISMISSED', personId, tx.now);
      return { reason: reasonOf('未采纳合同文本的内容', proposal) };
    });
  }

  /**
   * The text for reading. It is a view of the contract like opening the file itself, and recorded as one.
   * @throws DomainError NOT_FOUND for what the actor may not read.
   */
  async open(actor: Actor, fileId: string): Promise<OpenedText> {
    const file = await this.applications.openFile(actor, fileId);
    return {
      fileId: file.id,
      contractId: file.contractId,
      name: file.name,
      pages: await this.texts.pages(file.id),
      clauses: await this.texts.clauses(file.id),
    };
  }

  private async proposal({
    id,
    proposalId,
  }: Target & { readonly proposalId: string }): Promise<KeptProposal> {
    const proposal = await this.texts.lockProposal(id, proposalId);
    if (proposal === undefined) throw notFound('识别内容');
    return proposal;
  }
}

const reasonOf = (what: string, { clause, field }: KeptProposal): string =>
  `${what}：${clause === '' ? '' : `${clause}，`}${field}`;
