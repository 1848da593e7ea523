import { useState } from 'react';
import { Button } from '../design/Button.js';
import { DataTable } from '../design/DataTable.js';
import { When } from '../design/Values.js';
import type { MatchingModelsQuery } from '../gql/graphql.js';
import { common } from '../i18n/common.js';
import { useWords } from '../i18n/index.js';
import { matchingWords } from './matchingWords.js';
import { Share, StateOf } from './ModelFigures.js';

const FIRST = 5;

/** 评测记录: how the versions did on held-out feedback, night by night, newest first. */
export function Evaluations({ evaluations }: { evaluations: MatchingModelsQuery['matchingEvaluations'] }) {
  const t = useWords(matchingWords);
  const c = useWords(common);
  const [all, setAll] = useState(false);
  const rows = evaluations
    .slice(0, all ? undefined : FIRST)
    .flatMap(({ versions, ...evaluation }) => versions.map((version) => ({ evaluation, version })));
  return (
    <div className="stack">
      <DataTable
        caption={t.evaluations}
        rows={rows}
        keyOf={({ evaluation, version }) => `${evaluation.id} ${version.number ?? ''}`}
        columns={[
          { key: 'at', title: t.evaluatedAt, render: ({ evaluation }) => <When at={evaluation.at} /> },
          {
            key: 'by',
            title: t.evaluatedBy,
            render: ({ evaluation: { needs, pairs } }) => t.evaluatedByText(needs, pairs),
          },
          {
            key: 'version',
            title: t.version,
            render: ({ version: { number, state } }) => (
              <>
                {typeof number === 'number' ? t.versionOf(number) : t.baseline}{' '}
                {state && <StateOf state={state} />}
              </>
            ),
          },
          {
            key: 'ndcg',
            title: t.ndcg,
            right: true,
            render: ({ version }) => <Share value={version.ndcg10} />,
          },
          { key: 'auc', title: t.auc, right: true, render: ({ version }) => <Share value={version.auc} /> },
        ]}
      />
      {evaluations.length > FIRST && !all && (
        <div>
          <Button onClick={() => setAll(true)}>{c.all}</Button>
        </div>
      )}
    </div>
  );
}
