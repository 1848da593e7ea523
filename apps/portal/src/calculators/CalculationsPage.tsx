import { Link } from 'react-router';
import { useQuery } from 'urql';
import { TablePage } from '../design/TablePage.js';
import { Button } from '../design/Button.js';
import { useListState } from '../design/listState.js';
import { Empty } from '../design/States.js';
import { Day, When } from '../design/Values.js';
import { useLanguage, useWords } from '../i18n/index.js';
import { CalculationsDocument, CalculatorsDocument } from './documents.js';
import { englishCalculator } from './english.js';
import { calculatorWords } from './words.js';

const SORTS = ['NEWEST'] as const;

/** 我的测算. */
export function Component() {
  const t = useWords(calculatorWords);
  const { language } = useLanguage();
  const state = useListState(SORTS);
  const [list] = useQuery({ query: CalculatorsDocument });
  const chosen = state.values('calculator')[0] ?? null;
  const [result, ask] = useQuery({
    query: CalculationsDocument,
    variables: { ...state.paging, filter: { calculator: chosen } },
    requestPolicy: 'cache-and-network',
  });
  const titleOf = (id: string, title: string): string =>
    (language === 'en' ? englishCalculator(id)?.title : undefined) ?? title;
  return (
    <TablePage
      title={t.mine}
      intro={t.mineIntro}
      actions={
        <Button tone="primary" icon="plus" to="/calculators">
          {t.newOne}
        </Button>
      }
      state={state}
      facets={[
        {
          name: 'calculator',
          label: t.which,
          single: true,
          options: (list.data?.calculators ?? []).map(({ id, title }) => ({
            value: id,
            label: titleOf(id, title),
          })),
        },
      ]}
      result={result}
      connection={result.data?.calculations}
      onRetry={() => ask({ requestPolicy: 'network-only' })}
      keyOf={(node) => node.id ?? ''}
      columns={[
        {
          key: 'title',
          title: t.name,
          render: (node) => <Link to={`/calculations/${node.id ?? ''}`}>{node.title}</Link>,
        },
        {
          key: 'which',
          title: t.which,
          render: (node) => titleOf(node.calculator.id, node.calculator.title),
        },
        { key: 'headline', title: t.result, render: (node) => t.say(node.outcome.headline) },
        { key: 'on', title: t.on, render: (node) => <Day on={node.on} /> },
        { key: 'at', title: t.savedAt, render: (node) => node.createdAt && <When at={node.createdAt} /> },
      ]}
      empty={
        <Empty title={t.emptyTitle} icon="chart" action={<Button to="/calculators">{t.newOne}</Button>}>
          {t.emptyText}
        </Empty>
      }
    />
  );
}
