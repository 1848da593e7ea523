import { Day, Money } from '../../design/Values.js';
import type { OfficeFieldsFragment } from '../../gql/graphql.js';
import { useWords } from '../../i18n/index.js';
import { officeWords } from './officeWords.js';

export type Office = OfficeFieldsFragment;

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
