import '../api/actions.js';
import { graphql } from '../api/graphql.js';

export const SaveBrokerDocument = graphql(`
  mutation SaveBroker($input: SaveBrokerInput!) {
    saveBroker(input: $input) {
      broker {
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

export const SubmitBrokerDocument = graphql(`
  mutation SubmitBroker($input: RegisterActionInput!) {
    submitBroker(input: $input) {
      broker {
        id
        version
      }
      clientMutationId
    }
  }
`);

export const SubmitBrokerForAgencyDocument = graphql(`
  mutation SubmitBrokerForAgency($input: RegisterActionInput!) {
    submitBrokerForAgency(input: $input) {
      broker {
        id
        version
      }
      clientMutationId
    }
  }
`);

export const RecallBrokerDocument = graphql(`
  mutation RecallBroker($input: RegisterActionInput!) {
    recallBroker(input: $input) {
      broker {
        id
        version
      }
      clientMutationId
    }
  }
`);

export const ConfirmBrokerDocument = graphql(`
  mutation ConfirmBroker($input: RegisterDecisionInput!) {
    confirmBroker(input: $input) {
      broker {
        id
        version
      }
      clientMutationId
    }
  }
`);

export const DeclineBrokerDocument = graphql(`
  mutation DeclineBroker($input: RegisterReasonInput!) {
    declineBroker(input: $input) {
      broker {
        id
        version
      }
      clientMutationId
    }
  }
`);

export const AdmitBrokerDocument = graphql(`
  mutation AdmitBroker($input: RegisterDecisionInput!) {
    admitBroker(input: $input) {
      broker {
        id
        version
      }
      clientMutationId
    }
  }
`);

export const ReturnBrokerDocument = graphql(`
  mutation ReturnBroker($input: RegisterReasonInput!) {
    returnBroker(input: $input) {
      broker {
        id
        version
      }
      clientMutationId
    }
  }
`);

export const SuspendBrokerDocument = graphql(`
  mutation SuspendBroker($input: RegisterReasonInput!) {
    suspendBroker(input: $input) {
      broker {
        id
        version
      }
      clientMutationId
    }
  }
`);

export const ResumeBrokerDocument = graphql(`
  mutation ResumeBroker($input: RegisterDecisionInput!) {
    resumeBroker(input: $input) {
      broker {
        id
        version
      }
      clientMutationId
    }
  }
`);

export const ExitBrokerDocument = graphql(`
  mutation ExitBroker($input: RegisterReasonInput!) {
    exitBroker(input: $input) {
      broker {
        id
        version
      }
      clientMutationId
    }
  }
`);

export const RemoveBrokerDocument = graphql(`
  mutation RemoveBroker($input: RegisterReasonInput!) {
    removeBroker(input: $input) {
      broker {
        id
        version
      }
      clientMutationId
    }
  }
`);

export const ReapplyBrokerDocument = graphql(`
  mutation ReapplyBroker($input: RegisterActionInput!) {
    reapplyBroker(input: $input) {
      broker {
        id
        version
      }
      clientMutationId
    }
  }
`);

export const DesignateBrokerDocument = graphql(`
  mutation DesignateBroker($input: DesignateInput!) {
    designateBroker(input: $input) {
      broker {
        id
        version
      }
      clientMutationId
    }
  }
`);

export const WithdrawBrokerDesignationDocument = graphql(`
  mutation WithdrawBrokerDesignation($input: RegisterReasonInput!) {
    withdrawBrokerDesignation(input: $input) {
      broker {
        id
        version
      }
      clientMutationId
    }
  }
`);
