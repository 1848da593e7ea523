import { useQuery } from 'urql';
import { useCommand, type Outcome } from '../api/command.js';
import { graphql } from '../api/graphql.js';
import '../api/page.js';
import { Button } from '../design/Button.js';
import { Card } from '../design/Card.js';
import { CheckBox } from '../design/Field.js';
import { ListPage } from '../design/ListPage.js';
import { useListState } from '../design/listState.js';
import { Empty, Refusal } from '../design/States.js';
import { Label } from '../design/StatusTag.js';
import { useToast } from '../design/Toast.js';
import { When } from '../design/Values.js';
import type { RemoveSavedSearchInput, SavedSearchRowFragment, SaveSearchInput } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { listOf } from './address.js';
import { RemoveSavedSearchDocument, SaveSearchDocument } from './documents.js';
import { searchWords } from './words.js';

const MySavedSearchesDocument = graphql(`
  query MySavedSearches($first: Int, $after: String, $last: Int, $before: String) {
    mySavedSearches(first: $first, after: $after, last: $last, before: $before) {
      totalCount
      pageInfo {
        ...PageFields
      }
      edges {
        cursor
        node {
          ...SavedSearchRow
        }
      }
    }
  }
`);

function Row({ search, onChanged }: { search: SavedSearchRowFragment; onChanged: () => void }) {
  const t = useWords(searchWords);
  const toast = useToast();
  const save = useCommand<unknown, SaveSearchInput>(SaveSearchDocument);
  const remove = useCommand<unknown, RemoveSavedSearchInput>(RemoveSavedSearchDocument);
  const { id, version: expectedVersion, kind, name, text, filters, alerts } = search;
  const act = async (outcome: Promise<Outcome<unknown>>, done?: string): Promise<void> => {
    const { ok } = await outcome;
    if (ok && done) toast(done);
    if (ok) onChanged();
  };
  const tell = (wanted: boolean): void =>
    void act(
      save.run({
        id,
        expectedVersion,
        kind,
        name,
        text,
        filters: filters.map(({ name: filter, values }) => ({ name: filter, values: [...values] })),
        alerts: wanted,
      }),
    );
  return (
    <Card
      to={listOf(search)}
      title={name}
      labels={
        <>
          <Label>{t[kind]}</Label>
          {text && <Label>{t.text(text)}</Label>}
          {filters.length > 0 && <Label>{t.filters(filters.length)}</Label>}
        </>
      }
      meta={[<When key="at" at={search.createdAt} />]}
    >
      <div className="row">
        <CheckBox checked={alerts} disabled={save.busy} onChange={tell}>
          {t.alerts}
        </CheckBox>
        <Button
          tone="quiet"
          size="small"
          icon="trash"
          label={t.remove(name)}
          busy={remove.busy}
          onClick={() => void act(remove.run({ id, expectedVersion }), t.removed)}
        />
      </div>
      <Refusal failure={save.failure ?? remove.failure} />
    </Card>
  );
}

const ORDER: readonly ['NEWEST'] = ['NEWEST'];

/** 我的检索: what one looks for again and again, and is told of. */
export function Component() {
  const t = useWords(searchWords);
  const state = useListState(ORDER);
  const [result, ask] = useQuery({
    query: MySavedSearchesDocument,
    variables: state.paging,
    requestPolicy: 'cache-and-network',
  });
  const again = (): void => ask({ requestPolicy: 'network-only' });
  return (
    <ListPage
      title={t.title}
      intro={t.intro}
      state={state}
      result={result}
      connection={result.data?.mySavedSearches}
      onRetry={again}
      renderItem={(node) => <Row search={node} onChanged={again} />}
      keyOf={(node) => node.id}
      empty={
        <Empty title={t.none} action={<Button to="/results">{t.browse}</Button>}>
          {t.noneText}
        </Empty>
      }
    />
  );
}
