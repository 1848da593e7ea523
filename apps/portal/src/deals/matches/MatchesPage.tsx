import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';
import { graphql } from '../../api/graphql.js';
import { useViewer } from '../../api/viewer.js';
import { Button } from '../../design/Button.js';
import { Crumbs, Section } from '../../design/DetailPage.js';
import { Heading } from '../../design/ListPage.js';
import { Loaded } from '../../design/Loaded.js';
import { useWords } from '../../i18n/index.js';
import { listings } from '../../listings/words.js';
import { ExpertsForNeed } from '../../matches/ExpertMatches.js';
import { Matches } from '../../matches/Matches.js';
import { PatentsForNeed } from '../../matches/PatentMatches.js';
import { matchWords } from '../../matches/words.js';
import { ManualMatchForm } from './ManualMatchForm.js';
import { matchPageWords } from './words.js';

const MatchedNeedDocument = graphql(`
  query MatchedNeed($id: ID!) {
    need(id: $id) {
      id
      version
      online
      title
      code
      timeline {
        at
      }
    }
  }
`);
const MatchedResultDocument = graphql(`
  query MatchedResult($id: ID!) {
    result(id: $id) {
      id
      version
      online
      title
      code
      timeline {
        at
      }
    }
  }
`);

/** The matches of one listing, for its owner, for brokers (with their own recommendation) and for the bureau. */
function MatchesPage({ kind }: { kind: 'need' | 'result' }) {
  const { id = '' } = useParams();
  const t = useWords(matchPageWords);
  const l = useWords(listings);
  const m = useWords(matchWords);
  const { may } = useViewer();
  const [adding, setAdding] = useState(false);
  const [need, askNeed] = useQuery({ query: MatchedNeedDocument, variables: { id }, pause: kind !== 'need' });
  const [result, askResult] = useQuery({
    query: MatchedResultDocument,
    variables: { id },
    pause: kind !== 'result',
  });
  const place = kind === 'need' ? '/needs' : '/results';
  const subject = kind === 'need' ? need.data?.need : result.data?.result;
  return (
    <div className="wrap">
      <Crumbs crumbs={[{ label: kind === 'need' ? l.needs : l.results, to: place }]} />
      <Loaded
        page
        result={kind === 'need' ? need : result}
        value={subject}
        onRetry={() => (kind === 'need' ? askNeed : askResult)({ requestPolicy: 'network-only' })}
      >
        {(listing) => (
          <>
            <Heading
              title={kind === 'need' ? t.forNeed : t.forResult}
              intro={
                <>
                  <Link to={`${place}/${listing.id}`}>
                    {listing.title}（{listing.code}）
                  </Link>
                  <br />
                  {t.intro}
                </>
              }
              actions={
                may('BROKER_DEAL') && (
                  <Button icon="plus" onClick={() => setAdding(true)}>
                    {t.add}
                  </Button>
                )
              }
            />
            <div className="stack" style={{ gap: 28 }}>
              <Section title={kind === 'need' ? m.matchedResults : m.matchedNeeds} id="matches">
                <Matches
                  kind={kind}
                  listing={listing}
                  mayRead={may('BROKER_DEAL') || (listing.timeline ?? null) !== null}
                />
              </Section>
              {kind === 'need' && listing.online && (
                <>
                  <Section title={m.matchedExperts} id="experts">
                    <ExpertsForNeed id={listing.id} />
                  </Section>
                  <Section title={m.matchedPatents} id="patents">
                    <PatentsForNeed id={listing.id} />
                  </Section>
                </>
              )}
            </div>
            {adding && <ManualMatchForm kind={kind} id={listing.id} onClose={() => setAdding(false)} />}
          </>
        )}
      </Loaded>
    </div>
  );
}

export const NeedMatchesPage = () => <MatchesPage kind="need" />;
export const ResultMatchesPage = () => <MatchesPage kind="result" />;
