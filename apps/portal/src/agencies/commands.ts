import '../api/actions.js';
import { graphql } from '../api/graphql.js';

export const SaveAgencyDocument = graphql(`
  mutation SaveAgency($input: SaveAgencyInput!) {
    saveAgency(input: $input) {
      agency {
        id
        version
        missing {
          ...ViolationFields
        }
      }
      clientMutationId
    }
  }
`);

export const SubmitAgencyDocument = graphql(`
  mutation SubmitAgency($input: RegisterActionInput!) {
    submitAgency(input: $input) {
      agency {
        id
        version
      }
      clientMutationId
    }
  }
`);

export const RecallAgencyDocument = graphql(`
  mutation RecallAgency($input: RegisterActionInput!) {
    recallAgency(input: $input) {
      agency {
        id
        version
      }
      clientMutationId
    }
  }
`);

export const AdmitAgencyDocument = graphql(`
  mutation AdmitAgency($input: RegisterDecisionInput!) {
    admitAgency(input: $input) {
      agency {
        id
        version
      }
      clientMutationId
    }
  }
`);

export const ReturnAgencyDocument = graphql(`
  mutation ReturnAgency($input: RegisterReasonInput!) {
    returnAgency(input: $input) {
      agency {
        id
        version
      }
      clientMutationId
    }
  }
`);

export const SuspendAgencyDocument = graphql(`
  mutation SuspendAgency($input: RegisterReasonInput!) {
    suspendAgency(input: $input) {
      agency {
        id
        version
      }
      clientMutationId
    }
  }
`);

export const ResumeAgencyDocument = graphql(`
  mutation ResumeAgency($input: RegisterDecisionInput!) {
    resumeAgency(input: $input) {
      agency {
        id
        version
      }
      clientMutationId
    }
  }
`);

export const ExitAgencyDocument = graphql(`
  mutation ExitAgency($input: RegisterReasonInput!) {
    exitAgency(input: $input) {
      agency {
        id
        version
      }
      clientMutationId
    }
  }
`);

export const RemoveAgencyDocument = graphql(`
  mutation RemoveAgency($input: RegisterReasonInput!) {
    removeAgency(input: $input) {
      agency {
        id
        version
      }
      clientMutationId
    }
  }
`);

export const ReapplyAgencyDocument = graphql(`
  mutation ReapplyAgency($input: RegisterActionInput!) {
    reapplyAgency(input: $input) {
      agency {
        id
        version
      }
      clientMutationId
    }
  }
`);

export const DesignateAgencyDocument = graphql(`
  mutation DesignateAgency($input: DesignateInput!) {
    designateAgency(input: $input) {
      agency {
        id
        version
      }
      clientMutationId
    }
  }
`);

export const WithdrawAgencyDesignationDocument = graphql(`
  mutation WithdrawAgencyDesignation($input: RegisterReasonInput!) {
    withdrawAgencyDesignation(input: $input) {
      agency {
        id
        version
      }
      clientMutationId
    }
  }
`);
