import { graphql } from '../api/graphql.js';

export const AddBrokerCredentialDocument = graphql(`
  mutation AddBrokerCredential($input: AddBrokerCredentialInput!) {
    addBrokerCredential(input: $input) {
      broker {
        id
        version
      }
      clientMutationId
    }
  }
`);

export const AddBrokerTrainingDocument = graphql(`
  mutation AddBrokerTraining($input: AddBrokerTrainingInput!) {
    addBrokerTraining(input: $input) {
      broker {
        id
        version
      }
      clientMutationId
    }
  }
`);

export const WithdrawBrokerRecordDocument = graphql(`
  mutation WithdrawBrokerRecord($input: WithdrawBrokerRecordInput!) {
    withdrawBrokerRecord(input: $input) {
      broker {
        id
        version
      }
      clientMutationId
    }
  }
`);

export const CheckBrokerRecordDocument = graphql(`
  mutation CheckBrokerRecord($input: CheckBrokerRecordInput!) {
    checkBrokerRecord(input: $input) {
      broker {
        id
        version
      }
      clientMutationId
    }
  }
`);
