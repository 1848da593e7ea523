import { Link } from 'react-router';
import { useQuery } from 'urql';
import { failureOf } from '../api/failure.js';
import { DataTable } from '../design/DataTable.js';
import { Dialog } from '../design/Dialog.js';
import { PiecePager, usePieces } from '../design/PiecePager.js';
import { FailureState, Skeleton } from '../design/States.js';
import { Day, Money } from '../design/Values.js';
import type { StatisticsDimension } from '../gql/graphql.js';
import { common } from '../i18n/common.js';
import { useWords } from '../i18n/index.js';
import { LedgerRowsDocument } from './documents.js';
import { dataWords } from './words.js';

const PAGE = 50;

/** What was picked: a row of a breakdown, or with null the whole period. */
export interface Picked {
  readonly dimension: StatisticsDimension | null;
  readonly key: string | null;
  readonly label: string;
}

/** The ledger rows that a figure is made of, each opening its contract. */
export function LedgerDialog({
  queryId,
  picked,
  onClose,
}: {
  queryId: string;
  picked: Picked;
  onClose: () => void;
}) {
  const t = useWords(dataWords);
  const c = useWords(common);
  const pieces = usePieces(PAGE);
  const { dimension, key } = picked;
  const [result] = useQuery({
    query: LedgerRowsDocument,
    variables: { queryId, dimension, key, ...pieces.piece },
  });
  const rows = result.data?.registeredContractsRows;
  return (
    <Dialog open wide title={`${t.rowsTitle} · ${picked.label}`} onClose={onClose}>
      {result.error && <FailureState failure={failureOf(result.error)} />}
      {!rows && result.fetching && <Skeleton cards={2} />}
      {rows && (
        <>
          <p className="quiet">{c.total(rows.totalCount)}</p>
          <DataTable
            caption={t.rowsTitle}
            rows={rows.edges.map((edge) => edge.node)}
            keyOf={(row) => row.id}
            columns={[
              {
                key: 'number',
                title: t.columns.number,
                render: (row) => <span className="num">{row.registrationNumber}</span>,
              },
              {
                key: 'title',
                title: t.columns.title,
                render: (row) =>
                  row.contract ? <Link to={`/contracts/${row.contract.id}`}>{row.title}</Link> : row.title,
              },
              { key: 'kind', title: t.columns.kind, render: (row) => t.kinds[row.kind] },
              { key: 'on', title: t.columns.on, render: (row) => <Day on={row.occurredOn} /> },
              { key: 'month', title: t.columns.month, render: (row) => row.month },
              { key: 'total', title: t.total, right: true, render: (row) => <Money fen={row.total} /> },
              {
                key: 'technical',
                title: t.technical,
                right: true,
                render: (row) => <Money fen={row.technical} />,
              },
            ]}
          />
          <PiecePager info={rows.pageInfo} pieces={pieces} />
        </>
      )}
    </Dialog>
  );
}
