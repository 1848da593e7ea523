import { Link } from 'react-router';
import { useQuery } from 'urql';
import { useCommand } from '../api/command.js';
import { graphql } from '../api/graphql.js';
import '../api/actions.js';
import { DataTable } from '../design/DataTable.js';
import { Section } from '../design/DetailPage.js';
import { InlineActions } from '../design/InlineActions.js';
import { Heading } from '../design/ListPage.js';
import { Loaded } from '../design/Loaded.js';
import { Notice } from '../design/States.js';
import { Timeline } from '../design/Timeline.js';
import { When } from '../design/Values.js';
import type { MatchingModelsQuery } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { partNames } from '../matches/words.js';
import { Backlog } from './Backlog.js';
import { Evaluations } from './Evaluations.js';
import { matchingWords, modelActs } from './matchingWords.js';
import { Share, StateOf } from './ModelFigures.js';

const MatchingModelsDocument = graphql(`
  query MatchingModels {
    matchingBacklog {
      waiting
      retrying
      givenUp
      failures {
        kind
        id
        title
        attempts
        error
        retryAt
      }
    }
    matchingEvaluations {
      id
      at
      needs
      pairs
      versions {
        number
        state
        ndcg10
        auc
      }
    }
    matchingBaseline {
      needs
      pairs
      ndcg10
      auc
    }
    matchingModels {
      id
      version
      number
      state
      trainedAt
      listings
      ownPairs
      outcomes {
        outcome
        count
      }
      ranker {
        needs
        pairs
        weights {
          name
          weight
        }
        calibration {
          score
          probability
        }
      }
      heldOut {
        needs
        pairs
        ndcg10
        auc
      }
      timeline {
        at
        action
        reason
        actor {
          id
          displayName
        }
      }
      availableActions {
        ...ActionFields
      }
    }
  }
`);
const UseMatchingModelDocument = graphql(`
  mutation UseMatchingModel($input: UseMatchingModelInput!) {
    useMatchingModel(input: $input) {
      clientMutationId
      model {
        id
        version
        state
      }
    }
  }
`);

type Model = MatchingModelsQuery['matchingModels'][number];
type Figures = Model['heldOut'];

function Act({ model, onDone }: { model: Model; onDone: () => void }) {
  const t = useWords(matchingWords);
  const use = useCommand(UseMatchingModelDocument);
  return (
    <InlineActions
      available={model.availableActions.filter(({ enabled }) => enabled)}
      specs={{
        useMatchingModel: {
          label: t.use,
          confirm: t.useAsk,
          done: t.used,
          run: async () => {
            const outcome = await use.run({ id: model.id, expectedVersion: model.version });
            // The version that was in use is another one's row.
            if (outcome.ok) onDone();
            return outcome;
          },
        },
      }}
    />
  );
}

type Row = { readonly model: Model | null; readonly figures: Figures };

function Versions({
  models,
  baseline,
  onDone,
}: {
  models: readonly Model[];
  baseline: Figures;
  onDone: () => void;
}) {
  const t = useWords(matchingWords);
  const rows: readonly Row[] = [
    ...models.map((model) => ({ model, figures: model.heldOut })),
    { model: null, figures: baseline },
  ];
  return (
    <DataTable
      caption={t.versions}
      rows={rows}
      keyOf={({ model }) => model?.id ?? 'baseline'}
      columns={[
        {
          key: 'version',
          title: t.version,
          render: ({ model }) => (model ? t.versionOf(model.number) : t.baseline),
        },
        {
          key: 'state',
          title: t.state,
          render: ({ model }) => (model ? <StateOf state={model.state} /> : '—'),
        },
        {
          key: 'trained',
          title: t.trained,
          render: ({ model }) => (model ? <When at={model.trainedAt} /> : '—'),
        },
        {
          key: 'from',
          title: t.from,
          render: ({ model }) =>
            model
              ? [
                  t.fromText(model.listings, model.ownPairs),
                  ...model.outcomes.map(({ outcome, count }) => `${t.outcome[outcome]} ${t.pairs(count)}`),
                ].join(' · ')
              : '—',
        },
        {
          key: 'ndcg',
          title: t.ndcg,
          right: true,
          render: ({ figures }) => <Share value={figures.ndcg10} />,
        },
        { key: 'auc', title: t.auc, right: true, render: ({ figures }) => <Share value={figures.auc} /> },
        {
          key: 'act',
          title: t.act,
          render: ({ model }) => (model ? <Act model={model} onDone={onDone} /> : null),
        },
      ]}
    />
  );
}

