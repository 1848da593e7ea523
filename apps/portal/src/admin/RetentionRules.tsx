import { DataTable } from '../design/DataTable.js';
import { When } from '../design/Values.js';
import { useWords } from '../i18n/index.js';
import type { Operation } from './operation.js';
import { operationWords } from './operationWords.js';

/** 保存期限: what is kept for a time alone, and what the last night took away. */
export function RetentionRules({ rules }: { rules: Operation['retention'] }) {
  const t = useWords(operationWords);
  return (
    <>
      <p className="quiet">{t.retentionNote}</p>
      <DataTable
        caption={t.retention}
        rows={rules}
        keyOf={({ name }) => name}
        columns={[
          { key: 'what', title: t.kept, render: ({ name, title }) => t.rules[name] ?? title },
          {
            key: 'days',
            title: t.keptDays,
            right: true,
            render: ({ days }) => <span className="num">{t.days(days)}</span>,
          },
          { key: 'source', title: t.source, render: ({ source }) => source },
          {
            key: 'ran',
            title: t.ranAt,
            render: ({ ranAt }) => (ranAt ? <When at={ranAt} /> : t.neverRan),
          },
          {
            key: 'removed',
            title: t.removed,
            right: true,
            render: ({ removed }) => <span className="num">{removed}</span>,
          },
          {
            key: 'all',
            title: t.removedInAll,
            right: true,
            render: ({ removedInAll }) => <span className="num">{removedInAll}</span>,
          },
        ]}
      />
    </>
  );
}
