import { graphql } from '../api/graphql.js';
import '../api/actions.js';
import type { OperationQuery } from '../gql/graphql.js';

export const OperationDocument = graphql(`
  query Operation {
    operation {
      work {
        domain
        outbox
        oldestSeconds
        queue {
          waiting
          active
          delayed
          failed
        }
      }
      givenUp {
        id
        domain
        name
        reason
        tries
        failedAt
      }
      mail {
        server
        waiting
        waitingSince
        sentLastDay
      }
      storage {
        free
        total
        database
      }
      searchIndex {
        askedAt
        checkedAt
        documents
        drifts {
          engine
          type
          problem
          count
        }
      }
      retention {
        name
        title
        days
        source
        ranAt
        removed
        removedInAll
      }
      availableActions {
        ...ActionFields
      }
    }
  }
`);

export type Operation = NonNullable<OperationQuery['operation']>;
