import '../api/actions.js';
import { graphql } from '../api/graphql.js';

export const CallRehearsalDocument = graphql(`
  query CallRehearsal($id: ID!, $assuming: CallRehearsalInput) {
    call(id: $id) {
      id
      title
      state
      sight
    }
    callRehearsal(id: $id, assuming: $assuming) {
      faults {
        level
        place
        step
        violation {
          ...ViolationFields
        }
      }
      runs {
        story
        ends
        entries {
          day
          until
          step
          who
          approval
          amount
          outcome
        }
      }
    }
  }
`);
