import { graphql } from '../../api/graphql.js';
import './documents.js';

/** What both sides do with a proceeding, one mutation a verb. */

export const StartProceedingDocument = graphql(`
  mutation StartProceeding($input: StartProceedingInput!) {
    startProceeding(input: $input) {
      clientMutationId
      proceeding {
        id
        version
      }
    }
  }
`);
export const SaveProceedingDraftDocument = graphql(`
  mutation SaveProceedingDraft($input: SaveProceedingDraftInput!) {
    saveProceedingDraft(input: $input) {
      clientMutationId
      proceeding {
        ...ProceedingFields
      }
    }
  }
`);
export const RemoveProceedingFileDocument = graphql(`
  mutation RemoveProceedingFile($input: RemoveProceedingFileInput!) {
    removeProceedingFile(input: $input) {
      clientMutationId
      proceeding {
        ...ProceedingFields
      }
    }
  }
`);
export const DiscardProceedingDocument = graphql(`
  mutation DiscardProceeding($input: DiscardProceedingInput!) {
    discardProceeding(input: $input) {
      clientMutationId
      contract {
        id
        version
      }
    }
  }
`);
export const RequestContractChangeDocument = graphql(`
  mutation RequestContractChange($input: RequestContractChangeInput!) {
    requestContractChange(input: $input) {
      clientMutationId
      proceeding {
        ...ProceedingFields
      }
    }
  }
`);
export const RequestRoyaltySupplementDocument = graphql(`
  mutation RequestRoyaltySupplement($input: RequestRoyaltySupplementInput!) {
    requestRoyaltySupplement(input: $input) {
      clientMutationId
      proceeding {
        ...ProceedingFields
      }
    }
  }
`);
export const RequestContractCancellationDocument = graphql(`
  mutation RequestContractCancellation($input: RequestContractCancellationInput!) {
    requestContractCancellation(input: $input) {
      clientMutationId
      proceeding {
        ...ProceedingFields
      }
    }
  }
`);
export const LodgeObjectionDocument = graphql(`
  mutation LodgeObjection($input: LodgeObjectionInput!) {
    lodgeObjection(input: $input) {
      clientMutationId
      proceeding {
        ...ProceedingFields
      }
    }
  }
`);
export const GiveRevocationNoticeDocument = graphql(`
  mutation GiveRevocationNotice($input: GiveRevocationNoticeInput!) {
    giveRevocationNotice(input: $input) {
      clientMutationId
      proceeding {
        ...ProceedingFields
      }
    }
  }
`);
export const WithdrawProceedingDocument = graphql(`
  mutation WithdrawProceeding($input: WithdrawProceedingInput!) {
    withdrawProceeding(input: $input) {
      clientMutationId
      proceeding {
        ...ProceedingFields
      }
    }
  }
`);
export const SubmitDefenceDocument = graphql(`
  mutation SubmitDefence($input: SubmitDefenceInput!) {
    submitDefence(input: $input) {
      clientMutationId
      proceeding {
        ...ProceedingFields
      }
    }
  }
`);
export const ExamineProceedingDocument = graphql(`
  mutation ExamineProceeding($input: ExamineProceedingInput!) {
    examineProceeding(input: $input) {
      clientMutationId
      proceeding {
        ...ProceedingFields
      }
    }
  }
`);
export const ReturnProceedingDocument = graphql(`
  mutation ReturnProceeding($input: ReturnProceedingInput!) {
    returnProceeding(input: $input) {
      clientMutationId
      proceeding {
        ...ProceedingFields
      }
    }
  }
`);
export const ApproveContractChangeDocument = graphql(`
  mutation ApproveContractChange($input: ApproveContractChangeInput!) {
    approveContractChange(input: $input) {
      clientMutationId
      proceeding {
        ...ProceedingFields
      }
    }
  }
`);
export const ApproveRoyaltySupplementDocument = graphql(`
  mutation ApproveRoyaltySupplement($input: ApproveRoyaltySupplementInput!) {
    approveRoyaltySupplement(input: $input) {
      clientMutationId
      proceeding {
        ...ProceedingFields
      }
    }
  }
`);
export const ApproveContractCancellationDocument = graphql(`
  mutation ApproveContractCancellation($input: ApproveContractCancellationInput!) {
    approveContractCancellation(input: $input) {
      clientMutationId
      proceeding {
        ...ProceedingFields
      }
    }
  }
`);
export const RefuseContractRequestDocument = graphql(`
  mutation RefuseContractRequest($input: RefuseContractRequestInput!) {
    refuseContractRequest(input: $input) {
      clientMutationId
      proceeding {
        ...ProceedingFields
      }
    }
  }
`);
export const RevokeRegistrationDocument = graphql(`
  mutation RevokeRegistration($input: RevokeRegistrationInput!) {
    revokeRegistration(input: $input) {
      clientMutationId
      proceeding {
        ...ProceedingFields
      }
    }
  }
`);
export const DropRevocationDocument = graphql(`
  mutation DropRevocation($input: DropRevocationInput!) {
    dropRevocation(input: $input) {
      clientMutationId
      proceeding {
        ...ProceedingFields
      }
    }
  }
`);
export const KeepContractDecisionDocument = graphql(`
  mutation KeepContractDecision($input: KeepContractDecisionInput!) {
    keepContractDecision(input: $input) {
      clientMutationId
      proceeding {
        ...ProceedingFields
      }
    }
  }
`);
export const RedetermineContractDocument = graphql(`
  mutation RedetermineContract($input: RedetermineContractInput!) {
    redetermineContract(input: $input) {
      clientMutationId
      proceeding {
        ...ProceedingFields
      }
    }
  }
`);
export const ReopenContractReviewDocument = graphql(`
  mutation ReopenContractReview($input: ReopenContractReviewInput!) {
    reopenContractReview(input: $input) {
      clientMutationId
      proceeding {
        ...ProceedingFields
      }
    }
  }
`);
export const ReportBenefitUseDocument = graphql(`
  mutation ReportBenefitUse($input: ReportBenefitUseInput!) {
    reportBenefitUse(input: $input) {
      clientMutationId
      contract {
        id
        version
      }
    }
  }
`);
export const RecordTaxNoticeDocument = graphql(`
  mutation RecordTaxNotice($input: RecordTaxNoticeInput!) {
    recordTaxNotice(input: $input) {
      clientMutationId
      taxNotice {
        ...TaxNoticeFields
      }
    }
  }
`);
