import { Notice, Violations } from '../design/States.js';
import { useWords } from '../i18n/index.js';
import type { Contract } from './types.js';
import { contractWords } from './words.js';

/** What the registry asked for when it returned the application, or why it refused it. */
export function Deficiencies({ contract }: { contract: Contract }) {
  const t = useWords(contractWords);
  const { deficiencies, refusalGrounds, decisionOpinion } = contract;
  if (deficiencies.length === 0 && refusalGrounds.length === 0 && !decisionOpinion) return null;
  return (
    <Notice tone="amber" icon="warn">
      {deficiencies.length > 0 && (
        <>
          <strong>{t.deficiencies}</strong>
          <Violations violations={deficiencies.map((entry) => ({ ...entry, code: '' }))} />
          {contract.state === 'RETURNED' && <p>{t.deficienciesText}</p>}
        </>
      )}
      {refusalGrounds.length > 0 && (
        <p>
          <strong>{t.grounds}</strong>{' '}
          {refusalGrounds.map((ground) => `${ground.code} ${ground.name}`).join('；')}
        </p>
      )}
      {decisionOpinion && (
        <p className="prose">
          <strong>{t.opinion}</strong> {decisionOpinion}
        </p>
      )}
    </Notice>
  );
}
