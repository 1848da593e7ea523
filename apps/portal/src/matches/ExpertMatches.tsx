import { Link } from 'react-router';
import { useQuery } from 'urql';
import { graphql } from '../api/graphql.js';
import './partFields.js';
import type { ExpertMatchFieldsFragment } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { ExpertFeedback } from './ExpertFeedback.js';
import { InvitedExperts } from './InvitedExperts.js';
import { InviteExpert } from './InviteExpert.js';
import { NeedInvitationsDocument } from './invitations.js';
import { Matched } from './Matched.js';
import { NeedNamed } from './NeedNamed.js';
import css from './Matches.module.css';
import { matchWords } from './words.js';

export const ExpertMatchFields = graphql(`
  fragment ExpertMatchFields on ExpertMatch {
    id
    needId
    expertId
    score
    parts {
      ...MatchPartFields
    }
    sharedTerms
    reasons
    reasonParts
    cautions
    cautionParts
    modelVersion
    myFeedback {
      verdict
      reason
      causes
    }
    need {
      ...NeedCard
      owner {
        id
      }
    }
    expert {
      id
      name
      unitName
      title
      position
    }
  }
`);

const ExpertsForNeedDocument = graphql(`
  query ExpertsForNeed($id: ID!, $first: Int!) {
    need(id: $id) {
      id
      expertMatches(first: $first) {
        totalCount
        edges {
          node {
            ...ExpertMatchFields
          }
        }
      }
    }
  }
`);

const NeedsForExpertDocument = graphql(`
  query NeedsForExpert($id: ID!, $first: Int!) {
    expert(id: $id) {
      id
      needMatches(first: $first) {
        totalCount
        edges {
          node {
            ...ExpertMatchFields
          }
        }
      }
    }
  }
`);

/** Experts of the bank for one's need, each with its score and its reasons, and who was invited. */
export function ExpertsForNeed({ id }: { id: string }) {
  const t = useWords(matchWords);
  const [{ data }, ask] = useQuery({ query: NeedInvitationsDocument, variables: { id } });
  const invitations = data?.need?.consultationInvitations ?? [];
  const again = (): void => ask({ requestPolicy: 'network-only' });
  return (
    <div className="stack">
      <InvitedExperts invitations={invitations} onChange={again} />
      <Matched
        id={id}
        document={ExpertsForNeedDocument}
        listIn={({ need }) => need?.expertMatches}
        isWhole={isWhole}
        none={t.noneExpertText}
        nodeOf={(match) => <ExpertNamed match={match} />}
        footOf={(match) => (
          <>
            {data && match.need && match.expert && (
              <InviteExpert
                need={match.need}
                expert={match.expert}
                invitation={invitations.find(
                  ({ expertId, state }) => expertId === match.expertId && state !== 'WITHDRAWN',
                )}
                onInvited={again}
              />
            )}
            <ExpertFeedback match={match} asExpert={false} />
          </>
        )}
      />
    </div>
  );
}

/** Needs that an expert could help with, for the expert. */
export function NeedsForExpert({ id }: { id: string }) {
  const t = useWords(matchWords);
  return (
    <Matched
      id={id}
      document={NeedsForExpertDocument}
      listIn={({ expert }) => expert?.needMatches}
      isWhole={isWhole}
      none={t.noneExpertText}
      nodeOf={(match) => <NeedNamed match={match} />}
      footOf={(match) => <ExpertFeedback match={match} asExpert />}
    />
  );
}

const isWhole = ({ need, expert }: ExpertMatchFieldsFragment): boolean => Boolean(need && expert);

function ExpertNamed({ match: { expertId, expert } }: { match: ExpertMatchFieldsFragment }) {
  return (
    <>
      <h3 className={css['title']}>
        <Link to={`/experts/${expertId}`}>{expert?.name}</Link>
      </h3>
      <p className="quiet">
        {[expert?.unitName, expert?.title, expert?.position].filter(Boolean).join(' · ')}
      </p>
    </>
  );
}
