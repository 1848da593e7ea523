import { useState } from 'react';
import { useQuery } from 'urql';
import { useCommand } from '../api/command.js';
import { exactTime } from '../design/amounts.js';
import { Button } from '../design/Button.js';
import { DataTable } from '../design/DataTable.js';
import { Facts, Section } from '../design/DetailPage.js';
import { CheckBox, Field } from '../design/Field.js';
import { FormDialog } from '../design/FormDialog.js';
import { Loaded } from '../design/Loaded.js';
import { Term } from '../design/Tip.js';
import { Money } from '../design/Values.js';
import { useWords } from '../i18n/index.js';
import { CloseMonthDocument, ClosingsDocument, MonthTotalsDocument } from './documents.js';
import { dataWords } from './words.js';

/** What is frozen is shown before it is. */
function CloseDialog({ month, onClose }: { month: string; onClose: () => void }) {
  const t = useWords(dataWords);
  const close = useCommand(CloseMonthDocument);
  const [understood, setUnderstood] = useState(false);
  const [result, ask] = useQuery({
    query: MonthTotalsDocument,
    variables: { month },
    requestPolicy: 'network-only',
  });
  return (
    <FormDialog
      title={t.close(month)}
      done={t.closeDone}
      onClose={onClose}
      disabled={!understood || !result.data}
      onSubmit={() => close.run({ month })}
    >
      <p>{t.closeAsk(month)}</p>
      <Loaded
        result={result}
        value={result.data?.registeredContractsStatistics.totals}
        onRetry={() => ask({ requestPolicy: 'network-only' })}
        cards={1}
      >
        {(totals) => (
          <Facts
            facts={[
              { label: t.count, value: `${totals.count} ${t.items}` },
              { label: t.total, value: <Money fen={totals.total} /> },
              { label: t.technical, value: <Money fen={totals.technical} /> },
            ]}
          />
        )}
      </Loaded>
      <ul>
        {t.closeFreezes.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <Field label={t.closings} path="month" group>
        <CheckBox checked={understood} onChange={setUnderstood}>
          {t.closeUnderstood}
        </CheckBox>
      </Field>
    </FormDialog>
  );
}

/** 月度公布: which months do not change any more, and for the city's officers the next one to publish. */
export function Closings({
  onSee,
  onClosed,
}: {
  onSee: (month: string) => void;
  /** The figures above stand on what is published: they are read anew. */
  onClosed: () => void;
}) {
  const t = useWords(dataWords);
  const [closing, setClosing] = useState<string | null>(null);
  const [result, ask] = useQuery({
    query: ClosingsDocument,
    variables: { first: 24 },
    requestPolicy: 'cache-and-network',
  });
  const next = result.data?.nextStatisticsMonth ?? null;
  return (
    <Section
      title={t.closings}
      id="closings"
      extra={
        next && (
          <Button size="small" onClick={() => setClosing(next)}>
            {t.close(next)}
          </Button>
        )
      }
    >
      <p className="quiet">{t.closingsIntro}</p>
      <Loaded
        result={result}
        value={result.data?.statisticsClosings}
        onRetry={() => ask({ requestPolicy: 'network-only' })}
        cards={1}
      >
        {({ edges }) =>
          edges.length === 0 ? (
            <p>{t.noClosings}</p>
          ) : (
            <DataTable
              caption={t.closings}
              rows={edges.map(({ node }) => node)}
              keyOf={({ month }) => month}
              columns={[
                { key: 'month', title: t.closingMonth, render: ({ month }) => month },
                { key: 'count', title: t.count, right: true, render: ({ count }) => count },
                { key: 'total', title: t.total, right: true, render: ({ total }) => <Money fen={total} /> },
                {
                  key: 'technical',
                  title: t.technical,
                  right: true,
                  render: ({ technical }) => <Money fen={technical} />,
                },
                { key: 'closedAt', title: t.closedAt, render: ({ closedAt }) => exactTime(closedAt) },
                {
                  key: 'hash',
                  title: t.hash,
                  render: ({ figuresSha256 }) => (
                    <Term explanation={`${t.hashTerm} ${figuresSha256}`}>
                      <span className="mono">{figuresSha256.slice(0, 12)}</span>
                    </Term>
                  ),
                },
                {
                  key: 'see',
                  title: t.seeMonth,
                  render: ({ month }) => (
                    <Button size="small" label={`${t.seeMonth} ${month}`} onClick={() => onSee(month)}>
                      {t.seeMonth}
                    </Button>
                  ),
                },
              ]}
            />
          )
        }
      </Loaded>
      {closing && (
        <CloseDialog
          month={closing}
          onClose={() => {
            setClosing(null);
            ask({ requestPolicy: 'network-only' });
            onClosed();
          }}
        />
      )}
    </Section>
  );
}
