import { graphql } from '../api/graphql.js';
import './documents.js';

/** The applicant's mutations. */

export const StartApplicationDocument = graphql(`
  mutation StartApplication($input: StartApplicationInput!) {
    startApplication(input: $input) {
      clientMutationId
      contract {
        id
        version
      }
    }
  }
`);
export const SaveApplicationDocument = graphql(`
  mutation SaveApplicationDraft($input: SaveApplicationDraftInput!) {
    saveApplicationDraft(input: $input) {
      clientMutationId
      contract {
        id
        version
        ...ContractFormFields
        findings {
          ...ContractFindingFields
        }
      }
    }
  }
`);
export const RemoveFileDocument = graphql(`
  mutation RemoveApplicationFile($input: RemoveApplicationFileInput!) {
    removeApplicationFile(input: $input) {
      clientMutationId
      contract {
        id
        version
        findings {
          ...ContractFindingFields
        }
      }
    }
  }
`);
export const SubmitApplicationDocument = graphql(`
  mutation SubmitApplication($input: SubmitApplicationInput!) {
    submitApplication(input: $input) {
      clientMutationId
      contract {
        id
        version
        state
      }
    }
  }
`);
export const WithdrawApplicationDocument = graphql(`
  mutation WithdrawApplication($input: WithdrawApplicationInput!) {
    withdrawApplication(input: $input) {
      clientMutationId
      contract {
        id
        version
        state
      }
    }
  }
`);
export const AnswerFindingDocument = graphql(`
  mutation AnswerFinding($input: AnswerFindingInput!) {
    answerFinding(input: $input) {
      clientMutationId
      contract {
        id
        version
        findings {
          ...ContractFindingFields
        }
      }
    }
  }
`);
