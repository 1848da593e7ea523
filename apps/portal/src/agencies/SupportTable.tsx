import type { ReactNode } from 'react';
import { DataTable, type Column } from '../design/DataTable.js';
import { StatusTag } from '../design/StatusTag.js';
import { Day, Money } from '../design/Values.js';
import type { SupportFieldsFragment } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { supportKinds, supportWords } from './supportWords.js';

interface Row {
  readonly support: SupportFieldsFragment;
}

/** Records of support, one a row; `first` and `last` are what a list has before and after the record itself. */
export function SupportTable<R extends Row>({
  rows,
  first,
  last,
}: {
  readonly rows: readonly R[];
  readonly first?: Column<R>;
  readonly last?: Column<R>;
}) {
  const t = useWords(supportWords);
  const kinds = useWords(supportKinds);
  const columns: readonly Column<R>[] = [
    {
      key: 'kind',
      title: t.kind,
      render: ({ support }) => <span className="nowrap">{kinds[support.kind]}</span>,
    },
    {
      key: 'what',
      title: t.what,
      render: ({ support }) => (
        <>
          {support.title}
          {support.withdrawnOn && (
            <>
              {' '}
              <StatusTag tone="rest">{t.withdrawn}</StatusTag>{' '}
              <span className="quiet">{t.withdrawnOn(support.withdrawnOn, support.withdrawnFor)}</span>
            </>
          )}
        </>
      ),
    },
    { key: 'amount', title: t.amount, render: ({ support }) => <Worth support={support} /> },
    { key: 'period', title: t.period, render: ({ support }) => <Period support={support} /> },
    { key: 'provider', title: t.provider, render: ({ support }) => support.provider },
    { key: 'document', title: t.document, width: '9.5em', render: ({ support }) => support.document },
  ];
  return (
    <DataTable
      caption={t.title}
      rows={rows}
      keyOf={({ support }) => support.id}
      columns={[...(first ? [first] : []), ...columns, ...(last ? [last] : [])]}
    />
  );
}

function Worth({ support: { amount, area } }: Row): ReactNode {
  const t = useWords(supportWords);
  if (amount == null && area == null) return <span className="quiet">—</span>;
  return (
    <span className="row" style={{ gap: '2px 10px' }}>
      {amount != null && <Money fen={amount} />}
      {area != null && <span className="num">{t.square(area)}</span>}
    </span>
  );
}

function Period({ support: { from, until } }: Row): ReactNode {
  if (!until) return <Day on={from} />;
  return (
    <>
      <Day on={from} /> — <Day on={until} />
    </>
  );
}
