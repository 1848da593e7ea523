import { graphql } from '../api/graphql.js';

export const MySecondFactorDocument = graphql(`
  query MySecondFactor {
    mySecondFactor {
      enabledAt
      recoveryCodesLeft
      required
    }
  }
`);

export const StartSecondFactorDocument = graphql(`
  mutation StartSecondFactor($input: StartSecondFactorInput!) {
    startSecondFactor(input: $input) {
      secret
      uri
      clientMutationId
    }
  }
`);

export const ConfirmSecondFactorDocument = graphql(`
  mutation ConfirmSecondFactor($input: ConfirmSecondFactorInput!) {
    confirmSecondFactor(input: $input) {
      recoveryCodes
      clientMutationId
    }
  }
`);

export const RenewRecoveryCodesDocument = graphql(`
  mutation RenewRecoveryCodes($input: RenewRecoveryCodesInput!) {
    renewRecoveryCodes(input: $input) {
      recoveryCodes
      clientMutationId
    }
  }
`);

export const RemoveSecondFactorDocument = graphql(`
  mutation RemoveSecondFactor($input: RemoveSecondFactorInput!) {
    removeSecondFactor(input: $input) {
      ok
      clientMutationId
    }
  }
`);
