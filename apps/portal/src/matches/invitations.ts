import type { StatusTone } from '../design/StatusTag.js';
import { graphql } from '../api/graphql.js';
import type { ConsultationInvitationState } from '../gql/graphql.js';

export const InvitationFields = graphql(`
  fragment InvitationFields on ConsultationInvitation {
    id
    version
    state
    needId
    needTitle
    need {
      id
    }
    expertId
    expert {
      id
      name
    }
    inviterName
    byBroker
    message
    answer
    deal {
      id
    }
    createdAt
    availableActions {
      action
    }
  }
`);

export const NeedInvitationsDocument = graphql(`
  query NeedInvitations($id: ID!) {
    need(id: $id) {
      id
      consultationInvitations {
        ...InvitationFields
      }
    }
  }
`);

export const ExpertInvitationsDocument = graphql(`
  query ExpertInvitations($id: ID!) {
    expert(id: $id) {
      id
      consultationInvitations {
        ...InvitationFields
      }
    }
  }
`);

export const InviteConsultationDocument = graphql(`
  mutation InviteConsultation($input: InviteConsultationInput!) {
    inviteConsultation(input: $input) {
      invitation {
        ...InvitationFields
      }
      clientMutationId
    }
  }
`);

export const AcceptConsultationDocument = graphql(`
  mutation AcceptConsultation($input: AnswerConsultationInput!) {
    acceptConsultation(input: $input) {
      invitation {
        ...InvitationFields
      }
      clientMutationId
    }
  }
`);

export const DeclineConsultationDocument = graphql(`
  mutation DeclineConsultation($input: AnswerConsultationInput!) {
    declineConsultation(input: $input) {
      invitation {
        ...InvitationFields
      }
      clientMutationId
    }
  }
`);

export const WithdrawConsultationDocument = graphql(`
  mutation WithdrawConsultation($input: WithdrawConsultationInput!) {
    withdrawConsultation(input: $input) {
      invitation {
        ...InvitationFields
      }
      clientMutationId
    }
  }
`);

export const invitationTones: Readonly<Record<ConsultationInvitationState, StatusTone>> = {
  SENT: 'attention',
  ACCEPTED: 'good',
  DECLINED: 'refused',
  WITHDRAWN: 'ended',
};
