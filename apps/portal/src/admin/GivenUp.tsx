import type { AvailableAction } from '../api/actions.js';
import { useCommand } from '../api/command.js';
import { graphql } from '../api/graphql.js';
import { DataTable } from '../design/DataTable.js';
import { InlineActions } from '../design/InlineActions.js';
import { Empty } from '../design/States.js';
import { When } from '../design/Values.js';
import { useWords } from '../i18n/index.js';
import type { Operation } from './operation.js';
import { operationWords } from './operationWords.js';

const RetryDeliveriesDocument = graphql(`
  mutation RetryDeliveries($input: RetryDeliveriesInput!) {
    retryDeliveries(input: $input) {
      clientMutationId
      asked
    }
  }
`);

type Row = Operation['givenUp'][number];

interface GivenUpProps {
  readonly rows: readonly Row[];
  readonly available: readonly AvailableAction[];
  readonly onDone: () => void;
}

/** What was given up, with the reason, and the way to have it tried again. */
export function GivenUp({ rows, available, onDone }: GivenUpProps) {
  const t = useWords(operationWords);
  if (rows.length === 0)
    return (
      <Empty title={t.noneGivenUp} icon="check">
        {t.noneGivenUpText}
      </Empty>
    );
  return (
    <DataTable
      caption={t.givenUp}
      rows={rows}
      keyOf={({ domain, id }) => `${domain} ${id}`}
      columns={[
        {
          key: 'task',
          title: t.task,
          render: ({ domain, name }) => (
            <>
              {t.domains[domain] ?? domain} <code>{name}</code>
            </>
          ),
        },
        { key: 'reason', title: t.reason, render: ({ reason }) => <code>{reason}</code> },
        {
          key: 'tries',
          title: t.tries,
          right: true,
          render: ({ tries }) => <span className="num">{tries}</span>,
        },
        {
          key: 'failedAt',
          title: t.failedAt,
          render: ({ failedAt }) => (failedAt ? <When at={failedAt} /> : '—'),
        },
        {
          key: 'act',
          title: t.act,
          render: (row) => <Retry row={row} available={available} onDone={onDone} />,
        },
      ]}
    />
  );
}

function Retry({
  row,
  available,
  onDone,
}: {
  readonly row: Row;
  readonly available: readonly AvailableAction[];
  readonly onDone: () => void;
}) {
  const t = useWords(operationWords);
  const retry = useCommand(RetryDeliveriesDocument);
  return (
    <InlineActions
      available={available}
      specs={{
        retryDeliveries: {
          label: t.retry,
          confirm: t.retryAsk,
          done: t.retried,
          run: async () => {
            const outcome = await retry.run({ domain: row.domain, deliveries: [row.id] });
            if (outcome.ok) onDone();
            return outcome;
          },
        },
      }}
    />
  );
}
