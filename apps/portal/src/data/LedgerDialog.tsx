import { Link } from 'react-router';
import { useQuery } from 'urql';
import { failureOf } from '../api/failure.js';
import { graphql } from '../api/graphql.js';
import { DataTable } from '../design/DataTable.js';
import { Dialog } from '../design/Dialog.js';
import { FailureState, Skeleton } from '../design/States.js';
import { Day, Money } from '../design/Values.js';
import type { StatisticsDimension } from '../gql/graphql.js';
import { common } from '../i18n/common.js';
import { useWords, words } from '../i18n/index.js';
import type { ContractFigure } from './FigureChart.js';
import { dataWords } from './words.js';

export const FigureFields = graphql(`
  fragment Figure on ContractFigure {
    key
    label
    count
    total
    technical
    shareBasisPoints
  }
`);

const LedgerRowsDocument = graphql(`
  query LedgerRows($queryId: String!, $dimension: StatisticsDimension, $key: String) {
    registeredContractsRows(queryId: $queryId, dimension: $dimension, key: $key, first: 100) {
      totalCount
      edges {
        node {
          id
          occurredOn
          registrationNumber
          title
          total
          technical
          contract {
            id
          }
        }
      }
    }
  }
`);

const ledgerWords = words(
  { number: '登记编号', title: '项目名称', on: '登记日期' },
  { number: 'Number', title: 'Project', on: 'Registered on' },
);

/** The ledger rows that a figure is made of, each opening its contract. */
export function LedgerDialog({
  queryId,
  dimension,
  figure,
  onClose,
}: {
  queryId: string;
  dimension: StatisticsDimension;
  figure: ContractFigure;
  onClose: () => void;
}) {
  const t = useWords(dataWords);
  const w = useWords(ledgerWords);
  const c = useWords(common);
  const [result] = useQuery({
    query: LedgerRowsDocument,
    variables: { queryId, dimension, key: figure.key },
  });
  const rows = result.data?.registeredContractsRows;
  return (
    <Dialog open wide title={`${t.rowsTitle} · ${figure.label}`} onClose={onClose}>
      {result.error && <FailureState failure={failureOf(result.error)} />}
      {!rows && result.fetching && <Skeleton cards={2} />}
      {rows && (
        <>
          <p className="quiet">{c.total(rows.totalCount)}</p>
          <DataTable
            rows={rows.edges.map((edge) => edge.node)}
            keyOf={(row) => row.id}
            columns={[
              {
                key: 'number',
                title: w.number,
                render: (row) => <span className="num">{row.registrationNumber}</span>,
              },
              {
                key: 'title',
                title: w.title,
                render: (row) =>
                  row.contract ? <Link to={`/contracts/${row.contract.id}`}>{row.title}</Link> : row.title,
              },
              { key: 'on', title: w.on, render: (row) => <Day on={row.occurredOn} /> },
              { key: 'total', title: t.total, right: true, render: (row) => <Money fen={row.total} /> },
              {
                key: 'technical',
                title: t.technical,
                right: true,
                render: (row) => <Money fen={row.technical} />,
              },
            ]}
          />
        </>
      )}
    </Dialog>
  );
}
