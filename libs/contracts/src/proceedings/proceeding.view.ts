import { hasRole, isMember, type Actor } from '@jihui/kernel';
import { termsView } from '../contract.view.js';
import type { Contract } from '../core/contract.js';
import { changedSubjects } from '../core/proceedings/changes.js';
import { WRITING } from '../core/proceedings/lifecycle.js';
import {
  CANCELLATION_GROUNDS,
  OBJECTORS,
  REVOCATION_GROUNDS,
  type Proceeding,
} from '../core/proceedings/proceeding.js';
import { sightOf, type Sight } from '../core/sight.js';

/** How much of a proceeding is shown: its paper to its own side, the applicant and the registry, its outcome to the others. */
export interface ProceedingSight {
  readonly sight: Sight;
  readonly mine: boolean;
  readonly paper: boolean;
}

/**
 * A draft is its own side's. What is handed in concerns the applicant as well, whoever opened it; another
 * party and the bureau's staff see that it is there and what came of it (reference A7).
 */
export function sightOfProceeding(
  actor: Actor,
  contract: Contract,
  proceeding: Proceeding,
): ProceedingSight | null {
  const sight = sightOf(actor, contract);
  if (sight === 'NONE' || proceeding.state === 'DISCARDED') return null;
  const mine =
    proceeding.openedBy === 'REGISTRY'
      ? sight === 'REGISTRY'
      : hasRole(actor, proceeding.organisationId, 'TRANSFER_OFFICER') ||
        (actor.kind === 'person' &&
          actor.personId === proceeding.personId &&
          isMember(actor, proceeding.organisationId));
  const unsent = WRITING.includes(proceeding.state);
  // The registry knows what it has sent back for correction.
  if (unsent && !mine && !(proceeding.state === 'RETURNED' && sight === 'REGISTRY')) return null;
  return { sight, mine, paper: mine || sight === 'APPLICANT' || sight === 'REGISTRY' };
}

const groundsOf = ({ kind, grounds }: Proceeding) => {
  const table: Readonly<Record<string, { readonly name: string; readonly article: string | null }>> =
    kind === 'REVOCATION' ? REVOCATION_GROUNDS : CANCELLATION_GROUNDS;
  return grounds.map((code) => ({
    code,
    name: table[code]?.name ?? code,
    article: table[code]?.article ?? null,
  }));
};

const openerName = ({ openedBy, objector, objectorName }: Proceeding, contract: Contract, name?: string) => {
  if (openedBy !== 'REGISTRY') return name ?? OBJECTORS[openedBy];
  if (objector === 'TAX' || objector === 'FINANCE') return objectorName ?? OBJECTORS[objector];
  return contract.registry?.name ?? '登记机构';
};

/** A proceeding as one viewer may see it. */
export function proceedingView(
  contract: Contract,
  proceeding: Proceeding,
  { sight, mine, paper }: ProceedingSight,
  organisationName: string | undefined,
) {
  const { proposal, base, decision } = proceeding;
  // Until the examiner's proposal is decided it is the registry's own matter.
  const asked = proceeding.kind === 'CHANGE' || proceeding.kind === 'SUPPLEMENT';
  const seesProposal = paper && (asked || sight === 'REGISTRY' || decision !== null);
  return {
    __typename: 'ContractProceeding' as const,
    /** The whole, for the fields that are resolved apart. */
    whole: proceeding,
    sight,
    paper,
    id: proceeding.id,
    version: proceeding.version,
    kind: proceeding.kind,
    state: proceeding.state,
    openedBy: proceeding.openedBy,
    openerName: openerName(proceeding, contract, organisationName),
    mine,
    reason: paper && proceeding.reason !== '' ? proceeding.reason : null,
    changes: seesProposal && proposal && base ? changedSubjects(base, proposal) : [],
    proposal:
      seesProposal && proposal
        ? { __typename: 'ContractProposal' as const, ...termsView(proposal, true) }
        : null,
    base: seesProposal && base ? { __typename: 'ContractProposal' as const, ...termsView(base, true) } : null,
    receipt: paper ? proceeding.receipt : null,
    grounds: paper ? groundsOf(proceeding) : [],
    groundOn: paper ? proceeding.groundOn : null,
    benefits: paper ? proceeding.benefits : [],
    noBenefits: paper ? proceeding.noBenefits : null,
    objector: proceeding.objector,
    objectorName: paper ? proceeding.objectorName : null,
    documentNumber: paper ? proceeding.documentNumber : null,
    deficiencies: paper ? proceeding.deficiencies : [],
    openedOn: proceeding.openedOn,
    defendUntil: proceeding.defendUntil,
    decidedOn: proceeding.decidedOn,
    createdAt: proceeding.createdAt,
    updatedAt: proceeding.updatedAt,
  };
}
export type ProceedingView = ReturnType<typeof proceedingView>;
