import { useCommand } from '../../api/command.js';
import type { Failure } from '../../api/failure.js';
import { AcceptTextProposalDocument, DismissTextProposalDocument } from './documents.js';
import type { Decide, FoundProposal, Proposal, ReadFile } from './proposals.js';

/** Every proposal of the contract's files. */
export const proposalsIn = (files: readonly ReadFile[]): readonly FoundProposal[] =>
  files.flatMap(({ id, reading }) =>
    (reading?.proposals ?? []).map((proposal) => ({ proposal, fileId: id })),
  );

/** Accepting and dismissing what was found in the text. */
export function useDecide(options: {
  readonly contractId: string;
  /** Saves what is unsaved and answers the version to decide on; null when it could not be saved. */
  readonly version: () => Promise<number | null>;
  /** The contract has changed: reads it anew. */
  readonly onDone: () => void | Promise<void>;
}): Decide & { readonly failure: Failure | null } {
  const accept = useCommand(AcceptTextProposalDocument);
  const dismiss = useCommand(DismissTextProposalDocument);
  const decide = async (command: typeof accept | typeof dismiss, proposal: Proposal): Promise<void> => {
    const expectedVersion = await options.version();
    if (expectedVersion === null) return;
    const outcome = await command.run({ id: options.contractId, expectedVersion, proposalId: proposal.id });
    if (outcome.ok) await options.onDone();
  };
  return {
    accept: (proposal) => void decide(accept, proposal),
    dismiss: (proposal) => void decide(dismiss, proposal),
    busy: accept.busy || dismiss.busy,
    failure: accept.failure ?? dismiss.failure,
  };
}
