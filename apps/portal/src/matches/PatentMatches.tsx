import { Link } from 'react-router';
import { graphql } from '../api/graphql.js';
import './partFields.js';
import { StatusTag } from '../design/StatusTag.js';
import type { PatentMatchFieldsFragment } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { Matched } from './Matched.js';
import { PatentContact } from './PatentContact.js';
import { NeedNamed } from './NeedNamed.js';
import css from './Matches.module.css';
import { WithTerms } from './WithTerms.js';
import { matchWords } from './words.js';

export const PatentMatchFields = graphql(`
  fragment PatentMatchFields on PatentMatch {
    id
    needId
    patentId
    score
    parts {
      label
      ...MatchPartFields
    }
    sharedTerms
    reasons
    reasonParts
    cautions
    cautionParts
    openToAll
    modelVersion
    need {
      ...NeedCard
      owner {
        id
      }
    }
    patent {
      id
      title
      displayNumber
      applicants
      holder {
        id
        status
      }
      holderName
      uses {
        result {
          id
          cooperationModes
          owner {
            id
          }
        }
      }
    }
  }
`);

const PatentsForNeedDocument = graphql(`
  query PatentsForNeed($id: ID!, $first: Int!) {
    need(id: $id) {
      id
      patentMatches(first: $first) {
        totalCount
        edges {
          node {
            ...PatentMatchFields
          }
        }
      }
    }
  }
`);

const NeedsForPatentDocument = graphql(`
  query NeedsForPatent($id: ID!, $first: Int!) {
    patent(id: $id) {
      id
      needMatches(first: $first) {
        totalCount
        edges {
          node {
            ...PatentMatchFields
          }
        }
      }
    }
  }
`);

/** Patents of others for one's need, what is openly licensed first. */
export function PatentsForNeed({ id }: { id: string }) {
  const t = useWords(matchWords);
  return (
    <Matched
      id={id}
      document={PatentsForNeedDocument}
      listIn={({ need }) => need?.patentMatches}
      isWhole={isWhole}
      none={t.nonePatentText}
      nodeOf={(match) => <PatentNamed match={match} />}
      footOf={(match) => <PatentContact match={match} />}
    />
  );
}

/** Needs that one's patent could serve. */
export function NeedsForPatent({ id }: { id: string }) {
  const t = useWords(matchWords);
  return (
    <Matched
      id={id}
      document={NeedsForPatentDocument}
      listIn={({ patent }) => patent?.needMatches}
      isWhole={isWhole}
      none={t.nonePatentNeedsText}
      nodeOf={(match) => <NeedNamed match={match} />}
    />
  );
}

const isWhole = ({ need, patent }: PatentMatchFieldsFragment): boolean => Boolean(need && patent);

function PatentNamed({ match }: { match: PatentMatchFieldsFragment }) {
  const t = useWords(matchWords);
  const { patentId, patent, sharedTerms, openToAll } = match;
  return (
    <>
      <h3 className={css['title']}>
        <Link to={`/patents/${patentId}`}>
          <WithTerms text={patent?.title ?? ''} terms={sharedTerms} />
        </Link>
      </h3>
      <p className="quiet">
        {openToAll && <StatusTag tone="good">{t.openToAll}</StatusTag>}{' '}
        {[patent?.displayNumber, ...(patent?.applicants ?? [])].filter(Boolean).join(' · ')}
      </p>
    </>
  );
}
