import { DataTable } from '../design/DataTable.js';
import { At } from '../design/Values.js';
import type { CallReviewFieldsFragment } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { seatWords } from './seatWords.js';
import { reviewWords } from './words.js';

/** 原方案代号: under which names bids went before their review began anew. */
export function FormerNames({ names }: { readonly names: CallReviewFieldsFragment['formerNames'] }) {
  const t = useWords(reviewWords);
  const { bid } = useWords(seatWords);
  return (
    <details>
      <summary>{t.formerNames}</summary>
      <DataTable
        caption={t.formerNames}
        rows={names}
        keyOf={({ label }) => label}
        columns={[
          { key: 'former', title: t.formerName, render: ({ label }) => bid(label) },
          { key: 'now', title: t.nowNamed, render: ({ now }) => (now == null ? t.notTold : bid(now)) },
          { key: 'bidder', title: t.bidder, render: ({ organisationName }) => organisationName },
          {
            key: 'renamed',
            title: t.renamedAt,
            render: ({ retiredAt, reason }) => (
              <>
                <At at={retiredAt} /> {reason}
              </>
            ),
          },
        ]}
      />
    </details>
  );
}