/** Weights that the version in use learnt from feedback, and how often pairs of a score were found good. */
function Learnt({ ranker }: { ranker: NonNullable<Model['ranker']> }) {
  const t = useWords(matchingWords);
  const names = useWords(partNames);
  return (
    <div className="stack">
      <p className="quiet">{t.learntFrom(ranker.needs, ranker.pairs)}</p>
      <DataTable
        caption={t.weights}
        rows={ranker.weights}
        keyOf={({ name }) => name}
        columns={[
          { key: 'part', title: t.part, render: ({ name }) => names[name] },
          {
            key: 'weight',
            title: t.weight,
            right: true,
            render: ({ weight }) => <span className="num">{weight.toFixed(1)}</span>,
          },
        ]}
      />
      {ranker.calibration.length > 0 && (
        <DataTable
          caption={t.calibration}
          rows={ranker.calibration}
          keyOf={({ score }) => String(score)}
          columns={[
            {
              key: 'score',
              title: t.score,
              right: true,
              render: ({ score }) => <span className="num">{score.toFixed(0)}</span>,
            },
            {
              key: 'share',
              title: t.goodShare,
              right: true,
              render: ({ probability }) => <span className="num">{(100 * probability).toFixed(0)} %</span>,
            },
          ]}
        />
      )}
    </div>
  );
}

/** A part of the page that has nothing yet: one line, since the page has others. */
const Nothing = ({ title, text }: { title: string; text: string }) => (
  <p className="quiet">
    {title} · {text}
  </p>
);

/** 匹配质量: versions of the vectors, compared on held-out feedback, and which of them ranks. */
export function Component() {
  const t = useWords(matchingWords);
  const acts = useWords(modelActs);
  const [result, ask] = useQuery({ query: MatchingModelsDocument, requestPolicy: 'cache-and-network' });
  const again = (): void => ask({ requestPolicy: 'network-only' });
  const { data } = result;
  const ranker = data?.matchingModels.find(({ state }) => state === 'ACTIVE')?.ranker;
  const history = data?.matchingModels.flatMap(({ number, timeline }) =>
    timeline.map((entry) => ({
      ...entry,
      action: `${acts[entry.action] ?? entry.action} ${t.versionOf(number)}`,
    })),
  );
  return (
    <div className="wrap">
      <Heading title={t.title} intro={t.intro} />
      <div className="stack" style={{ paddingTop: 20 }}>
        <Loaded
          result={result}
          value={data === undefined ? undefined : data.matchingBaseline}
          onRetry={again}
          page
        >
          {(baseline) => (
            <>
              <Notice icon="chart">
                {baseline.needs > 0 ? t.judged(baseline.needs, baseline.pairs) : t.noneJudged}
              </Notice>
              <Section title={t.versions} id="versions">
                {data && data.matchingModels.length > 0 ? (
                  <Versions models={data.matchingModels} baseline={baseline} onDone={again} />
                ) : (
                  <Nothing title={t.noVersions} text={t.noVersionsText} />
                )}
              </Section>
              <Section title={t.learnt} id="learnt">
                {ranker ? (
                  <Learnt ranker={ranker} />
                ) : (
                  <Nothing title={t.noneLearnt} text={t.noneLearntText} />
                )}
                <p>
                  <Link to="/admin/parameters?domain=matching">{t.setWeights}</Link>
                </p>
              </Section>
              {data?.matchingBacklog && (
                <Section title={t.backlog} id="backlog">
                  <Backlog backlog={data.matchingBacklog} />
                </Section>
              )}
              <Section title={t.evaluations} id="evaluations">
                {data && data.matchingEvaluations.length > 0 ? (
                  <Evaluations evaluations={data.matchingEvaluations} />
                ) : (
                  <Nothing title={t.noEvaluations} text={t.noEvaluationsText} />
                )}
              </Section>
              <Section title={t.history} id="history">
                <Timeline entries={history ?? []} nameOf={(action) => action} />
              </Section>
            </>
          )}
        </Loaded>
      </div>
    </div>
  );
}
