import { graphql } from '../api/graphql.js';
import './expertFields.js';

/** The registrars' mutations. */

export const AcceptApplicationDocument = graphql(`
  mutation AcceptApplication($input: AcceptApplicationInput!) {
    acceptApplication(input: $input) {
      clientMutationId
      contract {
        id
        version
        state
      }
    }
  }
`);
export const DeclineApplicationDocument = graphql(`
  mutation DeclineApplication($input: DeclineApplicationInput!) {
    declineApplication(input: $input) {
      clientMutationId
      contract {
        id
        version
        state
      }
    }
  }
`);
export const LapseApplicationDocument = graphql(`
  mutation LapseApplication($input: LapseApplicationInput!) {
    lapseApplication(input: $input) {
      clientMutationId
      contract {
        id
        version
        state
      }
    }
  }
`);
export const ReturnApplicationDocument = graphql(`
  mutation ReturnApplication($input: ReturnApplicationInput!) {
    returnApplication(input: $input) {
      clientMutationId
      contract {
        id
        version
        state
      }
    }
  }
`);
export const ClaimReviewDocument = graphql(`
  mutation ClaimReview($input: ClaimReviewInput!) {
    claimReview(input: $input) {
      clientMutationId
      contract {
        id
        version
        state
      }
    }
  }
`);
export const ReleaseReviewDocument = graphql(`
  mutation ReleaseReview($input: ReleaseReviewInput!) {
    releaseReview(input: $input) {
      clientMutationId
      contract {
        id
        version
        state
      }
    }
  }
`);
export const PassFirstReviewDocument = graphql(`
  mutation PassFirstReview($input: PassFirstReviewInput!) {
    passFirstReview(input: $input) {
      clientMutationId
      contract {
        id
        version
        state
      }
    }
  }
`);
export const ProposeRejectionDocument = graphql(`
  mutation ProposeRejection($input: ProposeRejectionInput!) {
    proposeRejection(input: $input) {
      clientMutationId
      contract {
        id
        version
        state
      }
    }
  }
`);
export const SendBackToFirstReviewDocument = graphql(`
  mutation SendBackToFirstReview($input: SendBackToFirstReviewInput!) {
    sendBackToFirstReview(input: $input) {
      clientMutationId
      contract {
        id
        version
        state
      }
    }
  }
`);
export const SendToExpertReviewDocument = graphql(`
  mutation SendToExpertReview($input: SendToExpertReviewInput!) {
    sendToExpertReview(input: $input) {
      clientMutationId
      contract {
        id
        version
        state
      }
    }
  }
`);
export const SaveExpertPanelDocument = graphql(`
  mutation SaveExpertPanel($input: SaveExpertPanelInput!) {
    saveExpertPanel(input: $input) {
      clientMutationId
      contract {
        id
        version
        state
        experts {
          ...ReviewExpertFields
        }
      }
    }
  }
`);
export const InviteExpertsDocument = graphql(`
  mutation InviteExperts($input: InviteExpertsInput!) {
    inviteExperts(input: $input) {
      clientMutationId
      contract {
        id
        version
        state
        experts {
          ...ReviewExpertFields
        }
      }
    }
  }
`);
export const RecordExpertOpinionDocument = graphql(`
  mutation RecordExpertOpinion($input: RecordExpertOpinionInput!) {
    recordExpertOpinion(input: $input) {
      clientMutationId
      contract {
        id
        version
        state
      }
    }
  }
`);
export const PassSecondReviewDocument = graphql(`
  mutation PassSecondReview($input: PassSecondReviewInput!) {
    passSecondReview(input: $input) {
      clientMutationId
      contract {
        id
        version
        state
      }
    }
  }
`);
export const RejectApplicationDocument = graphql(`
  mutation RejectApplication($input: RejectApplicationInput!) {
    rejectApplication(input: $input) {
      clientMutationId
      contract {
        id
        version
        state
      }
    }
  }
`);
export const RecordNationalNumberDocument = graphql(`
  mutation RecordNationalNumber($input: RecordNationalNumberInput!) {
    recordNationalNumber(input: $input) {
      clientMutationId
      contract {
        id
        version
        state
      }
    }
  }
`);
export const ApproveRegistrationDocument = graphql(`
  mutation ApproveRegistration($input: ApproveRegistrationInput!) {
    approveRegistration(input: $input) {
      clientMutationId
      contract {
        id
        version
        state
      }
    }
  }
`);
export const ReopenReviewDocument = graphql(`
  mutation ReopenReview($input: ReopenReviewInput!) {
    reopenReview(input: $input) {
      clientMutationId
      contract {
        id
        version
        state
      }
    }
  }
`);
export const RegisterContractsDocument = graphql(`
  mutation RegisterContracts($input: RegisterContractsInput!) {
    registerContracts(input: $input) {
      clientMutationId
      contracts {
        id
        version
        state
        registrationNumber
      }
    }
  }
`);
export const JudgeChecklistDocument = graphql(`
  mutation JudgeChecklist($input: JudgeChecklistInput!) {
    judgeChecklist(input: $input) {
      clientMutationId
      contract {
        id
        version
        state
      }
    }
  }
`);
