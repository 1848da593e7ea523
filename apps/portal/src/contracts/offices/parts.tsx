import { Day, Money } from '../../design/Values.js';
import type { OfficeFieldsFragment } from '../../gql/graphql.js';
import { useWords } from '../../i18n/index.js';
import { batchWords } from '../batch/batchWords.js';
import { ratingWords } from '../ratings/ratingWords.js';
import { templateWords } from '../templates/templateWords.js';
import { proceedingWords } from '../proceedings/words.js';
import { workloadWords } from '../workload/workloadWords.js';
import { officeWords } from './officeWords.js';

export type Office = OfficeFieldsFragment;

/** The parts of the registrars' area, below its headings. */
export function useRegistrationParts() {
  const t = useWords(officeWords);
  const w = useWords(workloadWords);
  const p = useWords(proceedingWords);
  const b = useWords(batchWords);
  const r = useWords(ratingWords);
  const o = useWords(templateWords);
  return [
    { to: '/registration', label: t.queue },
    { to: '/registration/batch', label: b.batch },
    { to: '/proceedings', label: p.desk },
    { to: '/tax-notices', label: p.notices },
    { to: '/registration/workload', label: w.workload },
    { to: '/registration/times', label: w.times },
    { to: '/registration/ratings', label: r.ratings },
    { to: '/registration/templates', label: o.templates },
    { to: '/registration/offices', label: t.offices },
  ];
}

/** The amount up to which it takes contracts, and where that comes from. */
export function Cap({ office }: { office: Office }) {
  const t = useWords(officeWords);
  if (office.effectiveCap === null || office.effectiveCap === undefined) return <>{t.noCap}</>;
  return (
    <>
      <Money fen={office.effectiveCap} />
      {office.cap === null && <small className="quiet"> {t.byParameter}</small>}
    </>
  );
}

export function Delegation({ office }: { office: Office }) {
  const t = useWords(officeWords);
  if (!office.county) return <span className="quiet">{t.city}</span>;
  if (!office.delegatedFrom) return <>{t.noDelegation}</>;
  return (
    <>
      <Day on={office.delegatedFrom} /> –{' '}
      {office.delegatedUntil ? <Day on={office.delegatedUntil} /> : t.longTerm}
    </>
  );
}
