import { graphql } from '../../api/graphql.js';
import '../documents.js';

/** The whole text. Asking for it is a view of the contract, which is recorded. */
export const ContractTextDocument = graphql(`
  query ContractText($fileId: ID!) {
    contractText(fileId: $fileId) {
      fileId
      contractId
      name
      pages
      clauses {
        position
        level
        label
        title
        page
        start
        endPage
        end
      }
    }
  }
`);

/** What was recognised in it, and what may be done with that. */
export const ContractReadingDocument = graphql(`
  query ContractReading($id: ID!) {
    contract(id: $id) {
      id
      version
      title
      sight
      availableActions {
        ...ActionFields
      }
      files {
        id
        kind
        name
        url
        reading {
          ...ContractReadingFields
        }
      }
    }
  }
`);

export const AcceptTextProposalDocument = graphql(`
  mutation AcceptTextProposal($input: AcceptTextProposalInput!) {
    acceptTextProposal(input: $input) {
      clientMutationId
      contract {
        id
        version
      }
    }
  }
`);
export const DismissTextProposalDocument = graphql(`
  mutation DismissTextProposal($input: DismissTextProposalInput!) {
    dismissTextProposal(input: $input) {
      clientMutationId
      contract {
        id
        version
      }
    }
  }
`);
