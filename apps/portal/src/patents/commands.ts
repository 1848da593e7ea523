import { graphql } from '../api/graphql.js';

export const DiscardPatentDocument = graphql(`
  mutation DiscardPatent($input: PatentActionInput!) {
    discardPatent(input: $input) {
      patent {
        id
        version
      }
      clientMutationId
    }
  }
`);

export const PublishPatentDocument = graphql(`
  mutation PublishPatent($input: PatentStatusInput!) {
    publishPatent(input: $input) {
      patent {
        id
        version
      }
      clientMutationId
    }
  }
`);

export const ExaminePatentDocument = graphql(`
  mutation ExaminePatent($input: PatentStatusInput!) {
    examinePatent(input: $input) {
      patent {
        id
        version
      }
      clientMutationId
    }
  }
`);

export const GrantPatentDocument = graphql(`
  mutation GrantPatent($input: PatentStatusInput!) {
    grantPatent(input: $input) {
      patent {
        id
        version
      }
      clientMutationId
    }
  }
`);

export const RejectPatentDocument = graphql(`
  mutation RejectPatent($input: PatentStatusInput!) {
    rejectPatent(input: $input) {
      patent {
        id
        version
      }
      clientMutationId
    }
  }
`);

export const WithdrawPatentDocument = graphql(`
  mutation WithdrawPatent($input: PatentStatusInput!) {
    withdrawPatent(input: $input) {
      patent {
        id
        version
      }
      clientMutationId
    }
  }
`);

export const LapsePatentDocument = graphql(`
  mutation LapsePatent($input: PatentStatusInput!) {
    lapsePatent(input: $input) {
      patent {
        id
        version
      }
      clientMutationId
    }
  }
`);

export const RestorePatentDocument = graphql(`
  mutation RestorePatent($input: PatentStatusInput!) {
    restorePatent(input: $input) {
      patent {
        id
        version
      }
      clientMutationId
    }
  }
`);

export const AbandonPatentDocument = graphql(`
  mutation AbandonPatent($input: PatentStatusInput!) {
    abandonPatent(input: $input) {
      patent {
        id
        version
      }
      clientMutationId
    }
  }
`);

export const InvalidatePatentDocument = graphql(`
  mutation InvalidatePatent($input: PatentStatusInput!) {
    invalidatePatent(input: $input) {
      patent {
        id
        version
      }
      clientMutationId
    }
  }
`);

export const RecordPatentFeeDocument = graphql(`
  mutation RecordPatentFee($input: RecordPatentFeeInput!) {
    recordPatentFee(input: $input) {
      patent {
        id
        version
      }
      clientMutationId
    }
  }
`);

export const AddPatentLicenceDocument = graphql(`
  mutation AddPatentLicence($input: AddPatentLicenceInput!) {
    addPatentLicence(input: $input) {
      patent {
        id
        version
      }
      clientMutationId
    }
  }
`);

export const FilePatentLicenceDocument = graphql(`
  mutation FilePatentLicence($input: FilePatentLicenceInput!) {
    filePatentLicence(input: $input) {
      patent {
        id
        version
      }
      clientMutationId
    }
  }
`);

export const EndPatentLicenceDocument = graphql(`
  mutation EndPatentLicence($input: EndPatentLicenceInput!) {
    endPatentLicence(input: $input) {
      patent {
        id
        version
      }
      clientMutationId
    }
  }
`);

export const AddPatentPledgeDocument = graphql(`
  mutation AddPatentPledge($input: AddPatentPledgeInput!) {
    addPatentPledge(input: $input) {
      patent {
        id
        version
      }
      clientMutationId
    }
  }
`);

export const ReleasePatentPledgeDocument = graphql(`
  mutation ReleasePatentPledge($input: ReleasePatentPledgeInput!) {
    releasePatentPledge(input: $input) {
      patent {
        id
        version
      }
      clientMutationId
    }
  }
`);

export const OpenPatentToAllDocument = graphql(`
  mutation OpenPatentToAll($input: OpenPatentToAllInput!) {
    openPatentToAll(input: $input) {
      patent {
        id
        version
      }
      clientMutationId
    }
  }
`);

export const ClosePatentToAllDocument = graphql(`
  mutation ClosePatentToAll($input: PatentStatusInput!) {
    closePatentToAll(input: $input) {
      patent {
        id
        version
      }
      clientMutationId
    }
  }
`);
