import { useLocation, useParams } from 'react-router';
import { useQuery } from 'urql';
import { graphql } from '../../api/graphql.js';
import { Button } from '../../design/Button.js';
import { Heading } from '../../design/ListPage.js';
import { useListState } from '../../design/listState.js';
import { Loaded } from '../../design/Loaded.js';
import { SplitReview } from '../../design/SplitReview.js';
import { Empty } from '../../design/States.js';
import { Label } from '../../design/StatusTag.js';
import { Deadline } from '../../design/Values.js';
import type { ReviewQueueQuery } from '../../gql/graphql.js';
import { useWords } from '../../i18n/index.js';
import { NeedReview, ResultReview } from './ReviewPane.js';
import { reviewWords } from './words.js';

const ReviewQueueDocument = graphql(`
  query ReviewQueue($first: Int, $after: String, $last: Int, $before: String) {
    listingsToReview(first: $first, after: $after, last: $last, before: $before) {
      totalCount
      pageInfo {
        hasNextPage
        startCursor
        endCursor
      }
      edges {
        node {
          id
          kind
          stage
          code
          title
          ownerName
          divisionName
          dueOn
          result {
            id
          }
          need {
            id
          }
        }
      }
    }
  }
`);

type Item = ReviewQueueQuery['listingsToReview']['edges'][number]['node'];

const SORTS = ['WAITING'] as const;
const QUEUE_SIZE = 50;

function Entry({ item }: { item: Item }) {
  const t = useWords(reviewWords);
  return (
    <>
      <strong>{item.title}</strong>
      <span className="quiet">{`${item.ownerName} · ${item.divisionName}`}</span>
      <span className="row" style={{ gap: 6 }}>
        <Label>{t[item.kind]}</Label>
        <Label>{t[item.stage]}</Label>
        <Deadline on={item.dueOn} soon={2} />
      </span>
    </>
  );
}

/** 待我审核: for transfer officers their unit's queue, for bureau officers their division's. */
export function ReviewsPage() {
  const t = useWords(reviewWords);
  const { id } = useParams();
  const { search } = useLocation();
  const state = useListState(SORTS, QUEUE_SIZE);
  const [result, ask] = useQuery({
    query: ReviewQueueDocument,
    variables: state.paging,
    requestPolicy: 'cache-and-network',
  });
  return (
    <div className="wrap">
      <Heading title={t.title} intro={t.intro} />
      <Loaded
        result={result}
        value={result.data?.listingsToReview}
        onRetry={() => ask({ requestPolicy: 'network-only' })}
      >
        {(queue) => {
          const items = queue.edges.map((edge) => edge.node);
          const current = items.find((item) => item.id === id);
          if (items.length === 0)
            return (
              <Empty title={t.none} icon="checkCircle">
                {t.noneText}
              </Empty>
            );
          return (
            <SplitReview
              label={t.queue}
              entries={items.map((item) => ({ id: item.id, content: <Entry item={item} /> }))}
              current={id}
              address={(entry) => (entry === null ? `/reviews${search}` : `/reviews/${entry}${search}`)}
              footer={
                (queue.pageInfo.hasNextPage || state.page > 1) && (
                  <div className="spread">
                    <Button
                      size="small"
                      disabled={state.page <= 1}
                      onClick={() => state.previous(queue.pageInfo.startCursor ?? '')}
                    >
                      {t.previous}
                    </Button>
                    <Button
                      size="small"
                      disabled={!queue.pageInfo.hasNextPage}
                      onClick={() => state.next(queue.pageInfo.endCursor ?? '')}
                    >
                      {t.next}
                    </Button>
                  </div>
                )
              }
            >
              {current?.kind === 'RESULT' && <ResultReview key={current.id} id={current.id} />}
              {current?.kind === 'NEED' && <NeedReview key={current.id} id={current.id} />}
              {!current && (
                <Empty title={t.gone} icon="checkCircle">
                  {t.goneText}
                </Empty>
              )}
            </SplitReview>
          );
        }}
      </Loaded>
    </div>
  );
}

export { ReviewsPage as Component };
