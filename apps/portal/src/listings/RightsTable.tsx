import { Link } from 'react-router';
import { DataTable } from '../design/DataTable.js';
import { StatusTag } from '../design/StatusTag.js';
import { Day } from '../design/Values.js';
import type { ResultPageFragment } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { detail } from './detailWords.js';
import { encumbrances, ipKinds, ipStatuses, ipStatusTones } from './terms.js';
import { common } from '../i18n/common.js';

type IpRight = NonNullable<ResultPageFragment['ipRights']>[number];

/** The intellectual property that stands behind a result; a patent of the register is opened by its number. */
export function RightsTable({
  rights,
  registered,
}: {
  rights: readonly IpRight[];
  registered: ResultPageFragment['patents'];
}) {
  const t = useWords(detail);
  const { list } = useWords(common);
  const kinds = useWords(ipKinds);
  const statuses = useWords(ipStatuses);
  const burdens = useWords(encumbrances);
  return (
    <DataTable
      rows={rights}
      keyOf={(right, index) => `${right.number}:${index}`}
      columns={[
        { key: 'title', title: t.ipTitle, render: (right) => right.title },
        { key: 'kind', title: t.ipKind, render: (right) => kinds[right.kind] },
        {
          key: 'number',
          title: t.ipNumber,
          render: (right) =>
            right.number ? (
              <span className="num">
                <Numbered number={right.number} registered={registered} />
              </span>
            ) : (
              <span className="quiet">{t.noNumber}</span>
            ),
        },
        {
          key: 'status',
          title: t.ipStatus,
          render: (right) => (
            <StatusTag tone={right.lapsed ? 'refused' : ipStatusTones[right.status]}>
              {right.lapsed && right.status === 'GRANTED' ? statuses.EXPIRED : statuses[right.status]}
            </StatusTag>
          ),
        },
        { key: 'expires', title: t.ipExpires, render: (right) => <Day on={right.expiresOn} /> },
        { key: 'owners', title: t.ipOwners, render: (right) => list(right.owners) },
        {
          key: 'burden',
          title: t.encumbrance,
          render: (right) =>
            right.encumbranceNote
              ? `${burdens[right.encumbrance]}（${right.encumbranceNote}）`
              : burdens[right.encumbrance],
        },
      ]}
    />
  );
}

function Numbered({ number, registered }: { number: string; registered: ResultPageFragment['patents'] }) {
  const patent = registered.find((one) => one.number === number);
  return patent ? <Link to={`/patents/${patent.id}`}>{number}</Link> : <>{number}</>;
}
