import { graphql } from '../api/graphql.js';

/** The mutations of the deal page. Each asks back what the cache needs to see that the deal changed. */

export const DealPayloadFields = graphql(`
  fragment DealPayloadFields on DealPayload {
    clientMutationId
    deal {
      id
      version
      state
    }
  }
`);

export const ConfirmDealDocument = graphql(`
  mutation ConfirmDeal($input: DealActionInput!) {
    confirmDeal(input: $input) {
      ...DealPayloadFields
    }
  }
`);
export const SignNdaDocument = graphql(`
  mutation SignNda($input: DealActionInput!) {
    signNda(input: $input) {
      ...DealPayloadFields
    }
  }
`);
export const AddDealPersonDocument = graphql(`
  mutation AddDealPerson($input: AddDealPersonInput!) {
    addDealPerson(input: $input) {
      ...DealPayloadFields
    }
  }
`);
export const ProposePriceDocument = graphql(`
  mutation ProposePrice($input: ProposePriceInput!) {
    proposePrice(input: $input) {
      ...DealPayloadFields
    }
  }
`);
export const AcceptPriceDocument = graphql(`
  mutation AcceptPrice($input: AcceptPriceInput!) {
    acceptPrice(input: $input) {
      ...DealPayloadFields
    }
  }
`);
export const ReopenPriceDocument = graphql(`
  mutation ReopenPrice($input: ReopenPriceInput!) {
    reopenPrice(input: $input) {
      ...DealPayloadFields
    }
  }
`);
export const StartDisclosureDocument = graphql(`
  mutation StartDisclosure($input: StartDisclosureInput!) {
    startDisclosure(input: $input) {
      ...DealPayloadFields
    }
  }
`);
export const CompleteDisclosureDocument = graphql(`
  mutation CompleteDisclosure($input: DealActionInput!) {
    completeDisclosure(input: $input) {
      ...DealPayloadFields
    }
  }
`);
export const DecideObjectionDocument = graphql(`
  mutation DecideObjection($input: DecideObjectionInput!) {
    decideObjection(input: $input) {
      clientMutationId
      objection {
        id
        state
      }
      disclosure {
        id
        version
        state
        deal {
          id
          state
        }
      }
    }
  }
`);
export const ProceedToSigningDocument = graphql(`
  mutation ProceedToSigning($input: DealActionInput!) {
    proceedToSigning(input: $input) {
      ...DealPayloadFields
    }
  }
`);
export const RecordSignatureDocument = graphql(`
  mutation RecordSignature($input: RecordSignatureInput!) {
    recordSignature(input: $input) {
      ...DealPayloadFields
    }
  }
`);
export const ConfirmSignatureDocument = graphql(`
  mutation ConfirmSignature($input: ConfirmSignatureInput!) {
    confirmSignature(input: $input) {
      ...DealPayloadFields
    }
  }
`);
export const RejectSignatureDocument = graphql(`
  mutation RejectSignature($input: RejectSignatureInput!) {
    rejectSignature(input: $input) {
      ...DealPayloadFields
    }
  }
`);
export const CloseDealDocument = graphql(`
  mutation CloseDeal($input: CloseDealInput!) {
    closeDeal(input: $input) {
      ...DealPayloadFields
    }
  }
`);
export const AbandonDealDocument = graphql(`
  mutation AbandonDeal($input: AbandonDealInput!) {
    abandonDeal(input: $input) {
      ...DealPayloadFields
    }
  }
`);
