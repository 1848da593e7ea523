import { lazy, Suspense } from 'react';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { DataTable } from '../design/DataTable.js';
import { Section } from '../design/DetailPage.js';
import { ListPage } from '../design/ListPage.js';
import { useListState } from '../design/listState.js';
import { Empty } from '../design/States.js';
import { StatusTag } from '../design/StatusTag.js';
import { Two } from '../design/Two.js';
import { useYuanText } from '../design/Values.js';
import { common } from '../i18n/common.js';
import { useWords } from '../i18n/index.js';
import { ReviewFeeSheetsDocument } from './documents.js';
import type { FeeSheet } from './sheet.js';
import { feeWords } from './words.js';

const SORTS = ['NEWEST'] as const;

/** The form brings a calendar along, which a page without open fees does not load. */
const PayForm = lazy(() => import('./PayForm.js').then((module) => ({ default: module.PayForm })));

/** 评审费发放: what experts are owed, review by review, and what of it is paid. */
export function Component() {
  const t = useWords(feeWords);
  const state = useListState(SORTS);
  const [which] = state.values('which');
  const [result, ask] = useQuery({
    query: ReviewFeeSheetsDocument,
    variables: {
      ...state.paging,
      filter: { paid: which === undefined ? null : which === 'paid', text: state.text || null },
    },
    requestPolicy: 'cache-and-network',
  });
  const again = (): void => ask({ requestPolicy: 'network-only' });
  return (
    <ListPage
      title={t.title}
      intro={t.intro}
      state={state}
      searchPlaceholder={t.search}
      facets={[
        {
          ...{ name: 'which', label: t.which, single: true },
          options: [
            { value: 'open', label: t.open },
            { value: 'paid', label: t.paid },
          ],
        },
      ]}
      result={result}
      connection={result.data?.reviewFeeSheets}
      onRetry={again}
      keyOf={({ id }) => id}
      renderItem={(sheet) => <OneSheet sheet={sheet} onDone={again} />}
      empty={
        <Empty title={t.none} icon="file">
          {t.noneText}
        </Empty>
      }
    />
  );
}

function OneSheet({ sheet, onDone }: { readonly sheet: FeeSheet; readonly onDone: () => void }) {
  const t = useWords(feeWords);
  const { list } = useWords(common);
  const yuan = useYuanText();
  return (
    <Section title={sheet.title}>
      <p>
        <Link className="num" to={`/calls/${sheet.callId}`}>
          {sheet.code}
        </Link>{' '}
        <span className="quiet">{t.dueOn(sheet.dueOn)}</span> {t.sums(yuan(sheet.total), yuan(sheet.open))}
      </p>
      <DataTable
        caption={sheet.title}
        rows={sheet.fees}
        keyOf={({ id }) => id}
        columns={[
          {
            ...{ key: 'expert', title: t.expert },
            render: ({ name, unitName }) => <Two under={unitName}>{name}</Two>,
          },
          {
            key: 'basis',
            title: t.basis,
            render: ({ stages, senior, title }) => (
              <Two under={`${senior ? t.senior : t.other} ${title}`}>
                {list(stages.map((stage) => t.stages[stage]))}
              </Two>
            ),
          },
          {
            ...{ key: 'amount', title: t.amount, right: true },
            render: ({ amount }) => <span className="num">{yuan(amount)}</span>,
          },
          {
            key: 'state',
            title: t.state,
            render: ({ paidOn, voucher, files }) => (
              <>
                <StatusTag tone={paidOn == null ? 'attention' : 'good'}>
                  {paidOn == null ? t.waits : t.paidOn(paidOn)}
                </StatusTag>
                {voucher !== '' && <div className="quiet">{voucher}</div>}
                {files.map(({ id, name, url }) => (
                  <div key={id}>
                    <a href={url}>{name}</a>
                  </div>
                ))}
              </>
            ),
          },
        ]}
      />
      {sheet.mayPay && (
        <Suspense>
          <PayForm sheet={sheet} onDone={onDone} />
        </Suspense>
      )}
    </Section>
  );
}
