import { Button } from '../design/Button.js';
import { DataTable, type Column } from '../design/DataTable.js';
import { Money } from '../design/Values.js';
import type { DataQuery } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { dataWords } from './words.js';

export type ContractFigure =
  DataQuery['registeredContractsStatistics']['breakdowns'][number]['figures'][number];

export const percent = (basisPoints: number | null | undefined): string =>
  basisPoints === null || basisPoints === undefined ? '—' : `${(basisPoints / 100).toFixed(1)}%`;
const whole = (count: number): string => count.toLocaleString('en-US');

/** The rows of a breakdown: net and gross, share, the year before, and for the bureau the contracts behind each. */
export function FigureTable({
  title,
  figures,
  compared,
  onPick,
}: {
  title: string;
  figures: readonly ContractFigure[];
  /** Whether the year before is in the ledger. */
  compared: boolean;
  onPick?: ((figure: ContractFigure) => void) | undefined;
}) {
  const t = useWords(dataWords);
  const cancelled = figures.some(({ count, total, gross }) => gross.count !== count || gross.total !== total);
  const columns: Column<ContractFigure>[] = [
    {
      key: 'label',
      title: t.name,
      render: ({ label, group }) => (group ? `${group} · ${label}` : label),
    },
    { key: 'count', title: t.count, right: true, render: ({ count }) => whole(count) },
    { key: 'total', title: t.total, right: true, render: ({ total }) => <Money fen={total} /> },
    {
      key: 'technical',
      title: t.technical,
      right: true,
      render: ({ technical }) => <Money fen={technical} />,
    },
    { key: 'share', title: t.share, right: true, render: (figure) => percent(figure.shareBasisPoints) },
  ];
  if (cancelled)
    columns.push(
      { key: 'grossCount', title: t.grossCount, right: true, render: ({ gross }) => whole(gross.count) },
      {
        key: 'grossTotal',
        title: t.grossTotal,
        right: true,
        render: ({ gross }) => <Money fen={gross.total} />,
      },
    );
  if (compared)
    columns.push(
      {
        key: 'previous',
        title: t.previous,
        right: true,
        render: ({ previous }) => (previous ? <Money fen={previous.total} /> : '—'),
      },
      { key: 'yoy', title: t.yoy, right: true, render: (figure) => percent(figure.yoyBasisPoints) },
    );
  if (onPick)
    columns.push({
      key: 'rows',
      title: t.rows,
      render: (figure) => (
        <Button size="small" label={t.rowsOf(figure.label)} onClick={() => onPick(figure)}>
          {t.rows}
        </Button>
      ),
    });
  return <DataTable caption={title} rows={figures} keyOf={({ key }) => key} columns={columns} />;
}
