import type { AvailableAction } from '../api/actions.js';
import { useCommand } from '../api/command.js';
import { graphql } from '../api/graphql.js';
import { DataTable } from '../design/DataTable.js';
import { Figure, Figures } from '../design/Figure.js';
import { InlineActions } from '../design/InlineActions.js';
import { Notice } from '../design/States.js';
import { When } from '../design/Values.js';
import { useWords } from '../i18n/index.js';
import type { Operation } from './operation.js';
import { operationWords } from './operationWords.js';

const CheckSearchIndexDocument = graphql(`
  mutation CheckSearchIndex($input: CheckSearchIndexInput!) {
    checkSearchIndex(input: $input) {
      clientMutationId
      askedAt
    }
  }
`);

interface SearchIndexStateProps {
  readonly index: Operation['searchIndex'];
  readonly available: readonly AvailableAction[];
  readonly onDone: () => void;
}

/** What the last look at the search index found, and the way to another one. */
export function SearchIndexState({ index, available, onDone }: SearchIndexStateProps) {
  const t = useWords(operationWords);
  const check = useCommand(CheckSearchIndexDocument);
  const ask = (rebuild: boolean) => async () => {
    const outcome = await check.run({ rebuild });
    if (outcome.ok) onDone();
    return outcome;
  };
  const offered = available.filter(({ action }) => action === 'checkSearchIndex');
  const { askedAt, checkedAt, documents, drifts } = index;
  return (
    <div className="stack">
      <p className="quiet">{t.indexNote}</p>
      {askedAt && (
        <Notice icon="clock">
          {t.checking} <When at={askedAt} />
        </Notice>
      )}
      <Figures>
        <Figure label={t.checkedAt} value={checkedAt ? <When at={checkedAt} /> : t.never} />
        {checkedAt && <Figure label={t.documents} value={documents} unit={t.documentsUnit} />}
      </Figures>
      {checkedAt && drifts.length === 0 && <p className="quiet">{t.noDrift}</p>}
      {drifts.length > 0 && (
        <DataTable
          caption={t.index}
          rows={drifts}
          keyOf={({ engine, type, problem }) => `${engine} ${type} ${problem}`}
          columns={[
            { key: 'engine', title: t.engine, render: ({ engine }) => engine },
            { key: 'type', title: t.type, render: ({ type }) => <code>{type}</code> },
            { key: 'problem', title: t.problem, render: ({ problem }) => t.problems[problem] },
            {
              key: 'count',
              title: t.count,
              right: true,
              render: ({ count }) => <span className="num">{count}</span>,
            },
          ]}
        />
      )}
      <InlineActions
        available={[...offered, ...offered.map((one) => ({ ...one, action: 'rebuild' }))]}
        specs={{
          checkSearchIndex: { label: t.check, done: t.checkAsked, run: ask(false) },
          rebuild: { label: t.rebuild, confirm: t.rebuildAsk, done: t.rebuildAsked, run: ask(true) },
        }}
      />
    </div>
  );
}
