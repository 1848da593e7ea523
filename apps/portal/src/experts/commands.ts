import '../api/actions.js';
import { graphql } from '../api/graphql.js';

export const SaveExpertDocument = graphql(`
  mutation SaveExpert($input: SaveExpertInput!) {
    saveExpert(input: $input) {
      expert {
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

export const SubmitExpertDocument = graphql(`
  mutation SubmitExpert($input: SubmitExpertInput!) {
    submitExpert(input: $input) {
      expert {
        id
        version
      }
      clientMutationId
    }
  }
`);

export const SubmitExpertDirectlyDocument = graphql(`
  mutation SubmitExpertDirectly($input: SubmitExpertInput!) {
    submitExpertDirectly(input: $input) {
      expert {
        id
        version
      }
      clientMutationId
    }
  }
`);

export const RecallExpertDocument = graphql(`
  mutation RecallExpert($input: ExpertActionInput!) {
    recallExpert(input: $input) {
      expert {
        id
        version
      }
      clientMutationId
    }
  }
`);

export const ConsentExpertDocument = graphql(`
  mutation ConsentExpert($input: ExpertDecisionInput!) {
    consentExpert(input: $input) {
      expert {
        id
        version
      }
      clientMutationId
    }
  }
`);

export const DeclineExpertDocument = graphql(`
  mutation DeclineExpert($input: ExpertReasonInput!) {
    declineExpert(input: $input) {
      expert {
        id
        version
      }
      clientMutationId
    }
  }
`);

export const AdmitExpertDocument = graphql(`
  mutation AdmitExpert($input: ExpertDecisionInput!) {
    admitExpert(input: $input) {
      expert {
        id
        version
      }
      clientMutationId
    }
  }
`);

export const ReturnExpertDocument = graphql(`
  mutation ReturnExpert($input: ExpertReasonInput!) {
    returnExpert(input: $input) {
      expert {
        id
        version
      }
      clientMutationId
    }
  }
`);

export const SuspendExpertDocument = graphql(`
  mutation SuspendExpert($input: ExpertReasonInput!) {
    suspendExpert(input: $input) {
      expert {
        id
        version
      }
      clientMutationId
    }
  }
`);

export const ResumeExpertDocument = graphql(`
  mutation ResumeExpert($input: ExpertDecisionInput!) {
    resumeExpert(input: $input) {
      expert {
        id
        version
      }
      clientMutationId
    }
  }
`);

export const ExitExpertDocument = graphql(`
  mutation ExitExpert($input: ExpertReasonInput!) {
    exitExpert(input: $input) {
      expert {
        id
        version
      }
      clientMutationId
    }
  }
`);

export const RemoveExpertDocument = graphql(`
  mutation RemoveExpert($input: ExpertReasonInput!) {
    removeExpert(input: $input) {
      expert {
        id
        version
      }
      clientMutationId
    }
  }
`);

export const ReapplyExpertDocument = graphql(`
  mutation ReapplyExpert($input: ExpertActionInput!) {
    reapplyExpert(input: $input) {
      expert {
        id
        version
      }
      clientMutationId
    }
  }
`);

export const DeclareExpertRelationDocument = graphql(`
  mutation DeclareExpertRelation($input: DeclareExpertRelationInput!) {
    declareExpertRelation(input: $input) {
      expert {
        id
        version
      }
      clientMutationId
    }
  }
`);

export const EndExpertRelationDocument = graphql(`
  mutation EndExpertRelation($input: EndExpertRelationInput!) {
    endExpertRelation(input: $input) {
      expert {
        id
        version
      }
      clientMutationId
    }
  }
`);
