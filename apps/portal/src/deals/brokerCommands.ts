import { graphql } from '../api/graphql.js';

/** The mutations on brokers, commissions and alerts. */

export const BrokeragePayloadFields = graphql(`
  fragment BrokeragePayloadFields on BrokeragePayload {
    clientMutationId
    brokerage {
      id
      version
      state
    }
    deal {
      id
      version
    }
  }
`);
export const CommissionPayloadFields = graphql(`
  fragment CommissionPayloadFields on CommissionPayload {
    clientMutationId
    commission {
      id
      version
      state
      deal {
        id
        version
      }
    }
  }
`);

export const InviteBrokerDocument = graphql(`
  mutation InviteBroker($input: InviteBrokerInput!) {
    inviteBroker(input: $input) {
      ...BrokeragePayloadFields
    }
  }
`);
export const AcceptBrokerageDocument = graphql(`
  mutation AcceptBrokerage($input: BrokerageActionInput!) {
    acceptBrokerage(input: $input) {
      ...BrokeragePayloadFields
    }
  }
`);
export const DeclineBrokerageDocument = graphql(`
  mutation DeclineBrokerage($input: EndBrokerageInput!) {
    declineBrokerage(input: $input) {
      ...BrokeragePayloadFields
    }
  }
`);
export const EndBrokerageDocument = graphql(`
  mutation EndBrokerage($input: EndBrokerageInput!) {
    endBrokerage(input: $input) {
      ...BrokeragePayloadFields
    }
  }
`);
export const DiscloseDualAgencyDocument = graphql(`
  mutation DiscloseDualAgency($input: BrokerageActionInput!) {
    discloseDualAgency(input: $input) {
      ...BrokeragePayloadFields
    }
  }
`);
export const ConsentDualAgencyDocument = graphql(`
  mutation ConsentDualAgency($input: BrokerageActionInput!) {
    consentDualAgency(input: $input) {
      ...BrokeragePayloadFields
    }
  }
`);
export const ProposeCommissionDocument = graphql(`
  mutation ProposeCommission($input: ProposeCommissionInput!) {
    proposeCommission(input: $input) {
      ...CommissionPayloadFields
    }
  }
`);
export const AgreeCommissionDocument = graphql(`
  mutation AgreeCommission($input: CommissionActionInput!) {
    agreeCommission(input: $input) {
      ...CommissionPayloadFields
    }
  }
`);
export const DeclineCommissionDocument = graphql(`
  mutation DeclineCommission($input: CommissionReasonInput!) {
    declineCommission(input: $input) {
      ...CommissionPayloadFields
    }
  }
`);
export const DeclareCommissionDueDocument = graphql(`
  mutation DeclareCommissionDue($input: DeclareCommissionDueInput!) {
    declareCommissionDue(input: $input) {
      ...CommissionPayloadFields
    }
  }
`);
export const SettleCommissionDocument = graphql(`
  mutation SettleCommission($input: SettleCommissionInput!) {
    settleCommission(input: $input) {
      ...CommissionPayloadFields
    }
  }
`);
export const CloseBypassAlertDocument = graphql(`
  mutation CloseBypassAlert($input: CloseBypassAlertInput!) {
    closeBypassAlert(input: $input) {
      clientMutationId
      alert {
        id
        version
        state
      }
    }
  }
`);
