import { Link } from 'react-router';
import { DataTable } from '../design/DataTable.js';
import { Figure, Figures } from '../design/Figure.js';
import { At } from '../design/Values.js';
import type { MatchingModelsQuery, MatchingSubject } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { matchingWords } from './matchingWords.js';

type Waiting = NonNullable<MatchingModelsQuery['matchingBacklog']>;

const PLACES: Readonly<Record<MatchingSubject, string>> = {
  RESULT: '/results/',
  NEED: '/needs/',
  NEED_PATENTS: '/needs/',
  EXPERT: '/experts/',
  PATENT: '/patents/',
};

/** What waits for the night to be matched, and what failed. */
export function Backlog({ backlog }: { readonly backlog: Waiting }) {
  const t = useWords(matchingWords);
  const { waiting, retrying, givenUp, failures } = backlog;
  return (
    <>
      <p className="quiet">{t.backlogNote}</p>
      <Figures>
        <Figure label={t.waiting} value={waiting} unit={t.pieces} />
        <Figure label={t.retrying} value={retrying} unit={t.pieces} />
        <Figure label={t.givenUp} value={givenUp} unit={t.pieces} />
      </Figures>
      {failures.length > 0 && (
        <DataTable
          caption={t.backlog}
          rows={failures}
          keyOf={({ kind, id }) => `${kind}:${id}`}
          columns={[
            { key: 'kind', title: t.subject, render: ({ kind }) => t.subjects[kind] },
            {
              key: 'title',
              title: t.name,
              render: ({ kind, id, title }) => (
                <Link to={`${PLACES[kind]}${id}`}>{title === '' ? t.openIt : title}</Link>
              ),
            },
            {
              key: 'attempts',
              title: t.attempts,
              right: true,
              render: ({ attempts }) => <span className="num">{attempts}</span>,
            },
            { key: 'error', title: t.error, render: ({ error }) => <code>{error}</code> },
            {
              key: 'retryAt',
              title: t.retryAt,
              render: ({ retryAt }) => (retryAt ? <At at={retryAt} /> : t.stopped),
            },
          ]}
        />
      )}
    </>
  );
}
