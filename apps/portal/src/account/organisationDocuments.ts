import '../api/actions.js';
import { graphql } from '../api/graphql.js';

export const OrganisationDocument = graphql(`
  query Organisation($id: ID!) {
    organisation(id: $id) {
      id
      version
      name
      kind
      uscc
      divisionCode
      divisionName
      partyNature
      partyNatureName
      stateEstablished
      status
      legalRepresentative
      address
      website
      introduction
      contactName
      contactPhone
      contactEmail
      decisionReason
      warnings {
        ...ViolationFields
      }
      availableActions {
        ...ActionFields
      }
      timeline {
        ...TimelineFields
      }
    }
  }
`);

export const EditOrganisationDocument = graphql(`
  mutation EditOrganisation($input: EditOrganisationInput!) {
    editOrganisation(input: $input) {
      organisation {
        id
        version
      }
      clientMutationId
    }
  }
`);

export const CorrectOrganisationDocument = graphql(`
  mutation CorrectOrganisation($input: CorrectOrganisationInput!) {
    correctOrganisation(input: $input) {
      organisation {
        id
        version
      }
      clientMutationId
    }
  }
`);

export const ApproveOrganisationDocument = graphql(`
  mutation ApproveOrganisation($input: ApproveOrganisationInput!) {
    approveOrganisation(input: $input) {
      organisation {
        id
        version
      }
      clientMutationId
    }
  }
`);

export const RejectOrganisationDocument = graphql(`
  mutation RejectOrganisation($input: RejectOrganisationInput!) {
    rejectOrganisation(input: $input) {
      organisation {
        id
        version
      }
      clientMutationId
    }
  }
`);

export const ResubmitOrganisationDocument = graphql(`
  mutation ResubmitOrganisation($input: ResubmitOrganisationInput!) {
    resubmitOrganisation(input: $input) {
      organisation {
        id
        version
      }
      clientMutationId
    }
  }
`);

export const SuspendOrganisationDocument = graphql(`
  mutation SuspendOrganisation($input: SuspendOrganisationInput!) {
    suspendOrganisation(input: $input) {
      organisation {
        id
        version
      }
      clientMutationId
    }
  }
`);

export const ReinstateOrganisationDocument = graphql(`
  mutation ReinstateOrganisation($input: ReinstateOrganisationInput!) {
    reinstateOrganisation(input: $input) {
      organisation {
        id
        version
      }
      clientMutationId
    }
  }
`);
