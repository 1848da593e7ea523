import { useNavigate } from 'react-router';
import { useCommand } from '../../api/command.js';
import type { ActionSpec, ActionSpecs } from '../../design/ActionRail.js';
import type { ContractProceedingKind } from '../../gql/graphql.js';
import { useWords } from '../../i18n/index.js';
import type { Contract } from '../types.js';
import { proceedingActWords } from './actWords.js';
import { StartProceedingDocument } from './commands.js';

/** The acts on a contract's page that open a proceeding: each begins a draft, or goes on with the one begun. */
export function useOpenings(contract: Pick<Contract, 'id' | 'sight'>): ActionSpecs {
  const t = useWords(proceedingActWords);
  const navigate = useNavigate();
  const start = useCommand(StartProceedingDocument);
  const begins = (kind: ContractProceedingKind, label: string, tone?: 'danger'): ActionSpec => ({
    label,
    ...(tone && { tone }),
    run: async () => {
      const outcome = await start.run({ contractId: contract.id, kind });
      if (outcome.ok) void navigate(`/proceedings/${outcome.data.startProceeding.proceeding.id}`);
      return outcome;
    },
  });
  return {
    requestChange: begins('CHANGE', t.requestChange),
    requestSupplement: begins('SUPPLEMENT', t.requestSupplement),
    object: begins('OBJECTION', contract.sight === 'REGISTRY' ? t.objectForBody : t.object),
    requestCancellation: begins('CANCELLATION', t.requestCancellation, 'danger'),
    noticeRevocation: begins('REVOCATION', t.noticeRevocation, 'danger'),
  };
}
