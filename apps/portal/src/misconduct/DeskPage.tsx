import { Link } from 'react-router';
import { useQuery } from 'urql';
import { TablePage } from '../design/TablePage.js';
import { useListState } from '../design/listState.js';
import { Empty } from '../design/States.js';
import { StatusTag } from '../design/StatusTag.js';
import { Two } from '../design/Two.js';
import { Day } from '../design/Values.js';
import { exactTime } from '../design/amounts.js';
import { useWords } from '../i18n/index.js';
import { choicesFrom } from '../listings/terms.js';
import { MisconductDeskDocument } from './documents.js';
import { misconductStates, misconductSubjects, misconductTones } from './terms.js';
import { deskWords } from './words.js';

const SORTS = ['NEWEST'] as const;

/** 举报办理: what I handle, the nearest deadline first; or all of it, the newest first. */
export function Component() {
  const t = useWords(deskWords);
  const states = useWords(misconductStates);
  const subjects = useWords(misconductSubjects);
  const state = useListState(SORTS);
  const chosen = state.among('state', states);
  const about = state.among('subject', subjects);
  const [how] = state.values('how');
  const waiting = state.values('scope')[0] !== 'all';
  const [result, ask] = useQuery({
    query: MisconductDeskDocument,
    variables: {
      ...state.paging,
      filter: {
        waiting: waiting ? true : null,
        states: chosen.length > 0 ? chosen : null,
        subjects: about.length > 0 ? about : null,
        signed: how === undefined ? null : how === 'signed',
        text: state.text || null,
      },
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
          name: 'scope',
          label: t.scope,
          single: true,
          fallback: 'waiting',
          options: [
            { value: 'waiting', label: t.waiting },
            { value: 'all', label: t.all },
          ],
        },
        { name: 'state', label: t.state, options: choicesFrom(states) },
        { name: 'subject', label: t.subject, options: choicesFrom(subjects) },
        {
          name: 'how',
          label: t.how,
          single: true,
          options: [
            { value: 'signed', label: t.signed },
            { value: 'anonymous', label: t.anonymous },
          ],
        },
      ]}
      result={result}
      connection={result.data?.misconductReports}
      onRetry={() => ask({ requestPolicy: 'network-only' })}
      keyOf={({ id }) => id}
      columns={[
        {
          key: 'report',
          title: t.report,
          render: ({ id, subject, callTitle, callCode }) => (
            <Two under={callTitle == null ? t.noCall : `${callCode} ${callTitle}`}>
              <Link to={`/misconduct/${id}`}>{subjects[subject]}</Link>
            </Two>
          ),
        },
        { key: 'how', title: t.how, render: ({ signed, name }) => (signed ? name : t.anonymous) },
        { key: 'at', title: t.at, render: ({ at }) => <Day on={exactTime(at).slice(0, 10)} /> },
        {
          key: 'due',
          title: t.due,
          render: ({ due, overdue }) =>
            due == null ? (
              ''
            ) : (
              <>
                <Day on={due} /> {overdue && <StatusTag tone="refused">{t.overdue}</StatusTag>}
              </>
            ),
        },
        {
          key: 'state',
          title: t.state,
          render: ({ state: its }) => <StatusTag tone={misconductTones[its]}>{states[its]}</StatusTag>,
        },
      ]}
      empty={
        <Empty title={t.none} icon="shield">
          {t.noneText}
        </Empty>
      }
    />
  );
}
