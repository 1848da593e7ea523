import { graphql } from '../api/graphql.js';
import '../api/actions.js';
import '../api/page.js';
import '../api/recordFiles.js';

export const ProjectCardFields = graphql(`
  fragment CallProjectCard on CallProject {
    id
    code
    state
    title
    organisationName
    approved
    endsOn
    indicators {
      ofCall
    }
    milestones {
      id
      overdue
    }
    suspendedAt
  }
`);

export const ProjectFields = graphql(`
  fragment CallProjectFields on CallProject {
    ...CallProjectCard
    version
    sight
    callId
    mode
    ownerName
    office
    responsibleName
    supervisorName
    ownerDue
    signBy
    taskBookNumber
    taskBookFiles {
      ...RecordFileFields
    }
    signedOn
    registrationNumber
    diligence {
      reportUrl
      packUrl
    }
    indicators {
      indicator {
        code
        name
        unit
        operator
        target
        upper
        core
      }
      promised
      promisedUpper
      measured
      ofPromise
    }
    milestones {
      name
      dueOn
      report
      evidence
      files {
        ...RecordFileFields
      }
      verdict
      opinion
    }
    money {
      appropriated
      paid
      recovered
      returned
      available
      ownerPaid
      instalments {
        id
        amount
        milestoneId
        paid
        violations {
          ...ViolationFields
        }
      }
      entries {
        kind
        amount
        instalment
        voucher
        day
        files {
          ...RecordFileFields
        }
      }
      ownerPayments {
        day
        amount
        receipt
        files {
          ...RecordFileFields
        }
      }
      requested
      requestedFiles {
        ...RecordFileFields
      }
    }
    changes {
      kind
      reason
      endsOn
      formerName
      successorName
      files {
        ...RecordFileFields
      }
    }
    inspections {
      day
      findings
      rectifyBy
      files {
        ...RecordFileFields
      }
    }
    acceptance {
      appliedAt
      summary
      userSatisfied
      userReport
      opinion
      rectifyBy
      files {
        ...RecordFileFields
      }
      userFiles {
        ...RecordFileFields
      }
      conclusionFiles {
        ...RecordFileFields
      }
    }
    exemption {
      facts
      records
      expertOpinion
      review
      reviewed
      exempt
      conclusion
      files {
        ...RecordFileFields
      }
    }
    results {
      name
      kind
      number
      registeredOn
      authority
      files {
        ...RecordFileFields
      }
    }
    registerBy
    benefits {
      year
      sales
      profit
      tax
      jobs
      text
      organisationName
      files {
        ...RecordFileFields
      }
    }
    benefitsDue {
      year
      by
      reported
    }
    performance
    performanceSheet {
      criterion
      points
      most
      note
    }
    note
    availableActions {
      ...ActionFields
    }
    timeline {
      ...TimelineFields
    }
  }
`);

export const ProjectPayloadFields = graphql(`
  fragment CallProjectPayloadFields on CallProjectPayload {
    project {
      ...CallProjectFields
    }
    clientMutationId
  }
`);

export const ProjectDocument = graphql(`
  query CallProjectPage($id: ID!) {
    callProject(id: $id) {
      ...CallProjectFields
    }
  }
`);

export const ProjectsDocument = graphql(`
  query CallProjectList(
    $filter: CallProjectFilter
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) {
    callProjects(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
      totalCount
      pageInfo {
        ...PageFields
      }
      edges {
        cursor
        node {
          ...CallProjectCard
        }
      }
    }
  }
`);
