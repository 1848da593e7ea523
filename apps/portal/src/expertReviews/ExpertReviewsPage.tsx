import { Link } from 'react-router';
import { useQuery } from 'urql';
import { TablePage } from '../design/TablePage.js';
import { useListState } from '../design/listState.js';
import { Empty } from '../design/States.js';
import { StatusTag } from '../design/StatusTag.js';
import { Two } from '../design/Two.js';
import { Day } from '../design/Values.js';
import { useWords } from '../i18n/index.js';
import { ExpertReviewsDocument } from './documents.js';
import { reviewTones } from './types.js';
import { expertReviewWords } from './words.js';

const SORTS = ['NEWEST'] as const;

/** 专家评审: what I am or was asked for. */
export function Component() {
  const t = useWords(expertReviewWords);
  const state = useListState(SORTS);
  const [which] = state.values('which');
  const [result, ask] = useQuery({
    query: ExpertReviewsDocument,
    variables: {
      ...state.paging,
      filter: { open: which === undefined ? null : which === 'open', text: state.text || null },
    },
    requestPolicy: 'cache-and-network',
  });
  return (
    <TablePage
      title={t.title}
      intro={t.intro}
      state={state}
      searchPlaceholder={t.search}
      facets={[
        {
          name: 'which',
          label: t.which,
          single: true,
          options: [
            { value: 'open', label: t.open },
            { value: 'over', label: t.over },
          ],
        },
      ]}
      result={result}
      connection={result.data?.expertReviews}
      onRetry={() => ask({ requestPolicy: 'network-only' })}
      keyOf={({ id }) => id}
      columns={[
        {
          key: 'title',
          title: t.contract,
          render: (review) => (
            <Two under={review.acceptanceNumber} mono>
              <Link to={`/expert-reviews/${review.id}`}>{review.title}</Link>
            </Two>
          ),
        },
        { key: 'registry', title: t.registry, render: (review) => review.registryName },
        { key: 'answerBy', title: t.answerBy, render: (review) => <Day on={review.answerBy} /> },
        {
          key: 'state',
          title: t.state,
          render: (review) => (
            <>
              <StatusTag tone={reviewTones[review.state]}>{t.states[review.state]}</StatusTag>{' '}
              {!review.open && <StatusTag tone="rest">{t.over}</StatusTag>}
            </>
          ),
        },
      ]}
      empty={
        <Empty title={t.none} icon="file">
          {t.noneText}
        </Empty>
      }
    />
  );
}
