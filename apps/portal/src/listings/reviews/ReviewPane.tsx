import { useQuery } from 'urql';
import { ActionRail, type ActionSpec, type ActionSpecs } from '../../design/ActionRail.js';
import { Section } from '../../design/DetailPage.js';
import { Loaded } from '../../design/Loaded.js';
import { Timeline } from '../../design/Timeline.js';
import type { NeedPageFragment, ResultPageFragment } from '../../gql/graphql.js';
import { useWords } from '../../i18n/index.js';
import { pastActions } from '../actionWords.js';
import { detail } from '../detailWords.js';
import { NeedDocument } from '../need.fragment.js';
import { NeedDetail } from '../NeedDetail.js';
import { ResultDocument } from '../result.fragment.js';
import { ResultDetail } from '../ResultDetail.js';
import { useNeedActions } from '../useNeedActions.js';
import { useResultActions } from '../useResultActions.js';

const SHORTCUTS: Readonly<Record<string, string>> = { approveByUnit: 'a', publish: 'a', return: 'r' };

/** The decisions of a review alone, each with its letter. */
const decisions = (specs: ActionSpecs): ActionSpecs =>
  Object.fromEntries(
    Object.entries(specs).flatMap(([name, spec]): [string, ActionSpec][] => {
      const shortcut = SHORTCUTS[name];
      return shortcut ? [[name, { ...spec, shortcut }]] : [];
    }),
  );

export function ResultReview({ id }: { id: string }) {
  const [result, ask] = useQuery({ query: ResultDocument, variables: { id } });
  return (
    <Loaded
      result={result}
      value={result.data?.result}
      onRetry={() => ask({ requestPolicy: 'network-only' })}
    >
      {(found) => <ResultShown result={found} />}
    </Loaded>
  );
}

function ResultShown({ result }: { result: ResultPageFragment }) {
  const specs = useResultActions(result);
  return (
    <ResultDetail
      embedded
      result={result}
      actions={<ActionRail available={result.availableActions} specs={decisions(specs)} />}
    >
      <History entries={result.timeline} />
    </ResultDetail>
  );
}

export function NeedReview({ id }: { id: string }) {
  const [result, ask] = useQuery({ query: NeedDocument, variables: { id } });
  return (
    <Loaded result={result} value={result.data?.need} onRetry={() => ask({ requestPolicy: 'network-only' })}>
      {(found) => <NeedShown need={found} />}
    </Loaded>
  );
}

function NeedShown({ need }: { need: NeedPageFragment }) {
  const specs = useNeedActions(need);
  return (
    <NeedDetail
      embedded
      need={need}
      actions={<ActionRail available={need.availableActions} specs={decisions(specs)} />}
    >
      <History entries={need.timeline} />
    </NeedDetail>
  );
}

function History({ entries }: { entries: ResultPageFragment['timeline'] }) {
  const d = useWords(detail);
  const past = useWords(pastActions);
  if (!entries) return null;
  return (
    <Section title={d.history}>
      <Timeline entries={entries} nameOf={(action) => past[action] ?? action} />
    </Section>
  );
}
