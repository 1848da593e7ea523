import { useViewer } from '../api/viewer.js';
import type { PatentMatchFieldsFragment } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { InterestButton } from './InterestButton.js';
import { matchWords } from './words.js';

/**
 * From a patent that fits one's need to whoever keeps it: through the result that offers it, or else to the organisation by
 * its name. Where that organisation cannot be reached it says so.
 */
export function PatentContact({ match: { need, patent } }: { match: PatentMatchFieldsFragment }) {
  const t = useWords(matchWords);
  const { organisationsAs } = useViewer();
  if (!need || !patent) return null;
  const ownerId = need.owner?.id;
  const isOwner = organisationsAs('RESEARCHER', 'TRANSFER_OFFICER').some(({ id }) => id === ownerId);
  const isBroker = organisationsAs('BROKER').some(({ kind }) => kind === 'BROKER_AGENCY');
  if (!isOwner && !isBroker) return null;
  const { holder, holderName } = patent;
  if (holder.status !== 'ACTIVE') return <span className="quiet">{t.holderAway(holderName)}</span>;
  const offered = patent.uses.flatMap(({ result }) => (result?.owner?.id === holder.id ? [result] : []))[0];
  return (
    <>
      <InterestButton
        size="small"
        label={t.askHolder}
        subject={{
          needId: need.id,
          ...(offered ? { resultId: offered.id } : {}),
          sellerId: holder.id,
          buyerId: ownerId ?? null,
          title: `${patent.title}（${patent.displayNumber}）`,
          modes: offered?.cooperationModes ?? need.cooperationModes,
        }}
      />
      <span className="quiet">{t.keptBy(holderName)}</span>
    </>
  );
}
