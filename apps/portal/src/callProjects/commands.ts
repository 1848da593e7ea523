import { graphql } from '../api/graphql.js';
import './documents.js';

export const SignProjectDocument = graphql(`
  mutation SignProject($input: SignProjectInput!) {
    signProject(input: $input) {
      ...CallProjectPayloadFields
    }
  }
`);

export const LapseProjectDocument = graphql(`
  mutation LapseProject($input: CallProjectReasonInput!) {
    lapseProject(input: $input) {
      ...CallProjectPayloadFields
    }
  }
`);

export const LinkProjectContractDocument = graphql(`
  mutation LinkProjectContract($input: LinkProjectContractInput!) {
    linkProjectContract(input: $input) {
      ...CallProjectPayloadFields
    }
  }
`);

export const ReportMilestoneDocument = graphql(`
  mutation ReportMilestone($input: ReportMilestoneInput!) {
    reportMilestone(input: $input) {
      ...CallProjectPayloadFields
    }
  }
`);

export const AssessMilestoneDocument = graphql(`
  mutation AssessMilestone($input: AssessMilestoneInput!) {
    assessMilestone(input: $input) {
      ...CallProjectPayloadFields
    }
  }
`);

export const ChangeProjectDocument = graphql(`
  mutation ChangeProject($input: ChangeProjectInput!) {
    changeProject(input: $input) {
      ...CallProjectPayloadFields
    }
  }
`);

export const ReplaceProjectUndertakerDocument = graphql(`
  mutation ReplaceProjectUndertaker($input: ReplaceProjectUndertakerInput!) {
    replaceProjectUndertaker(input: $input) {
      ...CallProjectPayloadFields
    }
  }
`);

export const ReportProjectBenefitDocument = graphql(`
  mutation ReportProjectBenefit($input: ReportProjectBenefitInput!) {
    reportProjectBenefit(input: $input) {
      ...CallProjectPayloadFields
    }
  }
`);

export const InspectProjectDocument = graphql(`
  mutation InspectProject($input: InspectProjectInput!) {
    inspectProject(input: $input) {
      ...CallProjectPayloadFields
    }
  }
`);

export const SuspendProjectDocument = graphql(`
  mutation SuspendProject($input: CallProjectReasonInput!) {
    suspendProject(input: $input) {
      ...CallProjectPayloadFields
    }
  }
`);

export const ResumeProjectDocument = graphql(`
  mutation ResumeProject($input: CallProjectReasonInput!) {
    resumeProject(input: $input) {
      ...CallProjectPayloadFields
    }
  }
`);

export const TerminateProjectDocument = graphql(`
  mutation TerminateProject($input: CallProjectReasonInput!) {
    terminateProject(input: $input) {
      ...CallProjectPayloadFields
    }
  }
`);

export const EliminateProjectDocument = graphql(`
  mutation EliminateProject($input: CallProjectReasonInput!) {
    eliminateProject(input: $input) {
      ...CallProjectPayloadFields
    }
  }
`);

export const AppropriateProjectMoneyDocument = graphql(`
  mutation AppropriateProjectMoney($input: CallProjectLedgerInput!) {
    appropriateProjectMoney(input: $input) {
      ...CallProjectPayloadFields
    }
  }
`);

export const RequestProjectPaymentDocument = graphql(`
  mutation RequestProjectPayment($input: RequestProjectPaymentInput!) {
    requestProjectPayment(input: $input) {
      ...CallProjectPayloadFields
    }
  }
`);

export const RefuseProjectPaymentDocument = graphql(`
  mutation RefuseProjectPayment($input: CallProjectReasonInput!) {
    refuseProjectPayment(input: $input) {
      ...CallProjectPayloadFields
    }
  }
`);

export const PayProjectDocument = graphql(`
  mutation PayProject($input: CallProjectActionInput!) {
    payProject(input: $input) {
      ...CallProjectPayloadFields
    }
  }
`);

export const ProveOwnerPaymentDocument = graphql(`
  mutation ProveOwnerPayment($input: CallProjectLedgerInput!) {
    proveOwnerPayment(input: $input) {
      ...CallProjectPayloadFields
    }
  }
`);

export const RecoverProjectMoneyDocument = graphql(`
  mutation RecoverProjectMoney($input: CallProjectLedgerInput!) {
    recoverProjectMoney(input: $input) {
      ...CallProjectPayloadFields
    }
  }
`);

export const ReturnProjectMoneyDocument = graphql(`
  mutation ReturnProjectMoney($input: CallProjectLedgerInput!) {
    returnProjectMoney(input: $input) {
      ...CallProjectPayloadFields
    }
  }
`);

export const ApplyForAcceptanceDocument = graphql(`
  mutation ApplyForAcceptance($input: ApplyForAcceptanceInput!) {
    applyForAcceptance(input: $input) {
      ...CallProjectPayloadFields
    }
  }
`);

export const GiveUserReportDocument = graphql(`
  mutation GiveUserReport($input: GiveUserReportInput!) {
    giveUserReport(input: $input) {
      ...CallProjectPayloadFields
    }
  }
`);

export const ConcludeAcceptanceDocument = graphql(`
  mutation ConcludeAcceptance($input: ConcludeAcceptanceInput!) {
    concludeAcceptance(input: $input) {
      ...CallProjectPayloadFields
    }
  }
`);

export const ProposeExemptionDocument = graphql(`
  mutation ProposeExemption($input: ProposeExemptionInput!) {
    proposeExemption(input: $input) {
      ...CallProjectPayloadFields
    }
  }
`);

export const ReviewExemptionDocument = graphql(`
  mutation ReviewExemption($input: CallProjectReasonInput!) {
    reviewExemption(input: $input) {
      ...CallProjectPayloadFields
    }
  }
`);

export const DecideExemptionDocument = graphql(`
  mutation DecideExemption($input: DecideExemptionInput!) {
    decideExemption(input: $input) {
      ...CallProjectPayloadFields
    }
  }
`);

export const RegisterProjectResultDocument = graphql(`
  mutation RegisterProjectResult($input: RegisterProjectResultInput!) {
    registerProjectResult(input: $input) {
      ...CallProjectPayloadFields
    }
  }
`);

export const SettleProjectDocument = graphql(`
  mutation SettleProject($input: SettleProjectInput!) {
    settleProject(input: $input) {
      ...CallProjectPayloadFields
    }
  }
`);
