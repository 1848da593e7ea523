import { useQuery } from 'urql';
import { useCommand } from '../api/command.js';
import { graphql } from '../api/graphql.js';
import '../api/actions.js';
import '../api/page.js';
import { TablePage } from '../design/TablePage.js';
import { InlineActions } from '../design/InlineActions.js';
import { useListState } from '../design/listState.js';
import { Empty } from '../design/States.js';
import { StatusTag, type StatusTone } from '../design/StatusTag.js';
import { When } from '../design/Values.js';
import type { PeopleQuery, PersonStatus } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { choicesFrom } from '../listings/terms.js';
import { adminWords } from './words.js';

const PeopleDocument = graphql(`
  query People(
    $text: String
    $statuses: [PersonStatus!]
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) {
    people(text: $text, statuses: $statuses, first: $first, after: $after, last: $last, before: $before) {
      totalCount
      pageInfo {
        ...PageFields
      }
      edges {
        cursor
        node {
          id
          version
          displayName
          email
          status
          lastSignInAt
          secondFactor
          availableActions {
            ...ActionFields
          }
        }
      }
    }
  }
`);
const SuspendPersonDocument = graphql(`
  mutation SuspendPerson($input: SuspendPersonInput!) {
    suspendPerson(input: $input) {
      clientMutationId
      person {
        id
        version
        status
      }
    }
  }
`);
const ReinstatePersonDocument = graphql(`
  mutation ReinstatePerson($input: ReinstatePersonInput!) {
    reinstatePerson(input: $input) {
      clientMutationId
      person {
        id
        version
        status
      }
    }
  }
`);

const ResetSecondFactorDocument = graphql(`
  mutation ResetSecondFactor($input: ResetSecondFactorInput!) {
    resetSecondFactor(input: $input) {
      clientMutationId
      person {
        id
        version
        secondFactor
      }
    }
  }
`);

type Person = PeopleQuery['people']['edges'][number]['node'];
const SORTS = ['NAME'] as const;
const tones: Readonly<Record<PersonStatus, StatusTone>> = {
  ACTIVE: 'good',
  SUSPENDED: 'refused',
  ERASED: 'ended',
};

function Acts({ person }: { person: Person }) {
  const t = useWords(adminWords);
  const suspend = useCommand(SuspendPersonDocument);
  const reinstate = useCommand(ReinstatePersonDocument);
  const reset = useCommand(ResetSecondFactorDocument);
  const target = { personId: person.id, expectedVersion: person.version };
  return (
    <InlineActions
      available={person.availableActions}
      specs={{
        suspend: {
          label: t.suspend,
          tone: 'danger',
          reason: { label: t.suspendReason, required: true, max: 500 },
          done: t.done,
          run: ({ reason }) => suspend.run({ ...target, reason }),
        },
        resetSecondFactor: {
          label: t.resetFactor,
          reason: { label: t.resetReason, hint: t.resetHint, required: true, max: 500 },
          done: t.done,
          run: ({ reason }) => reset.run({ ...target, reason }),
        },
        reinstate: {
          label: t.reinstate,
          confirm: t.reinstateAsk,
          done: t.done,
          run: () => reinstate.run(target),
        },
      }}
    />
  );
}

/** 人员管理, for platform administrators. */
export function Component() {
  const t = useWords(adminWords);
  const state = useListState(SORTS);
  const statuses = state.among('status', t.states);
  const [result, ask] = useQuery({
    query: PeopleDocument,
    variables: {
      ...state.paging,
      text: state.text || null,
      statuses: statuses.length > 0 ? statuses : null,
    },
    requestPolicy: 'cache-and-network',
  });
  return (
    <TablePage
      title={t.people}
      intro={t.peopleIntro}
      state={state}
      facets={[{ name: 'status', label: t.status, options: choicesFrom(t.states) }]}
      searchPlaceholder={t.searchPeople}
      result={result}
      connection={result.data?.people}
      onRetry={() => ask({ requestPolicy: 'network-only' })}
      keyOf={(person) => person.id}
      columns={[
        { key: 'name', title: t.person, render: (person) => person.displayName },
        { key: 'email', title: t.email, render: (person) => person.email ?? '—' },
        {
          key: 'status',
          title: t.status,
          render: (person) =>
            person.status ? (
              <StatusTag tone={tones[person.status]}>{t.states[person.status]}</StatusTag>
            ) : (
              '—'
            ),
        },
        {
          key: 'last',
          title: t.lastSignIn,
          render: (person) => (person.lastSignInAt ? <When at={person.lastSignInAt} /> : t.never),
        },
        {
          key: 'factor',
          title: t.factor,
          render: (person) => (person.secondFactor ? t.factorOn : t.factorOff),
        },
        { key: 'act', title: t.act, render: (person) => <Acts person={person} /> },
      ]}
      empty={<Empty title={t.noPeople} />}
    />
  );
}
