import { Link } from 'react-router';
import { useToday } from '../api/city.js';
import { Notice, Violations } from '../design/States.js';
import { useWords } from '../i18n/index.js';
import type { Contract } from './types.js';
import { noticeWords } from './noticeWords.js';
import { contractWords } from './words.js';
import { useGroundLine } from './grounds.js';

/** What the registry asked for when it returned the application, or why it refused it. */
export function Deficiencies({ contract }: { contract: Contract }) {
  const t = useWords(contractWords);
  const n = useWords(noticeWords);
  const groundLine = useGroundLine();
  const today = useToday();
  const { deficiencies, refusalGrounds, decisionOpinion } = contract;
  if (deficiencies.length === 0 && refusalGrounds.length === 0 && !decisionOpinion) return null;
  return (
    <Notice tone="amber" icon="warn">
      {deficiencies.length > 0 && (
        <>
          <strong>{t.deficiencies}</strong>
          <Violations violations={deficiencies.map((entry) => ({ ...entry, code: '' }))} />
          {contract.state === 'RETURNED' && <p>{t.deficienciesText}</p>}
          {contract.state === 'RETURNED' && contract.correctionDueOn && (
            <p>
              <strong>{t.correctBy(contract.correctionDueOn)}</strong>
              {contract.correctionDueOn < today && ` ${t.correctionLapsed}`}
            </p>
          )}
        </>
      )}
      {refusalGrounds.length > 0 && (
        <p>
          <strong>{t.grounds}</strong> {refusalGrounds.map(groundLine).join('；')}
        </p>
      )}
      {['RETURNED', 'NOT_ACCEPTED', 'REJECTED'].includes(contract.state) && (
        <p>
          <Link to={`/contracts/${contract.id}/notice`}>{n.print}</Link>
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
